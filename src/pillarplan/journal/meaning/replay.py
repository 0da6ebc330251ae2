"""From events to the profile that they tell.

`pillarplan.journal.meaning.kinds` says what each kind of event does.  Types that are
none of them come from a newer pillarplan and are ignored; data that does not fit its
kind, as after an edit by hand, is left out and reported by `misfits`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pillarplan.domain.person.ahead import ToCome
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import one_line
from pillarplan.journal.meaning.catalogue import KINDS
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import effective, holding, keys
from pillarplan.journal.meaning.correcting import corrected
from pillarplan.journal.meaning.kind import Kind
from pillarplan.journal.meaning.kinds.corrections import AMENDED, WITHDRAWN
from pillarplan.journal.meaning.kinds.plans import ROADMAP_ADOPTED
from pillarplan.journal.meaning.kinds.undoing import UNDONE
from pillarplan.journal.meaning.kinds.work import CHECKED_IN
from pillarplan.journal.meaning.stored_roadmap import read_roadmap
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.storage.event import Event, order

CHANGES_WHAT_WAS = frozenset({UNDONE.name, AMENDED.name, WITHDRAWN.name})
"""Kinds of events that change what others say, which were told before them."""


class Misfit(NamedTuple):
    """An event whose data does not fit its type."""

    event: Event
    reason: str


def replay(events: Iterable[Event], today: date = date.max) -> Profile:
    """Return the profile that the events of a journal tell, in their order.

    What is dated after `today` is set aside, but for the next day, which it may be
    elsewhere on earth.
    """
    return tell(events, today).profile()


def tell(events: Iterable[Event], today: date = date.max) -> Telling:
    """Return what the events of a journal tell by `today`, so that more can be told."""
    draft = Telling(today)
    tell_more(draft, events)
    return draft


def tell_more(draft: Telling, events: Iterable[Event]) -> None:
    """Do to `draft` what further events say that change nothing told before them."""
    held = holding(events)
    # A check-in that was withdrawn keeps its name: to repeat it still adds nothing.
    draft.checkin_ids |= keys(held)
    for _ in _tell(draft, corrected(held)):
        pass


def goes_on(draft: Telling, command: Iterable[Event]) -> bool:
    """Say whether one more command, after all others, can be told on top of `draft`.

    One that takes another back, corrects it, or repeats a check-in, changes what holds
    before it.
    """
    return not any(
        event.type in CHANGES_WHAT_WAS
        or (
            event.type == CHECKED_IN.name and event.data.get("key") in draft.checkin_ids
        )
        for event in command
    )


def misfits(events: Iterable[Event]) -> tuple[Misfit, ...]:
    """Return the events that `replay` leaves out since their data does not fit."""
    held = effective(events)
    found = (*_tell(Telling(), held), *_odd_roadmaps(held))
    return tuple(sorted(found, key=lambda misfit: order(misfit.event)))


def _tell(draft: Telling, events: Iterable[Event]) -> Iterator[Misfit]:
    for event in events:
        if kind := KINDS.get(event.type):
            try:
                day = kind.day_in(event.data)
                if day is None or day <= draft.last_day:
                    kind.tell(draft, event.data)
                else:
                    _set_aside(draft, event, kind, day)
            except DOES_NOT_FIT as error:
                yield Misfit(event, _reason(error))


def _set_aside(draft: Telling, event: Event, kind: Kind, day: date) -> None:
    draft.ahead.append(ToCome(on=day, told=kind.one, id=event.id))
    draft.checkin_ids |= keys([event])  # a script that repeats it still adds nothing


def _odd_roadmaps(events: Iterable[Event]) -> Iterator[Misfit]:
    """Yield the roadmaps that cannot be read, of which `replay` needs but one."""
    for event in events:
        if event.type == ROADMAP_ADOPTED.name:
            try:
                read_roadmap(event.data)
            except DOES_NOT_FIT as error:
                yield Misfit(event, _reason(error))


def _reason(error: Exception) -> str:
    return one_line(str(error.args[0] if error.args else error))
