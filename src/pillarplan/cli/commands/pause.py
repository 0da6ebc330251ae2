"""``pillarplan pause``: nothing is due for a while."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.input import typed
from pillarplan.cli.input.days import parse_date
from pillarplan.domain.text import on_day
from pillarplan.errors import UsageError
from pillarplan.services.following.pausing import pause as begin_pause

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def pause(
    ctx: typer.Context,
    day: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATE]",
            help="Its last day: a date, or 2w, or 10d.",
            **typed.DAY_WORDS,
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The same.", **typed.DAY)
    ] = None,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="What it is for, for your own record.")
    ] = "",
) -> None:
    """Pause for a while: nothing is due, and nothing counts as missed.

    \b
    Examples:
      pillarplan pause 2w
      pillarplan pause --until 2027-03-31 --reason "Parental leave"

    Call it again to pause longer or shorter; pillarplan resume ends it at once. Days
    off that you know beforehand are better told to the plan: pillarplan plan --breaks
    """
    here = surroundings(ctx)
    stated = {*(day or ()), *((until,) if until else ())}
    if len(stated) != 1:
        raise UsageError("Say until when, once: pillarplan pause 2w")
    last = parse_date(stated.pop(), "--until")
    paused = begin_pause(here.workspace, last, reason)
    if here.json:
        here.answer("pause", paused)
    else:
        here.say(
            f"Paused until {on_day(paused.until)}. Nothing is due; take your time."
        )
        here.tell("\nBack earlier? pillarplan resume")
