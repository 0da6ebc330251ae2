"""What is asked of a plan, before it is made."""

from dataclasses import replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.planner.fitting.draft import Draft, make_draft
from pillarplan.services.rating.measuring import items_for_gaps
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a plan is made from: the person, what they ask for, and what there is."""

    limits: Limits
    gaps: tuple[Gap, ...]
    items: tuple[Item, ...]
    profile: Profile
    today: date
    scale: Scale

    def draft(self) -> Draft:
        """Choose and place what closes most within the limits.

        Raises PinsDoNotFitError if the pinned items alone break one.
        """
        return make_draft(
            self.limits,
            self.gaps,
            self.items,
            self.profile,
            self.today,
            self.scale,
        )


def ask(
    workspace: Workspace, profile: Profile, limits: Limits, gaps: tuple[Gap, ...]
) -> Asked:
    """Return what a plan within some limits is made from, out of the knowledge base."""
    gaps = tuple(
        replace(gap, talk=None) if gap.talk in limits.dropped else gap for gap in gaps
    )
    return Asked(
        limits=limits,
        gaps=gaps,
        items=items_for_gaps(workspace, gaps, limits.pinned),
        profile=profile,
        today=workspace.today,
        scale=workspace.knowledge.scale(),
    )
