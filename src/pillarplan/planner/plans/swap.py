"""A plan in which something else takes the place of one item."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.plan.variant import Swap
from pillarplan.domain.text import join_words
from pillarplan.planner.explaining.rivalry import (
    Rivalry,
    compare_selections,
    say_difference,
)
from pillarplan.planner.fitting.draft import Draft, plan_again
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.planner.selection.candidates import Candidate


def swap_item(draft: Draft, item: PlannedItem, today: date) -> Swap:
    """Return the best plan without an item; the others of the adopted plan stay.

    They go only where that closes more, or if they are of no use without the item.
    From then on the item counts as dropped.
    """
    limits, choice = draft.limits, draft.choice
    keeping = replace(choice, candidates=_kept(choice.candidates))
    others = tuple(each for each in keeping.candidates if each.id != item.id)
    without = replace(keeping, candidates=others)
    before, after = (plan_again(draft, choice=each) for each in (keeping, without))
    swapped = replace(
        draft,
        limits=replace(
            limits,
            pinned=tuple(name for name in limits.pinned if name != item.id),
            dropped=tuple(sorted({*limits.dropped, item.id})),
        ),
        choice=without,
        fit=after,
    )
    rivalry = compare_selections(before.selection, after.selection)
    return Swap(
        roadmap=as_roadmap(swapped, today),
        sentence=_say(draft, item, rivalry),
    )


def _kept(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(replace(each, kept=each.adopted) for each in candidates)


def _say(draft: Draft, item: PlannedItem, rivalry: Rivalry) -> str:
    comes = _titles(draft, rivalry.comes)
    others = _titles(draft, (each for each in rivalry.goes if each.id != item.id))
    also = f"; {others} would go too" if others else ""
    what = (
        f"{comes} in place of '{item.title}'"
        if comes
        else f"Nothing can take the place of '{item.title}'"
    )
    return f"{what}{also}. The plan would {say_difference(rivalry, draft.names)}."


def _titles(draft: Draft, items: Iterable[Candidate]) -> str:
    return join_words([f"'{draft.items[item.id].title}'" for item in items])
