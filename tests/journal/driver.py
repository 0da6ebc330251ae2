"""A small program that records through a journal, for tests that kill or starve it.

    python driver.py FOLDER COMMAND [ARGUMENT …]

It prints the id of each command that it recorded, as soon as that is on disk.  Its
exit code is that of the error that it met.  All imports are done before the first
system call that concerns FOLDER, so that injected faults hit the journal only.

Variables set by the tests: ``DRIVER_UID`` gives up root for that user, and
``DRIVER_FILE_LIMIT`` lets no file grow beyond so many bytes.
"""

import ctypes
import hashlib  # noqa: F401  # by which lines that are written name each other
import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from pillarplan.errors import PillarplanError
from pillarplan.files import write_atomically
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.replay import replay
from pillarplan.journal.storage.format import CURRENT, Format

PR_SET_PTRACER, PR_SET_PTRACER_ANY = 0x59616D61, -1
"""From <linux/prctl.h>."""

HOST = "test-host"
DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def hours_in_minutes(record: dict[str, Any]) -> dict[str, Any]:
    """Upgrade an event to a made-up format in which `spent` counts minutes."""
    data = dict(record["data"])
    if record["type"] == "spent":
        data["hours"] *= 60
    return {**record, "data": data}


NEXT = Format(version=(2, 0), upgrades={1: hours_in_minutes})
"""A newer format, for tests of upgrades."""


def journal(folder: Path, form: Format = CURRENT, host: str = HOST) -> Journal:
    """Return the journal in `folder`, laid out as in all these tests."""
    return Journal(folder / "data", folder / "state", host, form)


def spend(record: Journal, *items: str, at: datetime = NOON) -> str:
    """Record an hour on each of `items`, as one command; return its id."""
    spent = [changes.spent(DAY, item, 1.0) for item in items]
    return record.record(spent, at)


def items(record: Journal) -> list[str]:
    """Return the items that hours were spent on, in order."""
    return [spent.item for spent in replay(record.read().events).spent]


def main(folder: Path, command: str, *arguments: str) -> None:
    """Do one command; say what was done on standard output."""
    mine = journal(folder)
    if command == "spend":
        _say(spend(mine, *arguments, at=datetime.now(UTC)))
    elif command == "spend-each":
        for item in arguments:
            _say(spend(mine, item))
    elif command == "upgrade":
        import pillarplan.journal.storage.archive  # noqa: F401  # now, not in mid-upgrade

        _say(spend(journal(folder, NEXT), *arguments))
    elif command == "repair":
        from pillarplan.journal.care.repair import repair

        _say(json.dumps([mended.done for mended in repair(mine)]))
    elif command == "check-in":
        today = datetime.now().date()  # in the zone of the machine
        _say(mine.record([changes.checked_in(today)], datetime.now().astimezone()))
    elif command == "read":
        problems = [problem.message for problem in mine.read().problems]
        _say(json.dumps({"items": items(mine), "problems": problems}))
    elif command == "read-days":
        days = replay(mine.read().events).checkins
        _say(json.dumps([day.isoformat() for day in days]))
    elif command == "hold":
        with mine.locked():
            _say("held")
            time.sleep(float(arguments[0]))
    elif command == "replace":
        write_atomically(folder / "export", b"new")
        _say("replaced")
    else:
        raise AssertionError(command)


def ended(folder: Path, *arguments: str) -> int:
    """Do one command; return the exit code."""
    try:
        main(folder, *arguments)
    except PillarplanError as error:
        os.write(2, f"{error}\n".encode())
        return error.exit_code
    return 0


def end_once_traced(
    gate: Connection, folder: Path, arguments: Sequence[str], shown: Sequence[Path]
) -> None:
    """Do one command and end, once the other side of the `gate` says go.

    What it would print is written to the files that are `shown`.
    """
    # Where none but parents may trace, strace, a sibling, has to be allowed.
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(PR_SET_PTRACER_ANY))
    os.chdir(folder)
    for number, path in enumerate(shown, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    gate.send("ready")
    gate.recv()
    os._exit(ended(folder, *arguments))  # no call comes after those of the driver


def _say(text: str) -> None:
    os.write(1, text.encode() + b"\n")


def _restrict() -> None:
    if limit := os.environ.get("DRIVER_FILE_LIMIT"):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    if uid := os.environ.get("DRIVER_UID"):
        os.setgroups([])
        os.setresgid(int(uid), int(uid), int(uid))
        os.setresuid(int(uid), int(uid), int(uid))


if __name__ == "__main__":
    _restrict()
    sys.exit(ended(Path(sys.argv[1]), *sys.argv[2:]))
