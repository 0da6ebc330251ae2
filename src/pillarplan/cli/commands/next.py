"""``pillarplan next``: the one thing to do now."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.reports.next_action import Act
from pillarplan.errors import NothingYetError
from pillarplan.render.lines.next_action import next_line, next_lines
from pillarplan.services.following.whats_next import whats_next

app = typer.Typer(rich_markup_mode=None, add_completion=False)

NOTHING_YET = (Act.RATE, Act.PLAN)


@app.command("next")
def next_(
    ctx: typer.Context,
    short: Annotated[
        bool, typer.Option("--short", help="One short line, made for a shell prompt.")
    ] = False,
) -> None:
    """Show what to do now.

    \b
    Examples:
      pillarplan next
      pillarplan next --short

    Exit code 3 says that there is nothing to work on yet.
    """
    here = surroundings(ctx)
    if show_next(here, short=short) in NOTHING_YET:
        raise typer.Exit(NothingYetError.exit_code)


def show_next(here: Surroundings, *, short: bool = False) -> Act:
    """Print the next action; return what sort of thing it is."""
    action = whats_next(here.workspace)
    if here.json:
        here.answer("next", action)
    elif short:
        here.say(next_line(action, here.today))
    else:
        here.say(next_lines(action, here.today, here.width))
    return action.act
