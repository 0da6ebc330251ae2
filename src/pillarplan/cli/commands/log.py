"""``pillarplan log``: hours went into an item; a check-in in one word."""

from functools import partial
from typing import Annotated

import typer

from pillarplan.cli.commands.done import ask_which
from pillarplan.cli.frame.app import run_command, surroundings
from pillarplan.cli.input import typed
from pillarplan.cli.input.days import parse_date
from pillarplan.cli.input.parsing import parse_hours
from pillarplan.domain.person.checkin import CheckIn, OutsideWork
from pillarplan.domain.person.work import Outside
from pillarplan.domain.plan.written_hours import hours_from
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
    skill: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL", help="What a title of your own was for.", **typed.SKILL
        ),
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
    """Tell how long you worked on an item; the answer is what comes next.

    \b
    Examples:
      pillarplan log 1 1:30
      pillarplan log getting to yes 45m
      pillarplan log 2 1h --on yesterday
      pillarplan log "Talk by Jo" 1:30 --skill strategy

    What neither your plan nor the knowledge base has is told by its title, with the
    skill that it was for: its hours count, and it closes no step. Take it back with:
    pillarplan undo
    """
    item, hours = _parts(told or [])
    if not hours:
        raise UsageError(
            f"How long? Say it at the end: pillarplan log {item or 'ITEM'} 1:30"
        )
    # Imported here, since help needs no knowledge base.
    from pillarplan.cli.dialogues.outside import what_is_meant

    what = what_is_meant(surroundings(ctx), item, skill or []) if item else ""
    if isinstance(what, Outside):
        _record(ctx, what, parse_hours(hours, "log"), applied, on)
        return
    name = what or ask_which(ctx, "log", hours)
    words = ["--hours", f"{name}={hours}", *(("--on", on) if on else ())]
    words += ["--applied", f"{name}={applied}"] if applied is not None else []
    run_command(ctx, "checkin", *words)


def _record(
    ctx: typer.Context, what: Outside, hours: float, applied: str | None, on: str | None
) -> None:
    """Record hours on what is told by its title, and say what is next."""
    from pillarplan.cli.dialogues.weekly.afterwards import offer_more
    from pillarplan.cli.dialogues.weekly.recorded import tell_recorded
    from pillarplan.services.following.weekly.checking_in import check_in

    here = surroundings(ctx)
    work = OutsideWork(
        title=what.title, hours=hours, skills=what.skills, applied=applied
    )
    day = parse_date(on, "--on") if on else None
    result = check_in(here.workspace, CheckIn(on=day, outside=(work,)))
    tell_recorded(here, result, asked=False)
    offer_more(here, partial(run_command, ctx), result, asked=False)


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
