"""``pillarplan next --short`` without Typer: a shell prompt cannot wait for it.

A prompt asks again and again while nothing changes.  So the answer is remembered in the
cache folder, together with a stamp of all that it depends on: the day, the version of
the program, and name, size and time of the journal's files.  While the stamp is the
same, neither the journal nor the models are loaded.  A command that changes the journal
leaves the new answer behind, so the prompt after it need not read either.
"""

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

from pillarplan import __version__
from pillarplan.cli.input.folders import Folders, find_folders, find_now, find_today
from pillarplan.errors import PillarplanError
from pillarplan.journal.fingerprint import stamp

if TYPE_CHECKING:
    from pillarplan.cli.input.home import Home

FILE = "next-short.txt"


def show_next_short() -> None:
    """Print the next action in one line and end the process.

    Problems of the journal are not told here: a prompt is no place for them.
    """
    try:
        folders = find_folders(os.environ.get("PILLARPLAN_HOME"))
        today = find_today(os.environ)
        code, line = _recall(folders, today) or _answer(folders, today)
    except PillarplanError as error:
        sys.stderr.write(f"pillarplan: {error}\n")
        sys.exit(error.exit_code)
    sys.stdout.write(f"{line}\n")
    sys.exit(code)


def _answer(folders: Folders, today: date) -> tuple[int, str]:
    from pillarplan.cli.input.home import Home  # takes longer than to remember

    return leave_line(Home(folders, os.environ), today)


def leave_line(home: "Home", today: date) -> tuple[int, str]:
    """Remember what the next prompt shows; return its exit code and its line.

    The stamp is taken before the journal is read.  If another process writes between,
    the stamp is of before and the prompt looks again: the line is never too old.
    """
    from contextlib import suppress

    from pillarplan.domain.reports.next_action import Act
    from pillarplan.errors import NothingYetError
    from pillarplan.files import make_private, write_atomically
    from pillarplan.render.lines.next_action import next_line
    from pillarplan.services.following.next_action import next_action

    folders, now = home.folders, find_now(home.environment)
    state = _state(folders, today)
    profile = home.open(today, now, warn=lambda _: None).profile()
    action = next_action(profile, today)
    nothing_yet = action.act in (Act.RATE, Act.PLAN)
    code = NothingYetError.exit_code if nothing_yet else 0
    line = next_line(action, today)
    with suppress(OSError):
        make_private(folders.cache)
        write_atomically(folders.cache / FILE, f"{state}\n{code}\n{line}\n".encode())
    return code, line


def _recall(folders: Folders, today: date) -> tuple[int, str] | None:
    """Return exit code and line if they were remembered for the same state."""
    try:
        with open(folders.cache / FILE, encoding="utf-8") as stream:  # noqa: PTH123  # faster
            remembered, code, line = stream.read().split("\n")[:3]
    except (OSError, ValueError):
        return None
    fits = code.isdecimal() and remembered == _state(folders, today)
    return (int(code), line) if fits else None


def _state(folders: Folders, today: date) -> str:
    files = stamp(str(folders.data)).replace("\n", " ")
    return f"{__version__} {today} {files}"
