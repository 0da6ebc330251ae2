"""How the person tends to rate themselves: a hint, which changes nothing."""

from pillarplan.domain.reports.tendency import Tendency
from pillarplan.planner.gaps.tendency import find_tendencies
from pillarplan.services.workspace import Workspace


def own_tendency(workspace: Workspace) -> tuple[Tendency, ...]:
    """Return for each pillar whether the person rates themselves higher than others do.

    Pillars of which too little is known are left out.
    """
    knowledge = workspace.knowledge
    return find_tendencies(
        workspace.profile().ratings,
        {skill.id: skill.pillar for skill in knowledge.outlines()},
        knowledge.pillar_names(),
    )
