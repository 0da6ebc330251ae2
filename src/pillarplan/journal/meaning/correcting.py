"""Events as they were corrected later."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from pillarplan.journal.meaning.checks import DOES_NOT_FIT, text
from pillarplan.journal.meaning.checks import hours as some_hours
from pillarplan.journal.meaning.kind import Kind
from pillarplan.journal.meaning.kinds.corrections import AMENDED, WITHDRAWN
from pillarplan.journal.meaning.kinds.work import SPENT
from pillarplan.journal.storage.event import Event

Value = TypeVar("Value")


def corrected(events: Sequence[Event]) -> list[Event]:
    """Return the events as they were corrected, without those that were withdrawn.

    Of several corrections of one event the last counts; what was withdrawn on one
    device stays so, whatever another one corrected.
    """
    hours = dict(_corrections(events, AMENDED, lambda data: some_hours(data["hours"])))
    gone = dict(_corrections(events, WITHDRAWN, lambda data: True))
    return [
        event._replace(data={**event.data, "hours": hours[event.id]})
        if event.id in hours and event.type == SPENT.name
        else event
        for event in events
        if event.id not in gone
    ]


def _corrections(
    events: Sequence[Event], kind: Kind, read: Callable[[Any], Value]
) -> Iterator[tuple[str, Value]]:
    for event in events:
        if event.type == kind.name:
            with suppress(*DOES_NOT_FIT):
                yield text(event.data["event"]), read(event.data)
