"""Events that correct a single event told before, whatever command it came with."""

from pillarplan.journal.meaning.checks import hours as some_hours
from pillarplan.journal.meaning.checks import text
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _amend(_draft: Telling, data: Data) -> None:
    """Change nothing: what was amended is put right before anything is told."""
    text(data["event"])
    some_hours(data["hours"])


AMENDED = Kind("amended", "correction", "corrections", _amend)


def amended(event: str, hours: float) -> Change:
    """The hours of an event are others than it says."""
    return AMENDED.change({"event": event, "hours": hours})


def _withdraw(_draft: Telling, data: Data) -> None:
    """Change nothing: what was withdrawn is left out before anything is told."""
    text(data["event"])


WITHDRAWN = Kind("withdrawn", "withdrawn entry", "withdrawn entries", _withdraw)


def withdrawn(event: str) -> Change:
    """An event does not hold, while the rest of its command does."""
    return WITHDRAWN.change({"event": event})
