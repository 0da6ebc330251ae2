"""``pillarplan gaps``: where one is, where the role wants one to be."""

import typer

from pillarplan.cli.app import surroundings
from pillarplan.cli.options import ContextNames, RoleName
from pillarplan.cli.parsing import parse_names
from pillarplan.cli.surroundings import Surroundings
from pillarplan.render.terminal.gaps import gaps_view
from pillarplan.services.measuring import report_gaps

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def gaps(
    ctx: typer.Context, role: RoleName = None, context: ContextNames = None
) -> None:
    """Compare your ratings with what a role asks for.

    \b
    Examples:
      pillarplan gaps
      pillarplan gaps --role director
      pillarplan gaps --json
    """
    draw_gaps(surroundings(ctx), role, parse_names(context or ""))


def draw_gaps(here: Surroundings, role: str | None, contexts: tuple[str, ...]) -> None:
    """Print the gaps to a role, by default the one that the person chose."""
    report = report_gaps(here.workspace, role, contexts)
    if here.json:
        here.answer("gaps", report)
        return
    pillars = {pillar.id: pillar.name for pillar in here.workspace.knowledge.pillars()}
    here.draw(gaps_view(report, pillars, here.look))
