"""Whether the events of each device follow each other, or something came between.

Each event names the digest of the line before it on its device.  Where two follow the
same line, or bear the same number, two machines wrote as one device: one is a copy of
the other, or was set back to an older backup.  Lines of older programs name none.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from pillarplan.files import make_private, write_atomically
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.event import Event, digest
from pillarplan.journal.storage.files import read_bytes
from pillarplan.journal.storage.survey import Survey

TOLD = "forks-told.json"

PART = "pillarplan doctor --repair"
"""Gives the machine on which it runs an id of its own, if another one has the same."""


class Fork(NamedTuple):
    """A device as which two machines wrote."""

    device: str
    event: Event
    """The first event that stands where another one stands already."""

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        return (
            f"Two machines wrote as device {self.device} from its event "
            f"{self.event.seq} on: one was copied from the other, or set back to an "
            "older state of itself. All of it is kept."
        )


def forks(events: Iterable[Event]) -> tuple[Fork, ...]:
    """Return the devices as which two machines wrote, each once."""
    found: dict[str, Event] = {}
    taken: set[tuple[str, int | str]] = set()
    for event in sorted(events, key=lambda each: each.seq):
        places = {(event.dev, event.seq), (event.dev, event.prev or event.seq)}
        if places & taken:
            found.setdefault(event.dev, event)
        taken |= places
    return tuple(Fork(device, event) for device, event in found.items())


def strangers(found: Survey) -> Iterator[Event]:
    """Yield the events that follow another line than the one that stands before them.

    That line was changed since, or is one of two machines' while the other is lost.
    """
    events: dict[str, Event] = {}
    digests: dict[tuple[str, int], set[str]] = {}
    for each in (*found.scans.values(), *found.shadows.values()):
        for entry in each.entries:
            if (event := entry.event) and event.id not in events:
                events[event.id] = event
                names = digests.setdefault((event.dev, event.seq), set())
                names.add(digest(entry.text))
    for event in events.values():
        before = digests.get((event.dev, event.seq - 1))
        if event.prev and before and event.prev not in before:
            yield event


def untold_forks(journal: Journal, events: Iterable[Event]) -> tuple[Fork, ...]:
    """Return the forks that this machine did not tell yet; from now on they are told.

    Where that cannot be remembered they are told again.
    """
    found = forks(events)
    if not found:
        return ()
    place = journal.state / TOLD
    try:
        told = {*json.loads(read_bytes(place) or b"[]")}
    except (ValueError, TypeError, RecursionError):
        told = set()
    new = tuple(fork for fork in found if fork.device not in told)
    if new:
        with suppress(OSError):
            names = sorted({fork.device for fork in found})
            make_private(journal.state)
            write_atomically(place, f"{json.dumps(names)}\n".encode())
    return new
