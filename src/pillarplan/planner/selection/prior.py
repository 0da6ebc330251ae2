"""What a person's record says of the items that a plan may hold."""

from bisect import insort
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date
from math import ceil

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.bare import is_bare
from pillarplan.domain.knowledge.grade import MOST, find_grade
from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Step, climb
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.roadmap import Booking, Roadmap
from pillarplan.planner.schedule.calendar import QUARTERS
from pillarplan.planner.schedule.growth import Growth, first_practised

ENOUGH = MOST // 10
"""No grade is greater, in tenths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """What was finished and begun, and where the adopted roadmap has what."""

    learnt: Mapping[Step, int]
    """Wanted steps for which a resource is finished, with what another one has to have
    at least to be wanted besides, in tenths."""
    practised: frozenset[Step]
    """Wanted steps for which a practice is finished."""
    spent: Mapping[str, float]
    """Hours by item."""
    days: Mapping[str, list[date]]
    """The days on which each item was worked on, the first one first."""
    pools: Mapping[str, Pool]
    """Of the items for which the adopted roadmap has sessions."""
    places: Mapping[str, int]
    """Where each item stands in it, from 0, in the order in which they begin."""
    closes: Set[Step]
    """What the adopted roadmap closes, with what was finished before, if that is still
    worth as much; else nothing."""
    dues: Mapping[str, date]
    """When the adopted roadmap ends each, if what it closes is still worth as much."""
    bookings: Mapping[str, tuple[Booking, ...]]
    """The days of the adopted roadmap: who booked them wants no others."""

    def left(self, item: Item) -> int:
        """Return what is left to do of an item, in quarter-hours, at least one."""
        return max(1, ceil((item.hours - self.spent.get(item.id, 0)) * QUARTERS))


def find_prior(
    worth: Mapping[Step, int],
    items: Iterable[Item],
    profile: Profile,
    scale: Scale,
    growth: Growth,
) -> Prior:
    """Return what a profile says that matters for the steps of `worth`."""
    roadmap = profile.roadmap
    sessions = roadmap.sessions if roadmap else ()
    ends = {session.item: session.on for session in sessions}
    held = [item for item in items if item.id in profile.finished]
    practised = {s for item in held if isinstance(item, Practice) for s in item.steps}
    bookings = _adopted_bookings(roadmap)
    pools = {session.item: session.pool for session in sessions}
    closes = _closed_as_adopted(worth, held, profile, growth)
    return Prior(
        learnt=_learnt(worth, held, profile, scale),
        practised=(profile.practised | practised).intersection(worth),
        spent=profile.hours_spent,
        days=_days_spent(profile),
        pools=pools,
        places={name: place for place, name in enumerate(pools | bookings)},
        closes=closes,
        dues=ends if closes else {},
        bookings=bookings,
    )


def find_growth(
    worth: Mapping[Step, int],
    items: Iterable[Item],
    profile: Profile,
    scale: Scale,
) -> Growth:
    """Return what was rated and practised when, and how long levels take to settle."""
    covers = {item.id: item.steps for item in items if isinstance(item, Practice)}
    practised: dict[Step, date] = {}
    for ended in profile.done:
        meant = (
            ended.meant.closes if ended.meant and ended.meant.kind == PRACTICE else ()
        )
        steps = [step for span in meant for step in span.steps]
        for step in {*covers.get(ended.item, ()), *steps}.intersection(worth):
            practised[step] = min(ended.on, practised.get(step, ended.on))
    rated = {skill: each.rated_on for skill, each in profile.own_ratings.items()}
    weeks = {each.level: each.weeks for each in scale.levels if each.weeks}
    return Growth(weeks=weeks, rated=rated, practised=practised)


def in_tenths(item: Item, steps: Iterable[Step], scale: Scale) -> tuple[int, ...]:
    """Return the grade of a resource at each step as the planner counts it.

    A practice has none, and nothing speaks for a source that is still to be found.
    """
    if isinstance(item, Practice):
        return ()
    if is_bare(item.id):
        return tuple(0 for _ in steps)
    return tuple(round(find_grade(item, step, scale).total / 10) for step in steps)


def _learnt(
    worth: Mapping[Step, int], held: Iterable[Item], profile: Profile, scale: Scale
) -> dict[Step, int]:
    """Return the steps for which a resource is finished, with a grade for each.

    It is the grade of what the adopted roadmap holds, since all else in it was chosen
    beside that.  What was finished apart from it is enough, whatever its grade.
    """
    planned = {item.id for item in profile.roadmap.items} if profile.roadmap else set()
    learnt: dict[Step, int] = {}
    for item in held:
        grades = in_tenths(item, item.steps, scale)
        for step, grade in zip(item.steps, grades, strict=False):
            if step in worth:
                least = grade if item.id in planned else ENOUGH
                learnt[step] = max(least, learnt.get(step, 0))
    others = profile.learnt.intersection(worth).difference(learnt)
    return learnt | dict.fromkeys(others, ENOUGH)


def _days_spent(profile: Profile) -> dict[str, list[date]]:
    days: dict[str, list[date]] = {}
    for each in profile.spent:
        insort(days.setdefault(each.item, []), each.on)
    return days


def _closed_as_adopted(
    worth: Mapping[Step, int], held: Iterable[Item], profile: Profile, growth: Growth
) -> Set[Step]:
    """Return what the roadmap closes; nothing if that is worth more or less by now."""
    roadmap = profile.roadmap
    if roadmap is None:
        return frozenset()
    closes = {s for item in roadmap.items for span in item.closes for s in span.steps}
    skills = {each.skill for each in roadmap.rerate}
    over = _tried_before(held, profile, {item.id for item in roadmap.items})
    over = {step for step in over if step.skill in skills}
    closed = climb(worth, closes | over - _unsettled(roadmap, over, growth))
    value = sum(worth[step] for step in closed)
    return closed if value == roadmap.totals.value else frozenset()


def _unsettled(roadmap: Roadmap, steps: Set[Step], growth: Growth) -> set[Step]:
    """Return the steps that could not settle by the last day of a roadmap.

    What they build on may be practised late in it.
    """
    practised = first_practised(roadmap.items)
    last = roadmap.limits.work_until
    reached = ((step, growth.reached(step, practised)) for step in steps)
    return {step for step, day in reached if day and day > last}


def _tried_before(
    held: Iterable[Item], profile: Profile, planned: Set[str]
) -> Set[Step]:
    """Return the steps that were learnt and tried with what is not in the roadmap."""
    done = tuple(ended for ended in profile.done if ended.item not in planned)
    apart = replace(profile, done=done)
    learnt, practised = {*apart.learnt}, {*apart.practised}
    for item in held:
        if item.id not in planned:
            (practised if isinstance(item, Practice) else learnt).update(item.steps)
    return learnt & practised


def _adopted_bookings(roadmap: Roadmap | None) -> dict[str, tuple[Booking, ...]]:
    days: dict[str, tuple[Booking, ...]] = {}
    for each in roadmap.bookings if roadmap else ():
        days[each.item] = (*days.get(each.item, ()), each)
    return days
