"""``pillarplan next --short`` without Typer: a shell prompt cannot wait for it."""

import os
import sys
from datetime import date

from pillarplan.cli.frame.remembered import leave_line, mark_of, remembered_line
from pillarplan.cli.input.folders import Folders, find_folders, find_now, find_today
from pillarplan.errors import PillarplanError


def show_next_short() -> None:
    """Print the next action in one line and end the process.

    Problems of the journal are not told here: a prompt is no place for them.
    """
    try:
        folders = find_folders(os.environ.get("PILLARPLAN_HOME"))
        today = find_today(os.environ)
        code, line = remembered_line(folders, today) or _answer(folders, today)
    except PillarplanError as error:
        sys.stderr.write(f"pillarplan: {error}\n")
        sys.exit(error.exit_code)
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    sys.exit(code)


def _answer(folders: Folders, today: date) -> tuple[int, str]:
    from pillarplan.cli.input.home import Home  # takes longer than to remember

    # Before the journal is read: who writes between makes the prompt look again.
    mark = mark_of(folders)
    workspace = Home(folders, os.environ).open(
        today, find_now(os.environ), warn=lambda _: None
    )
    try:
        return leave_line(folders, today, mark, workspace)
    finally:
        workspace.close()
