"""``pillarplan next``: the one thing to do now."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.prompt import show_next, show_next_line
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.errors import NothingYetError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("next")
def next_(
    ctx: typer.Context,
    short: Annotated[
        bool, typer.Option("--short", help="One short line, made for a shell prompt.")
    ] = False,
    minutes: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="What fits into so many minutes, now."),
    ] = None,
) -> None:
    """Show what to do now.

    \b
    Examples:
      pillarplan next
      pillarplan next --short
      pillarplan next --minutes 20

    Exit code 3 says that there is nothing to work on yet.
    """
    here = surroundings(ctx)
    if minutes is not None:
        _show_what_fits(here, minutes)
        return
    show = show_next_line if short and not here.json else show_next
    if not show(here):
        raise typer.Exit(NothingYetError.exit_code)


def _show_what_fits(here: Surroundings, minutes: int) -> None:
    from pillarplan.render.lines.short_time import short_time_lines
    from pillarplan.services.habit.short_time import find_short_tasks

    found = find_short_tasks(here.workspace, minutes)
    if here.json:
        here.answer("short-time", found)
    else:
        here.show(short_time_lines(found, here.look))
