"""From events to the profile that they tell.

`pillarplan.journal.meaning.changes` makes the events;
`pillarplan.journal.meaning.effects` says what each type does.  Types that it does not
name come from a newer pillarplan and are ignored; data that does not fit its type, as
after an edit by hand, is left out and reported by `misfits`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import one_line
from pillarplan.journal.meaning.adopted import ADOPTED, read_roadmap
from pillarplan.journal.meaning.changes import clean
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.meaning.effects import EFFECTS
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.storage.event import Event, order


class Misfit(NamedTuple):
    """An event whose data does not fit its type."""

    event: Event
    reason: str


def replay(events: Iterable[Event]) -> Profile:
    """Return the profile that the events of a journal tell, in their order."""
    draft = Telling()
    for _ in _tell(draft, events):
        pass
    return draft.profile()


def misfits(events: Iterable[Event]) -> tuple[Misfit, ...]:
    """Return the events that `replay` leaves out since their data does not fit."""
    draft = Telling()
    found = list(_tell(draft, events))
    for event, _, _ in draft.roadmaps:
        try:
            read_roadmap(event.data)
        except DOES_NOT_FIT as error:
            found.append(Misfit(event, _reason(error)))
    return tuple(sorted(found, key=lambda misfit: order(misfit.event)))


def _tell(draft: Telling, events: Iterable[Event]) -> Iterator[Misfit]:
    for event in effective(events):
        if event.type == ADOPTED:
            # Large, and only the latest counts: read at the end.
            draft.roadmaps.append((event, len(draft.spent), len(draft.dropped)))
        elif effect := EFFECTS.get(event.type):
            try:
                effect(draft, clean(event.data))
            except DOES_NOT_FIT as error:
                yield Misfit(event, _reason(error))


def _reason(error: Exception) -> str:
    return one_line(str(error.args[0] if error.args else error))
