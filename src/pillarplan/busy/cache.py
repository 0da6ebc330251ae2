"""When one is busy, remembered for as long as no calendar file changes.

Nothing but the times is kept, in the cache folder; no record, export or backup has
them.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pillarplan.busy.reading import find_files, read_files
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


def busy_times(
    paths: Sequence[Path],
    first: date,
    last: date,
    cache: Path,
    find_ours: Callable[[], Sequence[str]],
) -> tuple[Interval, ...]:
    """Return when one is busy by some calendars, which are read if they changed.

    `find_ours` returns the UIDs of the person's own sessions.  Raises
    BrokenCalendarError.
    """
    names = tuple(map(str, paths))
    files = find_files(paths)
    stamps = _stamps(files)
    before = remembered(cache)
    if (
        before
        and before.covers(first, last)
        and ((before.paths, before.stamps) == (names, stamps))
    ):
        return before.busy
    busy = tuple(read_files(files, first, last, find_ours()))
    _remember(cache, Remembered(names, first, last, stamps, busy))
    return busy


def changed_files(before: Remembered) -> tuple[str, ...]:
    """Return the calendar files that are new, changed or gone since they were read."""
    try:
        now = _stamps(find_files(map(Path, before.paths)))
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


def _remember(cache: Path, found: Remembered) -> None:
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


def _stamps(files: Sequence[Path]) -> dict[str, list[int]]:
    return {str(path): stamp for path in files for stamp in _stamp(path)}


def _stamp(path: Path) -> list[list[int]]:
    """Return what tells a file from a later state of it; nothing if it is gone."""
    try:
        now = path.stat()
    except OSError:
        return []
    return [[now.st_size, now.st_mtime_ns, now.st_ctime_ns]]
