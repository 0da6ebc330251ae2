"""The commands that wrote a journal's events, and which of them still hold."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pillarplan.domain.dataclass import dataclass
from pillarplan.journal.meaning.catalogue import KINDS
from pillarplan.journal.meaning.correcting import corrected
from pillarplan.journal.meaning.kinds.undoing import UNDONE
from pillarplan.journal.meaning.kinds.work import CHECKED_IN
from pillarplan.journal.storage.event import Event

DAYS = frozenset({"on", "rated_on", "left_on", "next_on"})
"""What differs if one thing is told again on another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What one run of the program wrote."""

    id: str
    dev: str
    at: datetime
    events: tuple[Event, ...]
    holds: bool
    """False if it was undone, or repeats an earlier check-in by its key."""

    @property
    def types(self) -> dict[str, int]:
        """How many events of each type it wrote."""
        counts: dict[str, int] = {}
        for event in self.events:
            counts[event.type] = counts.get(event.type, 0) + 1
        return counts

    @property
    def summary(self) -> str:
        """What it wrote, in words: ``3 ratings, 1 check-in``."""
        return ", ".join(f"{n} {_called(name, n)}" for name, n in self.types.items())


def _called(name: str, number: int) -> str:
    """Return how people call so many events; a newer pillarplan's by their name."""
    kind = KINDS.get(name)
    return name if kind is None else kind.several if number > 1 else kind.one


def commands(events: Iterable[Event]) -> tuple[Command, ...]:
    """Return all commands in the order of their events, those undone among them."""
    groups, void = _groups(events)
    return tuple(_command(group, name not in void) for name, group in groups.items())


def effective(events: Iterable[Event]) -> list[Event]:
    """Return the events whose commands still hold, in order, as corrected later."""
    return corrected(holding(events))


def holding(events: Iterable[Event]) -> list[Event]:
    """Return the events whose commands still hold, in order, as they were told."""
    groups, void = _groups(events)
    held = (group for name, group in groups.items() if name not in void)
    return [event for group in held for event in group]


def last_command(events: Iterable[Event]) -> Command | None:
    """Return the latest command that still holds: what an undo would take back.

    A command that undoes another one is not taken back in its turn.
    """
    groups, void = _groups(events)
    for name, group in reversed(groups.items()):
        if name not in void and not any(event.type == UNDONE.name for event in group):
            return _command(group, holds=True)
    return None


def _groups(events: Iterable[Event]) -> tuple[dict[str, list[Event]], set[str]]:
    """Return the events of each command, and which commands hold no more."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.cmd, []).append(event)
    void = _undone(groups)
    return groups, void | _repeated(groups, void)


def _command(group: Sequence[Event], holds: bool) -> Command:
    first = group[0]
    return Command(
        id=first.cmd, dev=first.dev, at=first.at, events=tuple(group), holds=holds
    )


def _undone(groups: dict[str, list[Event]]) -> set[str]:
    """Return the commands that were undone by one that was not undone itself."""
    void: set[str] = set()
    for name, group in reversed(groups.items()):
        if name not in void:
            void |= {
                command
                for event in group
                if event.type == UNDONE.name
                and isinstance(command := event.data.get("command"), str)
            }
    return void


def _repeated(groups: dict[str, list[Event]], void: set[str]) -> set[str]:
    """Return the commands that tell again what an earlier one told by the same key.

    Two machines that did not know of each other may tell different things by one key:
    then both count, since nothing that was told may be lost.
    """
    seen: set[tuple[str, str]] = set()
    repeated = set()
    for name, group in groups.items():
        if name in void or not (names := keys(group)):
            continue
        marks = (_content(group), group[0].dev)
        told = {(key, mark) for key in names for mark in marks}
        if told & seen:
            repeated.add(name)
        seen |= told
    return repeated


def keys(events: Iterable[Event]) -> set[str]:
    """Return the names of the check-ins among some events."""
    return {
        key
        for event in events
        if event.type == CHECKED_IN.name
        and isinstance(key := event.data.get("key"), str)
    }


def _content(group: Iterable[Event]) -> str:
    """Return what a command tells, but for the days on which it was told."""
    told = (
        (event.type, sorted((k, v) for k, v in event.data.items() if k not in DAYS))
        for event in group
    )
    return repr(sorted(told, key=repr))
