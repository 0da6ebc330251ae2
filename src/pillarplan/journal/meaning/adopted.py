"""The roadmaps that a journal holds: the adopted one, and those that were before it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from pillarplan.domain.person.ahead import last_day
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.meaning.kinds.plans import ROADMAP_ADOPTED
from pillarplan.journal.meaning.stored_roadmap import read_roadmap
from pillarplan.journal.storage.event import Event


def adopted_roadmaps(
    events: Iterable[Event], today: date = date.max
) -> Iterator[Roadmap]:
    """Yield every roadmap that was adopted by today and can be read, oldest first."""
    for event in effective(events):
        if event.type == ROADMAP_ADOPTED.name:
            with suppress(*DOES_NOT_FIT):
                roadmap = read_roadmap(event.data)
                if roadmap.made_on <= last_day(today):
                    yield roadmap
