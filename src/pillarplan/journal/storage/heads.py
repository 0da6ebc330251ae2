"""Where each device stopped writing, and where it goes on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pillarplan.journal.storage.event import LATEST, Event, digest, to_line
from pillarplan.journal.storage.format import Format


class Tip(NamedTuple):
    """Where a device goes on."""

    device: str
    lam: int
    """The highest logical time that it has seen."""
    seq: int
    """The number of its last event; 0 if it wrote none."""
    before: str
    """The digest of its last line; nothing if it wrote none."""

    def lines(
        self,
        command: str,
        changes: Sequence[tuple[str, tuple[str, Mapping[str, Any]]]],
        at: datetime,
        form: Format,
    ) -> list[bytes]:
        """Return the lines that tell `changes`, each an id, a type and its data."""
        # Lines that claim the highest numbers of all must not make ours unreadable.
        lam = min(LATEST, 1 + self.lam)
        last = min(self.seq, LATEST - len(changes))
        before = self.before
        lines: list[bytes] = []
        for place, (name, (kind, data)) in enumerate(changes, 1):
            event = Event(
                id=name,
                dev=self.device,
                seq=last + place,
                lam=lam,
                at=at,
                cmd=command,
                left=len(changes) - place,
                type=kind,
                data=data,
                prev=before,
            )
            lines.append(to_line(event, form))
            before = digest(lines[-1][:-1])
        return lines


class End(NamedTuple):
    """Where the next line of a device goes."""

    log: Path
    kept: bytes
    """What stays of its log."""
    torn: bytes
    """What does not: a command that was cut short."""
    lost: bytes
    """Lines that its shadow copy holds alone, which are put back first."""
    shadow: Path
    copied: bytes
    """What the shadow copy holds."""


class Heads(NamedTuple):
    """How far the events of each device were seen to follow each other."""

    times: dict[str, int]
    """The logical time of the last event of each device."""
    numbers: dict[str, int]
    digests: dict[str, str]
    """The digest of its line."""

    def follow(self, lines: Iterable[tuple[Event, bytes]]) -> bool:
        """Take in further lines, in order; say whether each follows those before it.

        Where all do, no two machines wrote as one device.  A gap is none of our
        concern: what is missing may still come.
        """
        for event, line in lines:
            before = self.numbers.get(event.dev, 0)
            is_next = event.seq == before + 1
            named = self.digests.get(event.dev) if is_next else None
            if event.seq <= before or (named and event.prev not in ("", named)):
                return False
            self.times[event.dev] = event.lam
            self.numbers[event.dev] = event.seq
            self.digests[event.dev] = digest(line)
        return True

    def tip(self, device: str) -> Tip:
        """Return where a device goes on."""
        return Tip(
            device,
            lam=max(self.times.values(), default=0),
            seq=self.numbers.get(device, 0),
            before=self.digests.get(device, ""),
        )
