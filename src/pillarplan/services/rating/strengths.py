"""What a person is good at, and how others get something from it."""

from dataclasses import replace

from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.plan.gap import GapReport, StrongSkill, find_strengths
from pillarplan.services.workspace import Workspace


def used_strengths(workspace: Workspace, report: GapReport) -> tuple[StrongSkill, ...]:
    """Return the strengths in a report, each with a practice that hands it on."""
    done, scale = workspace.profile().finished, workspace.knowledge.scale()
    return tuple(
        _with_practice(workspace, each, done, scale.top)
        for each in find_strengths(report.gaps, scale)
    )


def _with_practice(
    workspace: Workspace, strength: StrongSkill, done: frozenset[str], top: int
) -> StrongSkill:
    level = min(strength.level + 1, top)
    for item in workspace.knowledge.items_for((strength.skill,)):
        fits = any(
            span.skill == strength.skill and span.to == level for span in item.develops
        )
        if isinstance(item, Practice) and fits and item.id not in done:
            return replace(strength, practice=item.id, title=item.title)
    return strength
