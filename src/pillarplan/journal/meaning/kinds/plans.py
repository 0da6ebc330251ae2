"""Events of a plan: it was adopted, and it rested for a while."""

from datetime import date

from pillarplan.domain.plan.availability import Break, end_before
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import from_record, read_day, to_record
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Adopted, Telling


def _adopt(draft: Telling, data: Data) -> None:
    draft.roadmaps.append(Adopted(data, len(draft.spent), len(draft.dropped)))


# Roadmaps are large, and only the latest counts: it is read at the end.
ROADMAP_ADOPTED = Kind(
    "roadmap-adopted",
    "adopted roadmap",
    "adopted roadmaps",
    _adopt,
    is_bulky=True,
    day="made_on",
    says="until {until}",
)


def roadmap_adopted(roadmap: Roadmap) -> Change:
    """A plan became the person's plan."""
    return ROADMAP_ADOPTED.change(to_record(roadmap) | {NAMES: OWN_NAMES})


NAMES = "names"
OWN_NAMES = "of-the-record"
"""A key and its value that say: calendars know the sessions of this plan by names of
this record.  Versions before it called those of all people the same."""


def _pause(draft: Telling, data: Data) -> None:
    pause = from_record(Break, data)
    if pause.last < pause.first:
        raise ValueError("the pause ends before it begins")
    draft.pauses = (*end_before(pause.first, draft.pauses), pause)


PAUSED = Kind("paused", "pause", "pauses", _pause, day="first", says="until {last}")


def paused(pause: Break) -> Change:
    """A time began in which nothing is expected; it takes the place of another."""
    return PAUSED.change(pause)


def _resume(draft: Telling, data: Data) -> None:
    draft.pauses = tuple(end_before(read_day(data["on"]), draft.pauses))


RESUMED = Kind(
    "resumed", "end of a pause", "ends of pauses", _resume, day="on", says=""
)


def resumed(on: date) -> Change:
    """The pause, if there was one, was over before this day."""
    return RESUMED.change({"on": on})
