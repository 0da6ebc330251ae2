"""``pillarplan log``: hours went into an item; a check-in in one word."""

from typing import Annotated

import typer

from pillarplan.cli.commands.done import ask_which
from pillarplan.cli.frame.app import run_command
from pillarplan.cli.input import typed
from pillarplan.domain.plan.hours import hours_from
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def log(
    ctx: typer.Context,
    told: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ITEM HOURS",
            autocompletion=typed.ITEM["autocompletion"],
            help="What you worked on, and how long: 2, 1:30, 90m.",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day; today if not given.", **typed.PAST_DAY
        ),
    ] = None,
) -> None:
    """Tell how long you worked on an item; the answer is what comes next.

    \b
    Examples:
      pillarplan log 1 1:30
      pillarplan log getting to yes 45m
      pillarplan log 2 1h --on yesterday

    The same as pillarplan checkin --hours ITEM=HOURS, which can tell more at once. Take
    it back with: pillarplan undo
    """
    item, hours = _parts(told or [])
    if not hours:
        raise UsageError(
            f"How long? Say it at the end: pillarplan log {item or 'ITEM'} 1:30"
        )
    name = item or ask_which(ctx, "log", hours)
    told_hours = f"{name}={hours}"
    run_command(ctx, "checkin", "--hours", told_hours, *(("--on", on) if on else ()))


def _parts(words: list[str]) -> tuple[str, str]:
    """Return item and hours, each perhaps empty; the hours come last, as ``2 h``, too.

    They may stand in front if they cannot be the number of an item.
    """
    first = "".join(words[:1])
    if words[1:] and not first.isdecimal() and hours_from(first) is not None:
        return " ".join(words[1:]), first
    for many in (1, 2):
        if hours_from(" ".join(words[-many:])) is not None:
            return " ".join(words[:-many]), " ".join(words[-many:])
    return " ".join(words), ""
