"""What all files of a journal say together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from pillarplan.journal.storage.event import Event, order


class Trouble(NamedTuple):
    """Something that is wrong with the journal, and what to do about it."""

    file: str
    message: str
    next_step: str
    line: int | None = None

    @property
    def place(self) -> str:
        """Where it is, as ``file:line``."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All events of a journal in order, none twice, and what is wrong with it."""

    events: tuple[Event, ...] = ()
    problems: tuple[Trouble, ...] = ()


def merge(sources: Iterable[Iterable[Event]]) -> tuple[Event, ...]:
    """Return the events of all sources in order; of equal ids the first one."""
    events: dict[str, Event] = {}
    for source in sources:
        for event in source:
            events.setdefault(event.id, event)
    return tuple(sorted(events.values(), key=order))
