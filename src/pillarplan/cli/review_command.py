"""``pillarplan review``: what the last months brought, for one's manager."""

from typing import Annotated

import typer

from pillarplan.cli import parsing
from pillarplan.cli.app import surroundings
from pillarplan.cli.output_files import Force, Output, hand_over
from pillarplan.errors import UsageError
from pillarplan.render.review import review_page
from pillarplan.services.reviewing import months_before, report_review

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def review(
    ctx: typer.Context,
    quarter: Annotated[
        bool, typer.Option("--quarter", help="The last three months (default).")
    ] = False,
    month: Annotated[bool, typer.Option("--month", help="The last month.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this day on.")
    ] = None,
    output: Output = "-",
    force: Force = False,
) -> None:
    """Write what the last months brought, as a page for your manager.

    Markdown: what you planned, did and learned until today. It holds no notes of
    check-ins and nothing that others said.

    \b
    Examples:
      pillarplan review
      pillarplan review --month | less
      pillarplan review --since 2026-10-01 -o review.md
    """
    here = surroundings(ctx)
    if quarter + month + (since is not None) > 1:
        raise UsageError("Choose one of --quarter, --month and --since.")
    if since is not None:
        first = parsing.parse_date(since, "--since")
    else:
        first = months_before(here.today, 1 if month else 3)
    report = report_review(here.workspace, first)
    if here.json:
        here.answer("review", report)
    else:
        hand_over(here, review_page(report), output, force)
