"""Good plans that differ from the best one and from each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pillarplan.domain.facts.about_plans import Differs
from pillarplan.domain.plan.variant import Alternative
from pillarplan.planner.explaining.rivalry import compare_selections, find_difference
from pillarplan.planner.fitting.draft import Draft, make_draft, plan_again
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.planner.selection.candidates import Candidate, Cut

SHARE_THAT_GOES = 3
"""Of each plan before, at least one item in three is missing in the next."""

LEAST_SHARE = 2
"""A plan that closes less than one half of the best one's value is no good plan."""


def find_alternatives(
    draft: Draft, number: int, today: date
) -> tuple[Alternative, ...]:
    """Return up to `number` plans: the best, and the best of those that differ from it.

    What an alternative leaves out of the plans before it counts as dropped in its
    limits.  So it is the best plan within these limits, and stays so when the person
    takes it and plans again.
    """
    drafts = [draft]
    while len(drafts) < number and (other := _next(drafts)):
        drafts.append(other)
    others = sorted(drafts[1:], key=_rank)
    return tuple(
        _compare(number, each, draft, today)
        for number, each in enumerate((draft, *others), 1)
    )


def _next(drafts: Sequence[Draft]) -> Draft | None:
    """Return the best plan that differs from all `drafts`; None if none is good."""
    best = drafts[0]
    choice = replace(best.choice, cuts=tuple(_cuts(drafts)))
    try:
        selection = plan_again(best, choice=choice).selection
    except PinsDoNotFitError:
        return None
    if not 0 < best.fit.selection.value <= selection.value * LEAST_SHARE:
        return None
    held = {item.id for item in selection.items}
    former = {item.id for draft in drafts for item in draft.fit.selection.items}
    dropped = sorted(former - held | set(best.limits.dropped))
    return make_draft(
        replace(best.limits, dropped=tuple(dropped)),
        best.gaps,
        best.items.values(),
        best.profile,
        best.starts_on,
        best.scale,
    )


def _cuts(drafts: Iterable[Draft]) -> Iterator[Cut]:
    """Yield which items may not all come together again; pinned ones always come.

    A plan of pinned items only gives a cut that nothing fulfils.
    """
    for draft in drafts:
        loose = [item.id for item in draft.fit.selection.items if not item.pinned]
        goes = max(1, -(-len(loose) // SHARE_THAT_GOES))
        yield Cut(items=frozenset(loose), most=len(loose) - goes)


def _rank(draft: Draft) -> tuple[int, int, int]:
    selection = draft.fit.selection
    return -selection.value, selection.quarters, selection.cents


def _compare(number: int, draft: Draft, best: Draft, today: date) -> Alternative:
    rivalry = compare_selections(best.whole.selection, draft.whole.selection)
    return Alternative(
        number=number,
        roadmap=as_roadmap(draft, today),
        comes=_titles(best, rivalry.comes),
        goes=_titles(best, rivalry.goes),
        loss=rivalry.loss,
        facts=(Differs(difference=find_difference(rivalry, draft.names)),),
    )


def _titles(draft: Draft, items: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(draft.items[item.id].title for item in items)
