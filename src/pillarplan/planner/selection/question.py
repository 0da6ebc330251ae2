"""The question of what to choose: prior work, the wishes of a person and the base."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from math import ceil
from typing import Literal

from pillarplan.domain.knowledge.bare import is_bare
from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits, Roadmap, without_meetings
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.schedule.occasions import find_bookings
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.merit import within_reason
from pillarplan.planner.selection.prior import (
    Prior,
    find_growth,
    find_prior,
    in_tenths,
)


def wanted_steps(focus: Iterable[Gap]) -> dict[Step, int]:
    """Return the steps to plan for, with their weights."""
    return {step: gap.weight for gap in focus for step in gap.steps}


def find_choice(
    worth: Mapping[Step, int],
    limits: Limits,
    items: Collection[Item],
    profile: Profile,
    scale: Scale,
) -> Choice:
    """Return what could close the steps of `worth` within all limits but time."""
    growth = find_growth(worth, items, profile, scale)
    prior = find_prior(worth, items, profile, scale, growth)
    dropped = profile.dropped_items.difference(limits.pinned).union(limits.dropped)
    unwanted = profile.finished | dropped
    is_asked_again = _asks_the_same(limits, profile.roadmap)
    paid = prior.spent.keys() | prior.places.keys()
    candidates = [
        _candidate(item, worth, limits, prior, scale)
        for item in items
        if item.id not in unwanted
        and (
            item.id in limits.pinned
            or _is_useful(item, worth, limits, paid=item.id in paid)
        )
    ]
    return Choice(
        worth=worth,
        learnt=frozenset(prior.learnt),
        practised=prior.practised,
        candidates=within_reason(candidates),
        budget_cents=None if limits.budget is None else round(limits.budget * 100),
        depth=limits.depth,
        growth=growth,
        adopted_closes=prior.closes if is_asked_again else frozenset(),
    )


def _candidate(
    item: Item, worth: Mapping[Step, int], limits: Limits, prior: Prior, scale: Scale
) -> Candidate:
    covers = tuple(step for step in dict.fromkeys(item.steps) if step in worth)
    left, days = prior.left(item), prior.days.get(item.id, (None,))
    booked = prior.bookings.get(item.id)
    return Candidate(
        id=item.id,
        is_practice=isinstance(item, Practice),
        covers=covers,
        grades=in_tenths(item, covers, scale),
        weeks=item.weeks or 1,
        quarters=left,
        spent=max(0, ceil(item.hours * QUARTERS) - left),
        first_on=days[0],
        last_on=days[-1],
        cents=round((item.most_money or 0) * 100),
        listen=item.listen,
        bookings=booked or find_bookings(item, limits.starts_on),
        pinned=item.id in limits.pinned,
        started=item.id in prior.spent,
        place=prior.places.get(item.id),
        heard=prior.pools.get(item.id) is Pool.LISTENING,
        due=prior.dues.get(item.id),
    ).beyond(prior.learnt)


def _asks_the_same(limits: Limits, roadmap: Roadmap | None) -> bool:
    """Say whether an adopted roadmap was made within the same limits.

    Time that is over, and money that is spent, are part of what was planned.
    """
    if roadmap is None:
        return False
    asked = replace(
        without_meetings(limits),
        starts_on=roadmap.limits.starts_on,
        budget=roadmap.limits.budget,
    )
    return asked == roadmap.limits


def is_allowed(item: Item, limits: Limits) -> bool:
    """Say whether the person's limits on formats, languages and price admit `item`.

    Practices are always allowed.
    """
    return forbidden_by(item, limits) is None


def forbidden_by(
    item: Item, limits: Limits
) -> Literal["formats", "languages", "price", "money"] | None:
    """Return which limit keeps `item` out; None if none does.

    What one has still to find may be whatever the limits ask for.
    """
    if isinstance(item, Practice) or is_bare(item.id):
        return None
    if limits.formats and item.kind not in limits.formats:
        return "formats"
    if limits.languages and item.language not in limits.languages:
        return "languages"
    if limits.only_free and not item.is_free:
        return "price"
    if limits.budget is not None and item.most_money is None:
        return "money"
    return None


def _is_useful(
    item: Item, worth: Mapping[Step, int], limits: Limits, *, paid: bool
) -> bool:
    """Say whether an item may help; what is adopted or begun counts as paid for."""
    asked = replace(limits, budget=None) if paid else limits
    return is_allowed(item, asked) and any(step in worth for step in item.steps)
