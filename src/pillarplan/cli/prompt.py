"""``pillarplan next --short`` without Typer: a shell prompt cannot wait for it."""

import os
import sys

from pillarplan.cli.folders import find_folders, find_today, host_name
from pillarplan.domain.standing import Act
from pillarplan.errors import NothingYetError, PillarplanError
from pillarplan.journal.journal import Journal
from pillarplan.journal.replay import replay
from pillarplan.render.standing import next_line
from pillarplan.services.progress import next_action

NOTHING_YET = (Act.RATE, Act.PLAN)


def show_next_short() -> None:
    """Print the next action in one line and end the process.

    Problems of the journal are not told here: a prompt is no place for them.
    """
    try:
        today = find_today(os.environ)
        folders = find_folders(os.environ.get("PILLARPLAN_HOME"))
        events = Journal(folders.data, folders.state, host_name()).read().events
        action = next_action(replay(events), today)
    except PillarplanError as error:
        sys.stderr.write(f"pillarplan: {error}\n")
        sys.exit(error.exit_code)
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text file
    sys.stdout.write(next_line(action, today) + "\n")
    sys.exit(NothingYetError.exit_code if action.act in NOTHING_YET else 0)
