"""Why an item, a skill or the whole plan stands as it stands."""

from dataclasses import replace

from pillarplan.domain.habit.lights import find_lights
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.explanation import Explanation
from pillarplan.domain.text import on_day
from pillarplan.errors import NothingYetError
from pillarplan.planner.explaining.explain import explain_plan, explain_skill
from pillarplan.planner.explaining.explain_item import explain_item
from pillarplan.planner.fitting.draft import Draft
from pillarplan.render.words.in_words import explanation_in_words
from pillarplan.services.naming.known import UnknownNameError
from pillarplan.services.planning.asked import ask
from pillarplan.services.planning.vanished import (
    explain_vanished_item,
    explain_vanished_skill,
)
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace


def explain(workspace: Workspace, name: str | None) -> Explanation:
    """Explain the item or skill called `name`, or the adopted plan if it is None.

    The numbers come from planning again from today, within the same limits.
    """
    profile = workspace.person()
    roadmap = profile.current_roadmap
    if roadmap is None:
        raise NothingYetError(
            "There is no plan to explain yet. Make one with: pillarplan plan"
        )
    if roadmap.until < workspace.today:
        raise NothingYetError(
            f"The plan ended on {on_day(roadmap.until)}. Make a new one with: "
            "pillarplan plan"
        )
    return explanation_in_words(_find(workspace, profile, roadmap, name))


def _find(
    workspace: Workspace, profile: Profile, roadmap: Roadmap, name: str | None
) -> Explanation:
    if name and (lost := _find_lost(workspace, profile, roadmap, name)):
        return lost
    draft = _draft(workspace, profile, roadmap)
    if name is None:
        return explain_plan(draft)
    skill = explain_skill(draft, name)
    if skill is not None:
        return replace(skill, lights=find_lights(profile, name, workspace.today))
    item = workspace.knowledge.item(name)
    if item is None:
        near = workspace.knowledge.suggest(name, None)
        raise UnknownNameError("skill or item", name, near, "pillarplan kb list")
    return replace(explain_item(draft, roadmap, item), advice=profile.advice_on(name))


def _find_lost(
    workspace: Workspace, profile: Profile, roadmap: Roadmap, name: str
) -> Explanation | None:
    """Explain what the plan or the record names and the base does not hold."""
    knowledge = workspace.knowledge
    skills = {outline.id for outline in knowledge.outlines()}
    if name in skills or knowledge.item(name) is not None:
        return None
    item = explain_vanished_item(profile, roadmap, name)
    return item or explain_vanished_skill(profile, roadmap, name)


def _draft(workspace: Workspace, profile: Profile, roadmap: Roadmap) -> Draft:
    pins, dropped = roadmap.limits.pinned, profile.dropped_items
    limits = replace(
        roadmap.limits, pinned=tuple(name for name in pins if name not in dropped)
    )
    report = measure(workspace, profile, roadmap.role, limits.contexts)
    return ask(workspace, profile, limits, report.gaps).draft()
