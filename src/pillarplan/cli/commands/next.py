"""``pillarplan next``: the one thing to do now."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.prompt import show_next, show_next_line
from pillarplan.errors import NothingYetError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


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
    show = show_next_line if short and not here.json else show_next
    if not show(here):
        raise typer.Exit(NothingYetError.exit_code)
