"""``pillarplan status``: where one stands."""

from dataclasses import replace
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.errors import NothingYetError
from pillarplan.render.lines.status import status_lines
from pillarplan.services.following.new_edition import tell_of_new_edition
from pillarplan.services.following.status import report_status
from pillarplan.services.naming.skills import names_of_skills
from pillarplan.services.safety.two_machines import warn_of_forks

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def status(
    ctx: typer.Context,
    due: Annotated[
        bool, typer.Option("--due", help="Exit with 3 if a check-in is due.")
    ] = False,
) -> None:
    """Show where you stand: progress, pace, and what is due.

    \b
    Examples:
      pillarplan status
      pillarplan status --json
      pillarplan status --due || pillarplan checkin

    How the forecast is made: pillarplan help forecast
    """
    here = surroundings(ctx)
    report = report_status(here.workspace)
    if here.json:
        # Imported here, since people are shown what the record says.
        from pillarplan.services.following.in_hand import look_up

        found = look_up(here.workspace, report.next)
        here.answer("status", replace(report, next=found.action))
    else:
        names = names_of_skills(here.workspace, report.skills)
        here.show(status_lines(report, here.look, here.today, names))
    warn_of_forks(here.workspace)
    tell_of_new_edition(here.workspace, at_a_glance=True)
    nothing = not report.skills_rated and not report.not_applicable
    if nothing or (due and report.checkin_due):
        raise typer.Exit(NothingYetError.exit_code)
