"""Reading calendars in a process of its own, with a deadline and a limit of memory."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from pillarplan.busy.times import Interval
from pillarplan.domain.text import file_name, one_line
from pillarplan.errors import InvalidInputError

DEADLINE = 20.0
"""Seconds; thousands of events take one."""

NEXT_STEP = (
    "Mend it, or export it again. To plan without it, name the others after --busy; "
    "without any: pillarplan plan --busy none"
)


class BrokenCalendarError(InvalidInputError):
    """A calendar file does not say when one is busy."""

    kind = "broken-calendar"

    def __init__(self, path: Path, line: int, what: str) -> None:
        where = f"{file_name(path)}, line {line}" if line else file_name(path)
        super().__init__(f"{where}: {what}.\n{NEXT_STEP}")


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the calendar files among some paths, and in the folders among them.

    Raises BrokenCalendarError for a path that is not there, and for a folder without
    any: no file must not look like no meeting.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.ics")) if path.is_dir() else [path]
        found = [each for each in found if each.is_file()]
        if not found:
            is_folder = path.is_dir()
            what = (
                "there is no .ics file in it" if is_folder else "there is no such file"
            )
            raise BrokenCalendarError(path, 0, what)
        files += found
    return list(dict.fromkeys(files))


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
        _blame(files, error.stdout or b"", "the event repeats in a way that has no end")
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
        return "the event repeats so often that the memory does not hold it"
    return f"the event cannot be read ({one_line(lines[-1], 80)})"
