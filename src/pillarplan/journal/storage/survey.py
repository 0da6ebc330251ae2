"""All log files of a journal at one moment, and the shadow copies where needed.

Only its own device appends to a log, so nothing in it should ever vanish.  A sync tool
may still put back an older or an empty file, a disk may lose a block, and a hand may
slip.  Therefore each machine keeps a shadow copy of every log that it has read, in the
state folder, where no sync tool comes: what a log lacks is read from there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import counted
from pillarplan.journal.storage.event import Event, digest
from pillarplan.journal.storage.files import SUFFIX, Stamp, place
from pillarplan.journal.storage.format import Format
from pillarplan.journal.storage.heads import End, Tip
from pillarplan.journal.storage.log import Log, Trouble, merge
from pillarplan.journal.storage.scan import CHOOSE, NOTHING, Scan, settled, troubles

REPAIR = "Try: pillarplan doctor --repair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What all log files hold, and what their shadow copies hold."""

    scans: dict[Path, Scan]
    """By file; the files of devices first, their conflict copies after them."""
    own: Path
    """The file to which this device appends; perhaps not there yet."""
    shadow_folder: Path
    form: Format
    shadows: dict[Path, Scan] = field(default_factory=dict)
    """What the copies hold that were read, by the log that each copies."""
    stamps: dict[Path, Stamp] = field(default_factory=dict)
    """What each log looked like from outside just before it was read."""

    @property
    def own_scan(self) -> Scan:
        """What the own log holds."""
        return self.scans.get(self.own, NOTHING)

    @property
    def end(self) -> End:
        """Where the next line of this device goes."""
        own = self.own_scan
        return End(
            log=self.own,
            kept=own.content[: own.end],
            torn=own.torn,
            lost=settled(b"".join(self.lost), self.form),
            shadow=self.shadow_file,
            copied=self.shadow.content,
        )

    def tip(self, events: Iterable[Event]) -> Tip:
        """Return where this device goes on, if `events` are all there are."""
        device = self.own_device
        line = self.last_line(device)
        return Tip(
            device,
            lam=max((event.lam for event in events), default=0),
            seq=max((event.seq for event in events if event.dev == device), default=0),
            before=digest(line) if line else "",
        )

    @property
    def contents(self) -> dict[str, bytes]:
        """What each log holds, by its name."""
        return {path.name: each.content for path, each in self.scans.items()}

    @property
    def own_device(self) -> str:
        """The id under which this machine writes."""
        return self.own.name.removesuffix(SUFFIX)

    @property
    def shadow_file(self) -> Path:
        """The shadow copy of the own log."""
        return self.shadow_of(self.own)

    @property
    def shadow(self) -> Scan:
        """What the shadow copy of the own log holds; nothing if it was not needed."""
        return self.shadows.get(self.own, NOTHING)

    @property
    def lost(self) -> tuple[bytes, ...]:
        """The lines that the shadow copy of the own log holds and that log lacks."""
        return self.lost_from(self.own)

    @property
    def log(self) -> Log:
        """All that was found, put together."""
        others = (path for path in self.shadows if not self._is_in_step(path))
        sources = [*self.scans.values(), *(self.shadows[path] for path in others)]
        return Log(
            events=merge(map(_events, sources)),
            problems=tuple(self._problems()),
            unexplained=sum(map(self._unexplained, self.scans)),
        )

    def shadow_of(self, path: Path) -> Path:
        """Return where the shadow copy of a log is kept."""
        return self.shadow_folder / path.name

    def lost_from(self, path: Path) -> tuple[bytes, ...]:
        """Return the lines that a log lacks and its shadow copy holds.

        What is in the file of another device is safe there, whoever wrote it; but the
        own log must hold all that this device told.
        """
        if path not in self.shadows or self._is_in_step(path):
            return ()
        lost = self.shadows[path].lines
        # The log first: as a rule it holds all that its copy does, and more.
        for each in [path] if path == self.own else [path, *self.scans]:
            for name in self.scans.get(each, NOTHING).ids if lost else ():
                lost.pop(name, None)
        return tuple(lost.values())

    def united(self, path: Path) -> bytes:
        """Return the whole lines of a log and of its shadow copy, none twice.

        They are in the order in which they were first seen, so that a log which is
        mended by them is again what its device wrote, byte by byte.
        """
        found = self.scans.get(path, NOTHING)
        lost = self.lost_from(path)
        if not (lost or found.damaged or found.torn):
            return found.content
        copied = self.shadows.get(path, NOTHING).lines
        return settled(b"".join({**copied, **found.lines}.values()), self.form)

    def last_line(self, device: str) -> bytes:
        """Return the line that a device wrote last; nothing if it wrote none."""
        lines = (
            (entry.event.seq, entry.event.lam, entry.text)
            for each in (*self.scans.values(), *self.shadows.values())
            for entry in each.entries
            if entry.event and entry.event.dev == device
        )
        return max(lines, default=(0, 0, b""))[2]

    def _is_in_step(self, path: Path) -> bool:
        return self.shadows.get(path) is self.scans.get(path)

    def _unexplained(self, path: Path) -> int:
        """Return in how many places of a log something may have stood that is gone."""
        if path == self.own and self.shadow.content:
            return 0  # its copy is written with it, and so holds every line
        return max(0, len(self.scans[path].damaged) - len(self.lost_from(path)))

    def _problems(self) -> Iterator[Trouble]:
        for path, each in self.scans.items():
            yield from troubles(place(path), each)
        for path in self.shadows:
            if lost := self.lost_from(path):
                is_own = path == self.own
                yield Trouble(
                    file=place(path),
                    message=f"{counted(len(lost), 'event')} vanished from this file "
                    f"after pillarplan {'wrote' if is_own else 'read'} it; the copy in "
                    "the state folder has what is lost",
                    next_step=f"{OWN_COMES_BACK if is_own else OTHERS_STAY}{CHOOSE}",
                )


OWN_COMES_BACK = "The next command that saves puts them back. "
OTHERS_STAY = "Perhaps a sync tool is still at work. "


def _events(found: Scan) -> Iterator[Event]:
    return (entry.event for entry in found.entries if entry.event)
