"""What all files of a journal say together."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pillarplan.domain.dataclass import dataclass
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
    unexplained: int = 0
    """How many damaged places may have held an event that no copy holds."""

    @property
    def missing(self) -> int:
        """How many events, at least, are known to be missing, by those that are here.

        Each device counts its own; and where none of them jumps, all together do.
        """
        return sum(missing(self.events).values()) or skipped(self.events)


MOST = 1_000_000
"""So many events nobody tells in a lifetime."""


def missing(events: Iterable[Event]) -> dict[str, int]:
    """Return how many events of each device are not here, where any are.

    A number that is millions above all others is no gap: somebody wrote it by hand.
    """
    numbers: dict[str, set[int]] = {}
    for event in events:
        numbers.setdefault(event.dev, set()).add(event.seq)
    gaps = {device: max(seen) - len(seen) for device, seen in numbers.items()}
    return {device: gap for device, gap in gaps.items() if 0 < gap <= MOST}


def skipped(events: Iterable[Event]) -> int:
    """Return how many moments are not here though a device went on from them."""
    times = sorted({0, *(event.lam for event in events)})
    gaps = (after - before - 1 for before, after in pairwise(times))
    return sum(gap for gap in gaps if gap <= MOST)


def merge(sources: Iterable[Iterable[Event]]) -> tuple[Event, ...]:
    """Return the events of all sources in order; of equal ids the first one."""
    events: dict[str, Event] = {}
    for source in sources:
        for event in source:
            events.setdefault(event.id, event)
    return tuple(sorted(events.values(), key=order))


def comes_after(events: Sequence[Event], more: Sequence[Event]) -> bool:
    """Say whether some events come after all others; both are in order."""
    return not (events and more) or order(events[-1]) < order(more[0])
