"""The event that takes a command back."""

from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _undo(_draft: Telling, _data: Data) -> None:
    """Change nothing: what was undone is left out before anything is told."""


UNDONE = Kind("undone", "undo", "undos", _undo)


def undone(command: str) -> Change:
    """All that a command recorded was taken back."""
    return UNDONE.change({"command": command})
