"""Reading calendars in a process of its own, with a deadline and a limit of memory."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from pillarplan.busy.cache import Remembered, remember, remembered, stamps_of
from pillarplan.busy.finding import BrokenCalendarError, find_files
from pillarplan.busy.times import Interval
from pillarplan.domain.text import one_line

DEADLINE = 20.0
"""Seconds; thousands of events take one."""


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
    stamps = stamps_of(files)
    before = remembered(cache)
    if (
        before
        and before.covers(first, last)
        and ((before.paths, before.stamps) == (names, stamps))
    ):
        return before.busy
    busy = tuple(read_files(files, first, last, find_ours()))
    remember(cache, Remembered(names, first, last, stamps, busy))
    return busy


def read_files(
    files: Sequence[Path],
    first: date,
    last: date,
    ours: Iterable[str] = (),
    deadline: float = DEADLINE,
) -> list[Interval]:
    """Return when one is busy from `first` to `last`, by some calendar files.

    `ours` are the UIDs of the person's own sessions, which are none.  Raises
    BrokenCalendarError for the first thing that cannot be understood in time.
    """
    request = {
        "files": [str(path.absolute()) for path in files],
        "first": first.isoformat(),
        "last": last.isoformat(),
        "ours": [*ours],
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pillarplan.busy.child"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=deadline,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        _blame(files, error.stdout or b"", "it takes too long to read")
    last_word = _last_word(done.stdout)
    if "busy" not in last_word:
        _blame(files, done.stdout, _reason(done.stderr))
    return [
        Interval(*(datetime.fromisoformat(at) for at in each))
        for each in last_word["busy"]
    ]


def _blame(files: Sequence[Path], told: bytes, reason: str) -> NoReturn:
    """Raise an error that names what was read last."""
    word = _last_word(told)
    path = files[word.get("file", 0)]
    raise BrokenCalendarError(path, word.get("line", 0), word.get("broken", reason))


def _last_word(told: bytes) -> dict[str, Any]:
    """Return the last thing that was told whole."""
    lines = told[: told.rfind(b"\n") + 1].splitlines()
    word: dict[str, Any] = json.loads(lines[-1]) if lines else {}
    return word


def _reason(trouble: bytes) -> str:
    """Return the last line of what a process complained of when it ended."""
    lines = trouble.decode(errors="replace").strip().splitlines()
    if not lines or lines[-1].startswith("MemoryError"):
        return "it takes too much memory to read"
    return f"the event cannot be read ({one_line(lines[-1], 80)})"
