"""All that was rated is where it should be: an end, and what may come after it."""

from datetime import timedelta

from pillarplan.domain.facts.empty import NoGap
from pillarplan.domain.facts.parts import PlanOption
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import GapReport
from pillarplan.planner.gaps.gaps import find_targets
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace

QUARTER = timedelta(weeks=13)

FEW = 3
"""So many skills are named to be kept warm."""


def find_end(workspace: Workspace, profile: Profile) -> NoGap | None:
    """Return what may come after the end; None while a rated skill has a gap.

    Of a knowledge base that cannot be read, nobody can say.
    """
    if not profile.own_ratings or not workspace.knowledge.outlines():
        return None
    report = measure(workspace, profile)
    if any(gap.size for gap in report.gaps):
        return None
    held = [gap for gap in report.gaps if gap.applies and gap.current is not None]
    held.sort(key=lambda gap: (-gap.importance, -(gap.current or 0)))
    newest = max(each.rated_on for each in profile.own_ratings.values())
    return NoGap(
        warm=tuple(gap.name for gap in held[:FEW]),
        wider=_wider(workspace, report),
        unrated=sum(gap.applies and gap.current is None for gap in report.gaps),
        rate_on=newest + QUARTER,
    )


def _wider(workspace: Workspace, report: GapReport) -> PlanOption | None:
    """Return the first role after the person's own that asks for more of it."""
    roles = [each.id for each in workspace.knowledge.roles()]
    own = roles.index(report.role) if report.role in roles else -1
    levels = {gap.skill: gap.current for gap in report.gaps if gap.current is not None}
    top = workspace.knowledge.scale().top
    for name in roles[own + 1 :]:
        role = workspace.knowledge.role(name)
        asks = find_targets(role, (), levels, top) if role else {}
        if any(level < asks.get(skill, 0) for skill, level in levels.items()):
            return PlanOption(name="--role", value=name)
    return None
