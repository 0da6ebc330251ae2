"""The roadmaps that a journal holds: the adopted one, and those that were before it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.changes import clean
from pillarplan.journal.meaning.checks import DOES_NOT_FIT, hours, within
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.storage.event import Event

ADOPTED = "roadmap-adopted"


def adopted_roadmaps(events: Iterable[Event]) -> Iterator[Roadmap]:
    """Yield every roadmap that was adopted and can be read, oldest first."""
    for event in effective(events):
        if event.type == ADOPTED:
            with suppress(*DOES_NOT_FIT):
                yield read_roadmap(event.data)


def read_roadmap(data: Mapping[str, Any]) -> Roadmap:
    """Return the roadmap of an event; raise an error of `DOES_NOT_FIT` if it is odd."""
    roadmap = from_record(Roadmap, clean(data))
    for item in roadmap.items:
        hours(item.hours)
        for span in item.closes:
            within(span.from_, 0, span.to - 1)
            within(span.to, 1, TOP_LEVEL)
    for session in roadmap.sessions:
        hours(session.hours)
    return roadmap
