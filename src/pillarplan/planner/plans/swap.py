"""A plan in which something else takes the place of one item."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pillarplan.domain.facts.about_plans import Swapped
from pillarplan.domain.facts.parts import Titled
from pillarplan.domain.plan.roadmap import Limits, PlannedItem
from pillarplan.domain.plan.variant import Swap
from pillarplan.planner.explaining.naming import titled
from pillarplan.planner.explaining.rivalry import (
    Rivalry,
    compare_selections,
    find_difference,
)
from pillarplan.planner.fitting.draft import Draft, choose_again
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.planner.selection.candidates import Candidate


def swap_item(draft: Draft, item: PlannedItem, today: date) -> Swap:
    """Return the best plan without an item; the others of the adopted plan stay.

    They go only where that closes more, or if they are of no use without the item.
    From then on the item counts as dropped.
    """
    keeping = replace(draft.wide, candidates=_kept(draft.wide.candidates))
    others = tuple(each for each in keeping.candidates if each.id != item.id)
    before = choose_again(draft, keeping)
    after = choose_again(draft, replace(keeping, candidates=others))
    swapped = replace(after, limits=_without(draft.limits, item.id))
    rivalry = compare_selections(before.whole.selection, after.whole.selection)
    return Swap(
        roadmap=as_roadmap(swapped, today),
        fact=_as_fact(draft, item, rivalry),
    )


def _without(limits: Limits, item: str) -> Limits:
    return replace(
        limits,
        pinned=tuple(name for name in limits.pinned if name != item),
        dropped=tuple(sorted({*limits.dropped, item})),
    )


def _kept(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(replace(each, kept=each.adopted) for each in candidates)


def _as_fact(draft: Draft, item: PlannedItem, rivalry: Rivalry) -> Swapped:
    others = (each for each in rivalry.goes if each.id != item.id)
    return Swapped(
        item=Titled(id=item.id, title=item.title),
        comes=titled(draft, rivalry.comes),
        also_goes=titled(draft, others),
        difference=find_difference(rivalry, draft.names),
    )
