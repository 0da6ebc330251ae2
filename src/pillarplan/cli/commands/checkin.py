"""``pillarplan checkin``: tell what happened; ends with what is next."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any

import typer

from pillarplan.cli.dialogues.asking import confirmed
from pillarplan.cli.dialogues.weekly.afterwards import offer_more
from pillarplan.cli.dialogues.weekly.recorded import tell_recorded
from pillarplan.cli.frame.app import run_command, surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import days, parsing, typed
from pillarplan.cli.input.options.checkin import CHECKIN_OPTIONS
from pillarplan.cli.input.options.option import read_wishes
from pillarplan.cli.input.options.signature import takes
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.text import wrapped
from pillarplan.errors import UsageError
from pillarplan.services.following.weekly.checking_in import check_in, is_recorded
from pillarplan.services.following.weekly.plausible import far_above

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@takes(CHECKIN_OPTIONS)
def checkin(
    ctx: typer.Context,
    private: Annotated[
        bool,
        typer.Option("--private", help="Evidence and note stay on no page for others."),
    ] = False,
    nothing: Annotated[
        bool, typer.Option("--nothing", help="Nothing this time; that counts too.")
    ] = False,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day; today if not given.", **typed.PAST_DAY
        ),
    ] = None,
    pause_until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Pause until that day, or for 2w or 10d.", **typed.DAY
        ),
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
    **stated: Any,
) -> None:
    """Tell what you did; without options a short dialogue asks.

    \b
    Examples:
      pillarplan checkin
      pillarplan checkin --hours getting-to-yes=2 --done getting-to-yes
      pillarplan checkin --applied getting-to-yes="Wrote our BATNA before the call"
      pillarplan checkin --rate negotiation=3 --evidence negotiation="Cut scope, 12 May"
      pillarplan checkin --from week.yaml --id 2026-w48
    """
    here = surroundings(ctx)
    name = None if id_ is None else parsing.parse_id(id_, "--id")
    if from_ is not None:
        told = _read_report(here, from_)
        report = replace(told, id=name or told.id, private=private or told.private)
    else:
        report = CheckIn(
            id=name,
            on=days.parse_date(on, "--on") if on else None,
            pause_until=days.parse_date(pause_until, "--pause-until")
            if pause_until
            else None,
            private=private,
            nothing=nothing,
            **read_wishes(CHECKIN_OPTIONS, stated),
        )
    asked = report.is_empty and (here.interactive or here.reads_answers)
    if asked and not is_recorded(here.workspace.profile(), report):
        report = _ask(here, report)
    elif here.interactive:
        _confirm_hours(here, report)
    result = check_in(here.workspace, report)
    tell_recorded(here, result, asked=asked)
    offer_more(here, partial(run_command, ctx), result, asked=asked)


def _confirm_hours(here: Surroundings, report: CheckIn) -> None:
    """Ask whether hours far above what an item takes are meant so."""
    for doubt in far_above(here.workspace, here.workspace.profile(), report.hours):
        if not confirmed(wrapped(f"{doubt} Record it?", here.width), usual=False):
            raise UsageError(
                "Nothing was recorded. Tell it again with the right hours."
            )


def _ask(here: Surroundings, report: CheckIn) -> CheckIn:
    # Imported here, since nobody asks a script.
    from pillarplan.cli.dialogues.weekly.checkin import ask_for_checkin

    try:
        return ask_for_checkin(here, report)
    except KeyboardInterrupt:
        here.tell(
            "\nStopped. Nothing was recorded; begin again with: pillarplan checkin"
        )
        raise


def _read_report(here: Surroundings, name: str) -> CheckIn:
    # Imported here, since reading files takes YAML and pydantic.
    from pillarplan.cli.input.files import read_input
    from pillarplan.services.forms.base_checks import doubt_checkin
    from pillarplan.services.forms.checkin import CheckInFile

    workspace = here.workspace
    doubt = partial(doubt_checkin, workspace)
    file = read_input(name, CheckInFile, doubt, lambda: workspace.knowledge.scale())
    return file.to_domain()
