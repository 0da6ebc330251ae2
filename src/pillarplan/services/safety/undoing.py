"""Taking back the last command, with what it did to the file of one's own items."""

from contextlib import nullcontext
from datetime import datetime

from pillarplan.domain.dataclass import dataclass
from pillarplan.errors import NothingYetError
from pillarplan.journal.meaning import changes
from pillarplan.services.own.own_file import (
    Rewrite,
    changed_since,
    own_change_of,
    taken_back,
    written,
)
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A command that no longer holds."""

    command: str
    """Its id in the journal."""
    at: datetime
    """When it was given, by the wall clock."""
    summary: str
    """What it had recorded, in words."""
    remark: str = ""
    """What it did to a file and could not be taken back, in a sentence."""


def undo(workspace: Workspace) -> TakenBack:
    """Take back the last command that changed something; return what it was.

    What it did to the file of one's own items is put back, if that is as it was left.
    """
    rewrites: list[Rewrite] = []

    def decided() -> tuple[list[changes.Change], TakenBack]:
        rewrites.clear()
        command = workspace.last_command()
        if command is None:
            raise NothingYetError("There is nothing to undo.")
        remark = ""
        if own := own_change_of(command):
            rewrite = taken_back(workspace.overlay, own)
            rewrites.extend([rewrite] if rewrite else [])
            remark = "" if rewrite else changed_since(own)
        taken = TakenBack(
            command=command.id, at=command.at, summary=command.summary, remark=remark
        )
        return [changes.undone(command.id)], taken

    return workspace.decide(
        decided, lambda _: written(rewrites[0]) if rewrites else nullcontext()
    )
