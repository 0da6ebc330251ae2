"""``pillarplan review``: what the last week or months brought, for one's manager."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over_page
from pillarplan.cli.input import days, typed
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def review(
    ctx: typer.Context,
    quarter: Annotated[
        bool, typer.Option("--quarter", help="The last three months (default).")
    ] = False,
    week: Annotated[bool, typer.Option("--week", help="The last seven days.")] = False,
    month: Annotated[bool, typer.Option("--month", help="The last month.")] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="From this day on.", **typed.PAST_DAY),
    ] = None,
    with_reasons: Annotated[
        bool, typer.Option("--with-reasons", help="Also why you dropped items.")
    ] = False,
    output: Output = "",
    force: Force = False,
) -> None:
    """Write what a week, month or quarter brought, for your manager.

    A page in Markdown: what you planned, did and learned until today, with your
    evidence as stories for the next career talk. It holds no notes of check-ins,
    nothing that others said, and nothing of a check-in that you marked --private.

    \b
    Examples:
      pillarplan review
      pillarplan review --week
      pillarplan review --month | less
      pillarplan review --since 2026-10-01 -o review.md
    """
    from pillarplan.render.pages.review import review_page
    from pillarplan.services.looking_back.reviewing import (
        months_before,
        report_review,
        week_before,
    )

    here = surroundings(ctx)
    if quarter + month + week + (since is not None) > 1:
        raise UsageError("Choose one of --quarter, --month, --week and --since.")
    if since is not None:
        first = days.parse_date(since, "--since")
    elif week:
        first = week_before(here.today)
    else:
        first = months_before(here.today, 1 if month else 3)
    report = report_review(here.workspace, first, with_reasons=with_reasons)
    if here.json:
        here.answer("review", report)
    else:
        scale = here.workspace.knowledge.scale()
        hand_over_page(here, review_page(report, scale, here.home.name), output, force)
