"""The plans that a journal holds, with what was known when each was adopted."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from pillarplan.domain.person.ahead import last_day
from pillarplan.domain.person.work import Spent
from pillarplan.domain.plan.adoption import Adoption
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.meaning.kinds.plans import NAMES, OWN_NAMES, ROADMAP_ADOPTED
from pillarplan.journal.meaning.kinds.work import SPENT
from pillarplan.journal.meaning.stored_roadmap import read_roadmap
from pillarplan.journal.storage.event import Event


def find_adoptions(events: Sequence[Event], today: date) -> Iterator[Adoption]:
    """Yield every plan that was adopted and can be read, oldest first.

    Those that were undone are among them, since other programs may have seen them, and
    so are those of days after `today`, as by a wrong clock; none of them holds.
    Hours count as told even if they were taken back later: what a calendar was told
    then must not change.
    """
    holding = {event.id for event in effective(events)}
    worked: set[tuple[str, date]] = set()
    for event in events:
        with suppress(*DOES_NOT_FIT):
            if event.type == SPENT.name:
                spent = from_record(Spent, event.data)
                worked.add((spent.item, spent.on))
            elif event.type == ROADMAP_ADOPTED.name:
                adoption = _adoption(event, worked)
                is_told = adoption.roadmap.made_on <= last_day(today)
                yield replace(adoption, holds=event.id in holding and is_told)


def _adoption(event: Event, worked: set[tuple[str, date]]) -> Adoption:
    roadmap = read_roadmap(event.data)
    return Adoption(
        roadmap=roadmap,
        worked=frozenset(item for item, on in worked if on == roadmap.made_on),
        is_old=event.data.get(NAMES) != OWN_NAMES,
    )
