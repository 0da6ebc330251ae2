"""A process of its own that reads calendars: ``python -m pillarplan.busy.child``.

It gets what to read on standard input, as JSON, and answers in lines of JSON: where it
is, so that whoever waits knows what it was at when it was ended, and what it found.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pillarplan.busy.blocks import read_blocks
from pillarplan.busy.broken import BrokenError
from pillarplan.busy.cutting import Window, cut
from pillarplan.busy.times import Interval, merge

MOST_MEMORY = 1 << 30
"""Bytes of addresses, of which Python and its libraries take a quarter."""

MOST_TIME = 3.0
"""Seconds of work for one event; a usual one takes a thousandth."""

MOST_BYTES = 100_000_000
"""A calendar file is not larger."""


def main() -> None:
    """Answer one request."""
    limit_memory()
    request = json.load(sys.stdin)
    first, last = (date.fromisoformat(request[end]) for end in ("first", "last"))
    found: list[Interval] = []
    for number, name in enumerate(request["files"]):
        tell({"file": number, "line": 1})
        try:
            found += _read(Path(name), first, last, frozenset(request["ours"]), number)
        except BrokenError as error:
            tell({"file": number, "line": error.line, "broken": error.what})
            return
        except OSError as error:
            tell({"file": number, "line": 0, "broken": error.strerror or str(error)})
            return
    tell({"busy": [[at.isoformat() for at in each] for each in merge(found)]})


def _read(
    path: Path, first: date, last: date, ours: frozenset[str], number: int
) -> Iterator[Interval]:
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BrokenError(1, "the file is larger than 100 MB")
    for calendar in read_blocks(content):
        kept = cut(calendar, Window(first, last), ours)
        if any(block.name == "VEVENT" for block in kept.blocks):
            # It takes longer to import than most calendars take to read.
            from pillarplan.busy.expanding import expand

            at_line = partial(_tell_line, number)
            yield from expand(kept, first, last, at_line)
            _limit_time(0)


def _tell_line(file: int, line: int) -> None:
    """Say which event comes next, and give it its time."""
    tell({"file": file, "line": line})
    _limit_time(MOST_TIME, line)


def _limit_time(seconds: float, line: int = 0) -> None:
    """Break off after so many seconds of work; 0 is never."""
    with suppress(ImportError, AttributeError):  # Windows has the deadline only
        from signal import ITIMER_PROF, SIGPROF, setitimer, signal

        signal(SIGPROF, partial(_stop, line))
        setitimer(ITIMER_PROF, seconds)


def _stop(line: int, *_: object) -> None:
    raise BrokenError(line, "the event repeats in a way that has no end")


def tell(what: dict[str, Any]) -> None:
    """Say something at once, since the next moment may be the last."""
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


def limit_memory() -> None:
    """Take no more memory than a calendar may need, where the system can see to it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
