"""``pillarplan history``: ratings, hours and evidence over time."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input import typed
from pillarplan.domain.reports.history import Stretch
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def history(
    ctx: typer.Context,
    skill: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SKILL]",
            help="Only this skill, with every rating of it.",
            **typed.SKILL_WORDS,
        ),
    ] = None,
    by: Annotated[
        Stretch | None,
        typer.Option(help="Sum hours by weeks or months; what fits, if not given."),
    ] = None,
    entries: Annotated[
        bool,
        typer.Option("--entries", help="List what you told, to correct single ones."),
    ] = False,
) -> None:
    """Show how your levels, hours and evidence went over time.

    \b
    Examples:
      pillarplan history
      pillarplan history negotiation
      pillarplan history --by month
      pillarplan history --entries
      pillarplan history --json
    """
    from pillarplan.services.looking_back.history import report_history

    here = surroundings(ctx)
    if entries:
        _list(here, limited=skill is not None or by is not None)
        return
    report = report_history(here.workspace, skill[0] if skill else None, by)
    if here.json:
        here.answer("history", report)
    else:
        from pillarplan.render.terminal.history import history_view

        scale = here.workspace.knowledge.scale()
        here.draw(history_view(report, scale, here.look))


def _list(here: Surroundings, *, limited: bool) -> None:
    from pillarplan.render.lines.entries import entries_lines
    from pillarplan.services.looking_back.entries import list_entries

    if limited:
        raise UsageError("--entries lists all that was told; leave the rest out.")
    shown = list_entries(here.workspace)
    if here.json:
        here.answer("entries", shown)
    else:
        here.say(entries_lines(shown, here.width))
        here.tell("\nCorrect one: pillarplan amend NUMBER --hours 1, or --withdraw")
