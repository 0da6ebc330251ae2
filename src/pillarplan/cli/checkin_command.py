"""``pillarplan checkin``: tell what happened; ends with what is next."""

from functools import partial
from typing import Annotated

import typer

from pillarplan.cli import parsing
from pillarplan.cli.app import surroundings
from pillarplan.cli.completion import complete_planned_item
from pillarplan.cli.dialogue import ask_for_checkin
from pillarplan.cli.surroundings import Surroundings
from pillarplan.domain.text import in_hours
from pillarplan.errors import UsageError
from pillarplan.render.standing import next_lines
from pillarplan.services.checking_in import CheckedIn, CheckIn, check_in

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Pairs = list[str] | None


@app.command()
def checkin(
    ctx: typer.Context,
    done: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM",
            autocompletion=complete_planned_item,
            help="You finished this item.",
        ),
    ] = None,
    hours: Annotated[
        Pairs, typer.Option(metavar="ITEM=HOURS", help="Hours you spent: 2, 1:30, 90m.")
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ITEM",
            autocompletion=complete_planned_item,
            help="You will not do this item.",
        ),
    ] = None,
    rate: Annotated[
        Pairs, typer.Option(metavar="SKILL=LEVEL", help="Your new level of a skill.")
    ] = None,
    evidence: Annotated[
        Pairs, typer.Option(metavar="SKILL=TEXT", help="One line that shows a skill.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Anything worth keeping.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day; today if not given.")
    ] = None,
    id_: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="NAME", help="The same name again changes nothing."
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="YAML or JSON; - reads it here."),
    ] = None,
) -> None:
    """Tell what you did; without options a short dialogue asks.

    \b
    Examples:
      pillarplan checkin
      pillarplan checkin --hours getting-to-yes=2 --done getting-to-yes
      pillarplan checkin --rate negotiation=3 --evidence negotiation="Cut scope, 12 May"
      pillarplan checkin --from week.yaml --id 2026-w48
    """
    here = surroundings(ctx)
    if from_ is not None:
        report = _read_report(here, from_)
    else:
        report = CheckIn(
            id=None if id_ is None else parsing.parse_id(id_, "--id"),
            on=parsing.parse_date(on, "--on") if on else None,
            hours=_hours(hours or []),
            done=tuple(done or ()),
            drop=tuple(drop or ()),
            rate=_levels(rate or []),
            evidence=parsing.parse_assignments(evidence or [], "--evidence"),
            note=note,
        )
        if report.is_empty and here.interactive:
            report = ask_for_checkin(here)
    show(here, check_in(here.workspace, report))


def _read_report(here: Surroundings, name: str) -> CheckIn:
    # Imported here, since reading files takes YAML and pydantic.
    from pillarplan.cli.input_files import read_input
    from pillarplan.services.doubts import doubt_checkin

    return read_input(name, CheckIn, partial(doubt_checkin, here.workspace))


def show(here: Surroundings, result: CheckedIn) -> None:
    """Print what was recorded and what is next."""
    if here.json:
        here.answer("checkin", result)
        return
    here.say(_summary(result))
    for remark in result.remarks:
        here.say(remark)
    here.say("\n" + next_lines(result.next, here.today))


def _summary(result: CheckedIn) -> str:
    if not result.recorded:
        return "This check-in was recorded before; nothing changed."
    facts = [
        f"{in_hours(hours)} on {item}" + (", done" if item in result.done else "")
        for item, hours in result.hours.items()
    ]
    facts += [f"{item} done" for item in result.done if item not in result.hours]
    facts += [f"{item} dropped" for item in result.dropped]
    facts += [f"{skill} at {level}" for skill, level in result.rated.items()]
    return f"Recorded: {'; '.join(facts)}." if facts else "Recorded."


def _hours(texts: list[str]) -> dict[str, float]:
    pairs = parsing.parse_assignments(texts, "--hours")
    return {item: parsing.parse_hours(text, "--hours") for item, text in pairs.items()}


def _levels(texts: list[str]) -> dict[str, int]:
    levels = {
        skill: parsing.parse_level(text, "--rate")
        for skill, text in parsing.parse_assignments(texts, "--rate").items()
    }
    for skill, level in levels.items():
        if level is None:
            raise UsageError(
                f"--rate: use pillarplan assess --set {skill}=n/a instead."
            )
    return {skill: level for skill, level in levels.items() if level is not None}
