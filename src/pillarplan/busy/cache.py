"""When one is busy, remembered for as long as no calendar file changes.

Nothing but the times is kept, in the cache folder; no record, export or backup has
them.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pillarplan.busy.finding import find_files
from pillarplan.busy.times import Interval
from pillarplan.domain.dataclass import dataclass
from pillarplan.errors import PillarplanError
from pillarplan.files import make_private, write_atomically

FILE = "busy.json"

VERSION = 1


@dataclass(frozen=True, slots=True)
class Remembered:
    """What calendars said when they were read."""

    paths: tuple[str, ...]
    first: date
    last: date
    stamps: dict[str, list[int]]
    busy: tuple[Interval, ...]

    def covers(self, first: date, last: date) -> bool:
        """Say whether all days of a window were read."""
        return self.first <= first and last <= self.last


def changed_files(before: Remembered) -> tuple[str, ...]:
    """Return the calendar files that are new, changed or gone since they were read."""
    try:
        now = stamps_of(find_files(map(Path, before.paths)))
    except (PillarplanError, OSError):
        now = {path: stamp for path in before.stamps for stamp in _stamp(Path(path))}
    both = before.stamps.keys() | now.keys()
    return tuple(
        sorted(path for path in both if before.stamps.get(path) != now.get(path))
    )


def remembered(cache: Path) -> Remembered | None:
    """Return what is remembered; None if that is nothing, or is damaged."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _from_record(json.loads((cache / FILE).read_bytes()))
    return None


def remember(cache: Path, found: Remembered) -> None:
    """Write down when one is busy, if the cache folder can be written to."""
    record = {
        "version": VERSION,
        "paths": found.paths,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "stamps": found.stamps,
        "busy": [[at.isoformat() for at in each] for each in found.busy],
    }
    with suppress(OSError):
        make_private(cache)
        write_atomically(cache / FILE, json.dumps(record).encode())


def _from_record(record: Any) -> Remembered | None:
    if record["version"] != VERSION:
        return None
    return Remembered(
        paths=tuple(record["paths"]),
        first=date.fromisoformat(record["first"]),
        last=date.fromisoformat(record["last"]),
        stamps=record["stamps"],
        busy=tuple(
            Interval(*map(datetime.fromisoformat, each)) for each in record["busy"]
        ),
    )


def stamps_of(files: Sequence[Path]) -> dict[str, list[int]]:
    """Return what tells each file from a later state of it."""
    return {str(path): stamp for path in files for stamp in _stamp(path)}


def _stamp(path: Path) -> list[list[int]]:
    """Return what tells a file from a later state of it; nothing if it is gone."""
    try:
        now = path.stat()
    except OSError:
        return []
    return [[now.st_size, now.st_mtime_ns, now.st_ctime_ns]]
