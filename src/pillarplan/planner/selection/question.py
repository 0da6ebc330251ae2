"""The question of what to choose: the person's record, their wishes and the base."""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Literal

from pillarplan.domain.knowledge.grade import find_grade
from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Booking, Limits, Roadmap
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.occasions import find_bookings
from pillarplan.planner.selection.candidates import Candidate, Choice

NO_WEEKS: Mapping[int, int] = {}
"""Each level may follow on the one below at once."""


def wanted_steps(focus: Iterable[Gap]) -> dict[Step, int]:
    """Return the steps from the current to the target level, with their weights."""
    return {
        Step(gap.skill, level): gap.weight
        for gap in focus
        for level in range((gap.current or 0) + 1, gap.target + 1)
    }


def find_choice(
    worth: Mapping[Step, int],
    limits: Limits,
    items: Collection[Item],
    profile: Profile,
    weeks_to_grow: Mapping[int, int] = NO_WEEKS,
) -> Choice:
    """Return what could close the steps of `worth` within all limits but time.

    `weeks_to_grow` are the fewest weeks to each level from the one below.
    """
    held = [item for item in items if item.id in profile.finished]
    spent = profile.hours_spent
    begun = _days_spent(profile)
    booked = _adopted_bookings(profile)
    sessions = profile.roadmap.sessions if profile.roadmap else ()
    pools = {session.item: session.pool for session in sessions}
    places = {name: place for place, name in enumerate(pools)}
    ends = {session.item: session.on for session in sessions}
    dues = ends if _is_worth_as_adopted(worth, profile.roadmap) else {}
    dropped = profile.dropped_items.difference(limits.pinned).union(limits.dropped)
    unwanted = profile.finished | dropped
    return Choice(
        worth=worth,
        learnt=_covered(worth, (i for i in held if not isinstance(i, Practice)))
        | profile.learnt.intersection(worth),
        practised=_covered(worth, (i for i in held if isinstance(i, Practice)))
        | profile.practised.intersection(worth),
        candidates=tuple(
            Candidate(
                id=item.id,
                is_practice=isinstance(item, Practice),
                covers=(covers := _wanted_of(item, worth)),
                grades=_grades(item, covers),
                weeks=item.weeks or 1,
                quarters=(left := _left(item, spent.get(item.id, 0))),
                spent=max(0, ceil(item.hours * QUARTERS) - left),
                first_on=begun.get(item.id, (None,))[0],
                last_on=begun.get(item.id, (None,))[-1],
                cents=round((item.most_money or 0) * 100),
                listen=item.listen,
                bookings=booked.get(item.id) or find_bookings(item, limits.starts_on),
                pinned=item.id in limits.pinned,
                started=item.id in spent,
                place=places.get(item.id),
                heard=pools.get(item.id) is Pool.LISTENING,
                due=dues.get(item.id),
            )
            for item in items
            if item.id not in unwanted
            and (
                item.id in limits.pinned
                or _is_useful(item, worth, limits, paid=item.id in spent.keys() | ends)
            )
        ),
        budget_cents=None if limits.budget is None else round(limits.budget * 100),
        depth=limits.depth,
        growth=_growth(worth, held, profile, weeks_to_grow),
    )


def is_allowed(item: Item, limits: Limits) -> bool:
    """Say whether the person's limits on formats, languages and price admit `item`.

    Practices are always allowed.
    """
    return forbidden_by(item, limits) is None


def forbidden_by(
    item: Item, limits: Limits
) -> Literal["formats", "languages", "price", "money"] | None:
    """Return which limit keeps `item` out; None if none does."""
    if isinstance(item, Practice):
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


def _is_worth_as_adopted(worth: Mapping[Step, int], roadmap: Roadmap | None) -> bool:
    """Say whether the person changed nothing about what the roadmap closes."""
    items = roadmap.items if roadmap else ()
    closed = {step for item in items for span in item.closes for step in span.steps}
    value = sum(worth.get(step, 0) for step in closed)
    return roadmap is not None and roadmap.totals.value == value


def _adopted_bookings(profile: Profile) -> dict[str, tuple[Booking, ...]]:
    """Return the days of the adopted roadmap: who booked them wants no others."""
    days: dict[str, tuple[Booking, ...]] = {}
    for each in profile.roadmap.bookings if profile.roadmap else ():
        days[each.item] = (*days.get(each.item, ()), each)
    return days


def _left(item: Item, spent: float) -> int:
    return max(1, ceil((item.hours - spent) * QUARTERS))


def _days_spent(profile: Profile) -> dict[str, list[date]]:
    """Return the days on which each item was worked on, the first one first."""
    days: dict[str, list[date]] = {}
    for each in profile.spent:
        insort(days.setdefault(each.item, []), each.on)
    return days


def _growth(
    worth: Mapping[Step, int],
    held: Iterable[Item],
    profile: Profile,
    weeks_to_grow: Mapping[int, int],
) -> Growth:
    """Return what was rated and practised when, and how long levels take to settle."""
    covers = {item.id: item.steps for item in held if isinstance(item, Practice)}
    practised: dict[Step, date] = {}
    for ended in profile.done:
        meant = (
            ended.meant.closes if ended.meant and ended.meant.kind == PRACTICE else ()
        )
        steps = [step for span in meant for step in span.steps]
        for step in {*covers.get(ended.item, ()), *steps}.intersection(worth):
            practised[step] = min(ended.on, practised.get(step, ended.on))
    rated = {skill: each.rated_on for skill, each in profile.own_ratings.items()}
    return Growth(weeks=weeks_to_grow, rated=rated, practised=practised)


def _wanted_of(item: Item, worth: Mapping[Step, int]) -> tuple[Step, ...]:
    return tuple(step for step in dict.fromkeys(item.steps) if step in worth)


def _grades(item: Item, steps: Iterable[Step]) -> tuple[int, ...]:
    """Return the grade of a resource for each step, in tenths; none of a practice."""
    if isinstance(item, Practice):
        return ()
    return tuple(round(find_grade(item, step).total / 10) for step in steps)


def _covered(worth: Mapping[Step, int], items: Iterable[Item]) -> frozenset[Step]:
    return frozenset(step for item in items for step in item.steps if step in worth)
