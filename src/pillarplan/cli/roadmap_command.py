"""``pillarplan roadmap``: the adopted plan."""

import typer

from pillarplan.cli.app import surroundings
from pillarplan.cli.surroundings import Surroundings
from pillarplan.domain.roadmap import Roadmap
from pillarplan.errors import NothingYetError
from pillarplan.render.terminal.roadmap import roadmap_view

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def roadmap(ctx: typer.Context) -> None:
    """Show the plan that you adopted, with what is done by now.

    \b
    Examples:
      pillarplan roadmap
      pillarplan roadmap --json
    """
    here = surroundings(ctx)
    adopted = here.workspace.profile().current_roadmap
    if adopted is None:
        raise NothingYetError(
            "There is no plan yet. Make one with: pillarplan plan --hours 3"
        )
    if here.json:
        here.answer("roadmap", adopted)
    else:
        draw_roadmap(here, adopted)


def draw_roadmap(here: Surroundings, roadmap: Roadmap) -> None:
    """Print a roadmap with the names of its skills and of its role."""
    knowledge = here.workspace.knowledge
    names = {skill.id: skill.name for skill in knowledge.outlines()}
    role = knowledge.role(roadmap.role)
    name = role.name if role else roadmap.role
    here.draw(roadmap_view(roadmap, names, name, here.look))
