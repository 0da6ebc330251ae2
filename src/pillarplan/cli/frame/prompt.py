"""``pillarplan next`` without Typer, which takes as long to import as all the rest.

A shell prompt cannot wait for it, and what is asked most often need not.
"""

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

from pillarplan.cli.frame.remembered import leave_line, mark_of, remembered_line
from pillarplan.cli.input.folders import Folders, find_folders, find_now, find_today
from pillarplan.errors import NothingYetError, PillarplanError

if TYPE_CHECKING:
    from pillarplan.cli.frame.surroundings import Surroundings


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


def show_next_at_once(*, asked: bool) -> int:
    """Show what to do now as the command does; return the exit code.

    Who did not ask for it is welcome even if there is nothing yet.
    """
    from pillarplan.cli.frame.failure import report_errors
    from pillarplan.cli.frame.surroundings import look_around

    with report_errors(as_json=False) as outcome:
        home = os.environ.get("PILLARPLAN_HOME")
        here = look_around(
            home=home, json=False, plain=False, no_color=False, no_input=False
        )
        try:
            nothing_yet = not show_next(here)
        finally:
            here.close()
        if asked and nothing_yet:
            outcome.exit_code = NothingYetError.exit_code
    return outcome.exit_code


def show_next(here: "Surroundings") -> bool:
    """Print what to do now; return whether there is something to work on."""
    from pillarplan.render.lines.next_action import next_card
    from pillarplan.services.following.in_hand import in_hand

    found = in_hand(here.workspace)
    if here.json:
        here.answer("next", found.action)
    else:
        here.show(next_card(*found, here.look, here.today))
    return found.action.is_ready


def show_next_line(here: "Surroundings") -> bool:
    """Print what to do now in one line; return whether there is something to do."""
    from pillarplan.render.lines.next_action import next_line
    from pillarplan.services.following.whats_next import whats_next

    action = whats_next(here.workspace)
    here.say(next_line(action, here.today))
    return action.is_ready
