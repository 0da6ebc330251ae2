"""``pillarplan next --short`` without Typer: a shell prompt cannot wait for it.

A prompt asks again and again while nothing changes.  So the answer is remembered in the
cache folder, together with a stamp of all that it depends on: the day, the version of
the program, and name, size and time of the journal's files.  While the stamp is the
same, neither the journal nor the models are loaded.
"""

import os
import sys
from datetime import date
from pathlib import Path

from pillarplan import __version__
from pillarplan.cli.input.folders import Folders, find_folders, find_today, host_name
from pillarplan.errors import PillarplanError
from pillarplan.journal.fingerprint import stamp

FILE = "next-short.txt"


def show_next_short() -> None:
    """Print the next action in one line and end the process.

    Problems of the journal are not told here: a prompt is no place for them.
    """
    try:
        folders = find_folders(os.environ.get("PILLARPLAN_HOME"))
        today = find_today(os.environ)
        files = stamp(str(folders.data)).replace("\n", " ")
        state = f"{__version__} {today} {files}"
        code, line = _recall(folders.cache, state) or _answer(folders, today, state)
    except PillarplanError as error:
        sys.stderr.write(f"pillarplan: {error}\n")
        sys.exit(error.exit_code)
    sys.stdout.write(f"{line}\n")
    sys.exit(code)


def _recall(cache: Path, state: str) -> tuple[int, str] | None:
    """Return exit code and line if they were remembered for the same state."""
    try:
        with open(cache / FILE, encoding="utf-8") as stream:  # noqa: PTH123  # faster
            remembered, code, line = stream.read().split("\n")[:3]
    except (OSError, ValueError):
        return None
    return (int(code), line) if remembered == state and code.isdecimal() else None


def _answer(folders: Folders, today: date, state: str) -> tuple[int, str]:
    """Read the journal, and remember the answer where that is possible."""
    from contextlib import suppress

    from pillarplan.domain.reports.next_action import Act
    from pillarplan.errors import NothingYetError
    from pillarplan.files import make_private, write_atomically
    from pillarplan.journal.journal import Journal
    from pillarplan.journal.meaning.replay import replay
    from pillarplan.render.lines.next_action import next_line
    from pillarplan.services.following.next_action import next_action

    events = Journal(folders.data, folders.state, host_name()).read().events
    action = next_action(replay(events), today)
    nothing_yet = action.act in (Act.RATE, Act.PLAN)
    code = NothingYetError.exit_code if nothing_yet else 0
    line = next_line(action, today)
    with suppress(OSError):
        make_private(folders.cache)
        write_atomically(folders.cache / FILE, f"{state}\n{code}\n{line}\n".encode())
    return code, line
