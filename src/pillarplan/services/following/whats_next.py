"""What comes next, by the record and, where that needs it, by the knowledge base."""

from dataclasses import replace
from typing import TYPE_CHECKING

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.reports.next_action import Act, NextAction
from pillarplan.errors import PillarplanError
from pillarplan.services.following.next_action import next_action, rerating_due
from pillarplan.services.habit.cues import cues_on
from pillarplan.services.workspace import Workspace

if TYPE_CHECKING:
    from pillarplan.domain.facts.empty import NoGap


def whats_next(workspace: Workspace) -> NextAction:
    """Return the one thing to do now.

    The record alone says it, but for two cases that the knowledge base is asked for: to
    plan is nothing to do where no skill has a gap, and a skill that it lost cannot be
    rated.
    """
    profile = workspace.profile()
    action = next_action(profile, workspace.today)
    if cues := cues_on(profile, workspace.today):
        action = replace(action, cues=cues)
    asks = action.act in (Act.PLAN, Act.RERATE)
    if not asks or not profile.own_ratings:
        return action
    try:
        return _asked(workspace, profile, action)
    except PillarplanError:  # a broken base or setting: to do it will say what is wrong
        return action


def _asked(workspace: Workspace, profile: Profile, action: NextAction) -> NextAction:
    # Imported here, since most answers need no knowledge base.
    from pillarplan.render.words.empty import say_no_gap
    from pillarplan.services.rating.all_reached import find_end

    if action.act is Act.RERATE:
        due = rerating_due(profile, workspace.today) or ""
        if workspace.knowledge.skill(due) is not None:
            return action
        action = _without(profile, due)
    end = find_end(workspace, profile)
    if end is None:
        return action
    return replace(
        action,
        act=Act.KEEP,
        sentence=say_no_gap(end),
        command=_command(end),
        on=end.rate_on,
    )


def _without(profile: Profile, skill: str) -> NextAction:
    names = profile.roadmap.skill_names if profile.roadmap else {}
    name = names.get(skill, skill)
    return NextAction(
        act=Act.PLAN,
        sentence=f"{name} is no longer in the knowledge base. Plan without it.",
        command="pillarplan plan",
    )


def _command(end: "NoGap") -> str:
    if end.wider and not end.unrated:
        return f"pillarplan plan {end.wider.name} {end.wider.value}"
    return "pillarplan assess --full"
