"""Other plans than the best one as asked: what if, alternatives, and swaps."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pillarplan.domain.plan.roadmap import PlannedItem, State
from pillarplan.domain.plan.variant import Alternatives, PlanOutcome, WhatIf
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from pillarplan.planner.plans.alternatives import find_alternatives
from pillarplan.planner.plans.swap import swap_item
from pillarplan.planner.plans.what_if import find_outcome, no_outcome
from pillarplan.render.words.in_words import alternative_in_words
from pillarplan.render.words.say import say
from pillarplan.services.naming.known import known_items
from pillarplan.services.planning.adopting import Proposal, as_proposal
from pillarplan.services.planning.asked import Asked
from pillarplan.services.planning.proposing import draft_plan, find_asked
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.workspace import Workspace

WISHES = {
    "hours": "desk",
    "until": "until",
    "depth": "depth",
    "focus": "focus",
    "role": "role",
}
"""What may be tried, and the wish that it changes."""


def try_changes(
    workspace: Workspace, wishes: Wishes, changes: Iterable[tuple[str, Any]]
) -> WhatIf:
    """Return what would come of each change: the name of a row above, and a value.

    Raises PinsDoNotFitError if there is no plan even without any.
    """
    asked = find_outcome(draft_plan(workspace, wishes))
    tried: dict[str, list[PlanOutcome]] = {name: [] for name in WISHES}
    for name, value in changes:
        changed = replace(wishes, **{WISHES[name]: value})
        tried[name].append(_try(find_asked(workspace, changed)))
    return WhatIf(
        wanted_steps=asked.wanted_steps,
        asked=asked,
        **{name: tuple(outcomes) for name, outcomes in tried.items()},
    )


def _try(asked: Asked) -> PlanOutcome:
    try:
        return find_outcome(asked.draft())
    except PinsDoNotFitError:
        return no_outcome(asked.limits)


def list_alternatives(
    workspace: Workspace, wishes: Wishes, number: int
) -> Alternatives:
    """Return good plans that differ by at least a third of their items."""
    draft = draft_plan(workspace, wishes)
    plans = find_alternatives(draft, number, workspace.today)
    return Alternatives(
        asked=number, plans=tuple(alternative_in_words(plan) for plan in plans)
    )


def propose_alternative(
    workspace: Workspace, wishes: Wishes, number: int, take: int
) -> Proposal:
    """Return the alternative called `take`, out of `number`, as a proposal.

    Raises UsageError if there are not so many.
    """
    draft = draft_plan(workspace, wishes)
    plans = find_alternatives(draft, number, workspace.today)
    if take > len(plans):
        raise UsageError(
            f"There is no plan {take}: no other good one differs enough. "
            f"See: pillarplan plan --alternatives {number}"
        )
    plan = plans[take - 1]
    remark = alternative_in_words(plan).sentence
    return as_proposal(draft.profile, plan.roadmap, wishes.dropped, remark)


def propose_swap(workspace: Workspace, wishes: Wishes, item_id: str) -> Proposal:
    """Return the plan in which something else takes the place of an item.

    Raises UsageError if the item is none that the adopted plan still has before it.
    """
    draft = draft_plan(workspace, wishes)
    item = _open_item(workspace, draft, item_id)
    swap = swap_item(draft, item, workspace.today)
    return as_proposal(draft.profile, swap.roadmap, wishes.dropped, say(swap.fact))


def _open_item(workspace: Workspace, draft: Draft, item_id: str) -> PlannedItem:
    adopted = draft.profile.current_roadmap
    if adopted is None:
        raise NothingYetError(
            "There is no plan to change yet. Make one with: pillarplan plan"
        )
    item = adopted.item(item_id)
    if item is None:
        known_items(workspace.knowledge, (item_id,))
        raise UsageError(f"{item_id} is not in your plan. See: pillarplan roadmap")
    if item.state is State.DONE:
        raise UsageError(f"{item_id} is done, and that stays.")
    return item
