"""``pillarplan history``: ratings, hours and evidence over time."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.input.completion import complete_skill
from pillarplan.domain.reports.history import Stretch

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def history(
    ctx: typer.Context,
    skill: Annotated[
        str | None,
        typer.Argument(
            metavar="[SKILL]",
            autocompletion=complete_skill,
            help="Only this skill, with every rating of it.",
        ),
    ] = None,
    by: Annotated[
        Stretch | None,
        typer.Option(help="Sum hours by weeks or months; what fits, if not given."),
    ] = None,
) -> None:
    """Show how your levels, hours and evidence went over time.

    \b
    Examples:
      pillarplan history
      pillarplan history negotiation
      pillarplan history --by month
      pillarplan history --json
    """
    from pillarplan.services.looking_back.history import report_history

    here = surroundings(ctx)
    report = report_history(here.workspace, skill, by)
    if here.json:
        here.answer("history", report)
    else:
        from pillarplan.render.terminal.history import history_view

        here.draw(history_view(report, here.look))
