"""``pillarplan roadmap``: the adopted plan."""

from enum import StrEnum
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import MUCH
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.plan.waves import at_hand
from pillarplan.domain.reports.since_start import (
    SinceStart,
    find_since_start,
    report_roadmap,
)
from pillarplan.domain.text import wrapped
from pillarplan.errors import NothingYetError
from pillarplan.services.following.in_hand import entries_of
from pillarplan.services.following.pausing import adopted_plan, say_overrun

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class By(StrEnum):
    """In which order a roadmap stands."""

    SKILL = "skill"
    MONTH = "month"


@app.command()
def roadmap(
    ctx: typer.Context,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Draw the items over the months.")
    ] = False,
    by: Annotated[
        By, typer.Option(help="In which order; by month, reasons stand beside.")
    ] = By.SKILL,
) -> None:
    """Show the plan that you adopted, with what is done by now.

    \b
    Examples:
      pillarplan roadmap
      pillarplan roadmap --by month
      pillarplan roadmap --timeline
      pillarplan roadmap --json
    """
    here = surroundings(ctx)
    profile = here.workspace.profile()
    adopted = adopted_plan(profile)
    if adopted is None:
        raise NothingYetError(
            "There is no plan yet. Make one with: pillarplan plan --hours 3"
        )
    if here.json:
        answer_roadmap(here, adopted, profile)
    elif timeline:
        draw_timeline(here, adopted, profile)
    else:
        overrun = say_overrun(adopted)
        draw_roadmap(here, adopted, profile, find_since_start(profile), by=by)
        if overrun:
            here.say(f"\n{wrapped(overrun, here.width)}")


def answer_roadmap(here: Surroundings, roadmap: Roadmap, profile: Profile) -> None:
    """Print a roadmap as JSON, and apart from it what was done since the start."""
    entries = entries_of(here.workspace, roadmap.items)
    here.answer("roadmap", report_roadmap(roadmap, profile, entries))


def draw_timeline(here: Surroundings, roadmap: Roadmap, profile: Profile) -> None:
    """Print a roadmap as bars over the months."""
    from pillarplan.render.terminal.plan.timeline import timeline_view

    names = here.workspace.knowledge.skill_names()
    here.draw(timeline_view(roadmap, profile, names, here.today, here.look))


def draw_roadmap(
    here: Surroundings,
    roadmap: Roadmap,
    profile: Profile,
    since: SinceStart | None = None,
    *,
    by: By = By.SKILL,
) -> None:
    """Print a roadmap with the names of its skills and of its role.

    `since` is what was done over all plans, if that is to be shown beside it.
    """
    from pillarplan.render.terminal.plan.roadmap import RoadmapPage, roadmap_view

    entries = entries_of(here.workspace, at_hand(roadmap))
    knowledge = here.workspace.knowledge
    role = knowledge.role(roadmap.role)
    matters = profile.importance.items()
    page = RoadmapPage(
        roadmap=roadmap,
        role=role.name if role else roadmap.role,
        skills=knowledge.skill_names(),
        entries=entries,
        important=frozenset(skill for skill, much in matters if much == MUCH),
        since=since,
        today=here.today,
    )
    here.draw(roadmap_view(page, here.look, by))
