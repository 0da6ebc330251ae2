"""Why a proposed roadmap holds nothing to do."""

from pillarplan.domain.facts.empty import (
    ChosenAtTarget,
    ChosenNotRated,
    NothingFits,
)
from pillarplan.domain.facts.kinds import Emptiness
from pillarplan.domain.facts.parts import PlanOption
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.rating.all_reached import find_end
from pillarplan.services.workspace import Workspace


def why_empty(workspace: Workspace, proposal: Proposal) -> Emptiness:
    """Return why a proposed roadmap holds nothing to do."""
    roadmap, chosen = proposal.roadmap, proposal.roadmap.limits.skills
    unrated = [name for name in chosen if name not in proposal.profile.own_ratings]
    if roadmap.totals.wanted_steps:
        kept = bool(roadmap.limits.buffer_days)
        return NothingFits(options=(PlanOption(name="--buffer", value="none"),) * kept)
    if unrated:
        return ChosenNotRated(skill=unrated[0])
    if chosen and roadmap.not_now:
        return ChosenAtTarget(options=(PlanOption(name="--focus", value="3"),))
    return find_end(workspace, proposal.profile) or NothingFits(options=())
