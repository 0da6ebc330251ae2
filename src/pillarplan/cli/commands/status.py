"""``pillarplan status``: where one stands."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.errors import NothingYetError
from pillarplan.render.lines.status import status_lines
from pillarplan.services.following.names import names_of_skills
from pillarplan.services.following.status import report_status
from pillarplan.services.following.two_machines import warn_of_forks

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
        here.answer("status", report)
    else:
        names = names_of_skills(here.workspace, report.skills)
        here.say(status_lines(report, here.look, here.today, names))
    warn_of_forks(here.workspace)
    nothing = not report.skills_rated and not report.not_applicable
    if nothing or (due and report.checkin_due):
        raise typer.Exit(NothingYetError.exit_code)
