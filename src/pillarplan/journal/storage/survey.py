"""All log files of a journal at one moment, and the shadow copy of the own one.

Only its own device appends to a log, so nothing in it should ever vanish.  A sync tool
may still put back an older or an empty file, a disk may lose a block, and a hand may
slip.  Therefore each device keeps a shadow copy of its own log in the state folder,
where no sync tool comes: what the log lacks is read from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pillarplan.domain.text import counted, one_line
from pillarplan.journal.storage.device import is_device
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.files import SUFFIX, log_files, read_bytes
from pillarplan.journal.storage.format import Format
from pillarplan.journal.storage.log import Log, Trouble, merge
from pillarplan.journal.storage.scan import Scan, read_scan, scan

NOTHING = Scan(content=b"", entries=(), end=0)

REPAIR = "Try: pillarplan doctor --repair"
CHOOSE = (
    "If you edited it yourself, try: pillarplan doctor --accept. "
    "Otherwise: pillarplan doctor --repair"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What all log files hold, and what the shadow copy holds."""

    scans: dict[Path, Scan]
    """By file; the files of devices first, their conflict copies after them."""
    own: Path
    """The file to which this device appends; perhaps not there yet."""
    shadow_file: Path
    shadow: Scan = NOTHING
    """What the shadow copy holds; nothing if the own log is sound without it."""

    @property
    def own_scan(self) -> Scan:
        """What the own log holds."""
        return self.scans.get(self.own, NOTHING)

    @property
    def lost(self) -> tuple[bytes, ...]:
        """The lines that the shadow copy holds and the own log lacks."""
        kept = self.own_scan.lines
        return tuple(
            line for name, line in self.shadow.lines.items() if name not in kept
        )

    @property
    def log(self) -> Log:
        """All that was found, put together."""
        scans = [*self.scans.values(), self.shadow]
        return Log(events=merge(map(_events, scans)), problems=tuple(self._problems()))

    def _problems(self) -> Iterator[Trouble]:
        for path, each in self.scans.items():
            yield from file_problems(path, each)
        if self.lost:
            yield Trouble(
                file=place(self.own),
                message=f"{counted(len(self.lost), 'event')} vanished from this file "
                f"after pillarplan wrote it; read from {self.shadow_file} instead",
                next_step="The next command that saves puts them back. " + CHOOSE,
            )


def survey(
    folder: Path, own: Path, shadow_file: Path, form: Format, *, wary: bool = False
) -> Survey:
    """Read all log files in `folder`, and the shadow copy if the own log needs it.

    A `wary` survey reads the shadow copy in any case.
    """
    # The shadow copy first: it follows the log, so that what is added to both while we
    # look cannot seem lost.
    expected = _size(shadow_file)
    copy = read_bytes(shadow_file) if wary else b""
    files = sorted(log_files(folder), key=lambda path: (is_copy(path), path))
    scans = {path: read_scan(path, form) for path in files}
    shadow = _scan_copy(copy, scans.get(own, NOTHING), form)
    found = Survey(scans=scans, own=own, shadow_file=shadow_file, shadow=shadow)
    mine = found.own_scan
    # The exact comparison is left to commands that write, and to the doctor.
    if wary or (mine.end >= expected and not mine.damaged):
        return found
    return survey(folder, own, shadow_file, form, wary=True)


def unchanged(found: Survey, folder: Path) -> Survey | None:
    """Return a wary survey of `folder` without scanning it if all is as it was `found`.

    Every file is compared byte by byte.  None if any changed, came or went, or if the
    shadow copy is not in step with the own log.
    """
    own = found.own_scan
    same = (
        found.scans.keys() == {*log_files(folder)}
        and all(read_bytes(path) == each.content for path, each in found.scans.items())
        and read_bytes(found.shadow_file) == own.content
    )
    return replace(found, shadow=own) if same else None


def _scan_copy(content: bytes, own: Scan, form: Format) -> Scan:
    """Return what the shadow copy holds: as a rule just what the own log does."""
    if not content:
        return NOTHING
    return own if content == own.content else scan(content, form)


def is_copy(path: Path) -> bool:
    """Say whether a log is a sync tool's copy rather than the file of a device."""
    return not is_device(path.name.removesuffix(SUFFIX))


def place(path: Path) -> str:
    """Return how messages name a log file: ``journal/<name>``."""
    return one_line(f"{path.parent.name}/{path.name}")


def file_problems(path: Path, found: Scan) -> Iterator[Trouble]:
    """Say what is wrong within one log file."""
    for entry in found.damaged:
        yield Trouble(
            file=place(path),
            line=entry.number,
            message=f"this line is damaged: {entry.reason}",
            next_step=CHOOSE,
        )
    if found.torn:
        yield Trouble(
            file=place(path),
            line=found.content.count(b"\n", 0, found.end) + 1,
            message=f"the last {len(found.torn)} bytes are a command that was cut "
            "short; it is left out",
            next_step="If another device writes this file, wait for the rest to "
            "arrive. Otherwise nothing needs to be done",
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _events(found: Scan) -> Iterator[Event]:
    return (entry.event for entry in found.entries if entry.event)
