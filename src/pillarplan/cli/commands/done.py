"""``pillarplan done``: an item is finished; a check-in in one word."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import run_command, surroundings
from pillarplan.cli.input import typed
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def done(
    ctx: typer.Context,
    item: Annotated[
        list[str] | None,
        typer.Argument(metavar="ITEM", help="What you finished.", **typed.ITEM_WORDS),
    ] = None,
    hours: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="What it took you: 2, 1:30, 90m."),
    ] = None,
    applied: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What came of it, which is evidence."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day; today if not given.", **typed.PAST_DAY
        ),
    ] = None,
) -> None:
    """Tell that you finished an item; the answer is what comes next.

    \b
    Examples:
      pillarplan done 1
      pillarplan done getting to yes --hours 2
      pillarplan done tell sales no --applied "Said no to two requests, and why"

    The same as pillarplan checkin --done ITEM, which can tell more at once. Take it
    back with: pillarplan undo
    """
    name = item[0] if item else ask_which(ctx, "done")
    told = ["--done", name]
    if hours is not None:
        told += ["--hours", f"{name}={hours}"]
    if applied is not None:
        told += ["--applied", f"{name}={applied}"]
    run_command(ctx, "checkin", *told, *(("--on", on) if on else ()))


def ask_which(ctx: typer.Context, verb: str, *rest: str) -> str:
    """Raise UsageError that names what is next: most likely it is meant."""
    from pillarplan.services.following.whats_next import whats_next

    action = whats_next(surroundings(ctx).workspace)
    if action.item is None:
        raise UsageError(f"Which item? {action.sentence} Type: {action.command}")
    words = " ".join(("pillarplan", verb, action.item, *rest))
    raise UsageError(f"Which item? If it is {action.title}: {words}")
