"""What the plans of many people are like, as the rows of one table."""

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import timedelta

from benchmarks.listed import MANY, YARDSTICK, most_listed
from benchmarks.made_people import WEEKS, Planned
from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.grade import find_grade
from pillarplan.domain.knowledge.item import Origin, Resource, ResourceKind
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap

SOON = 60
"""A plan that ends within so many days is short, in days."""

NOBODY_WORKS = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}
"""Month and day."""

Row = tuple[str, str]
"""What is measured, and the figures."""


def resources_chosen(plans: Sequence[Planned], base: KnowledgeBase) -> Iterator[Row]:
    """Yield what is chosen over all people, and how often that is what lists name."""
    by_id = {each.id: each for each in base.resources}
    chosen = [item for each in plans for item in _resources(each.roadmap, by_id)]
    over_all = {item.id for item in chosen}
    listed = [item for item in chosen if item.recommenders]
    article = {each.id for each in base.resources if each.origin is Origin.ARTICLE}
    named = most_listed(base)
    yield "different resources", f"{len(over_all)} of {len(by_id)}"
    yield "  of those that the article names", _of(over_all, article)
    yield f"  of those with {MANY} or more recommenders", _of(over_all, named)
    yield "  of those that were listed most at first", _of(over_all, YARDSTICK)
    for label, those in (("a listed one", listed), ("any, if none count as 0", chosen)):
        mean = statistics.mean(each.recommenders for each in those)
        yield f"recommenders of {label}, mean", f"{mean:.2f}"
    most, grades = _judged(plans, base, by_id)
    yield "the most recommended one of its step", f"{statistics.mean(most):.0%}"
    yield "grade of the best one of a step, mean", f"{statistics.mean(grades):.2f}"


def _judged(
    plans: Sequence[Planned], base: KnowledgeBase, by_id: Mapping[str, Resource]
) -> tuple[list[bool], list[float]]:
    """Return for each closed step whether lists would agree, and its best grade.

    Steps for which no list names anything are left out of the first.
    """
    most: dict[Step, int] = {}
    for resource in base.resources:
        for step in resource.steps:
            most[step] = max(most.get(step, 0), resource.recommenders)
    agreed, grades = [], []
    for planned in plans:
        learnt: dict[Step, list[Resource]] = {}
        for item in planned.roadmap.items:
            for step in _steps(item) if item.kind != PRACTICE else ():
                learnt.setdefault(step, []).append(by_id[item.id])
        for step, items in learnt.items():
            found = (find_grade(item, step, base.scale).total for item in items)
            grades.append(max(found) / 100)
            if most[step]:
                best = max(item.recommenders for item in items)
                agreed.append(best == most[step])
    return agreed, grades


def times_kept(plans: Sequence[Planned], base: KnowledgeBase) -> Iterator[Row]:
    """Yield whether the plans go as practices live and days are."""
    long = [
        item
        for each in plans
        for item in each.roadmap.items
        if (item.weeks or 1) > 1
        and item.id not in {booking.item for booking in each.roadmap.bookings}
    ]
    for label, practices in (("practices", True), ("other things of weeks", False)):
        found = [each for each in long if (each.kind == PRACTICE) is practices]
        broken = sum(_is_hurried(each) for each in found)
        yield f"{label} in fewer than their weeks", f"{broken} of {len(found)}"
    climbs = sum(_climbs_wrongly(each.roadmap) for each in plans)
    yield "plans that practise a higher step first", f"{climbs} of {len(plans)}"
    for label, find in (
        ("the first practice of a plan", _first_practice),
        ("that of a resource, from its first page", _waits),
    ):
        waits = [each for plan in plans for each in find(plan.roadmap)]
        shown = f"{statistics.mean(waits):.1f}, {max(waits)}"
        yield f"days to {label}; worst", shown
    late = sum(len(list(_too_late(each.roadmap))) for each in plans)
    yield "resources begun after all of their practices", f"{late}"
    meet = {each.id for each in base.resources if _is_on_days(each)}
    at_desk = sum(
        any(session.item in meet for session in each.roadmap.sessions) for each in plans
    )
    yield "plans with desk sessions on meetings", f"{at_desk / len(plans):.0%}"
    days = [session.on for plan in plans for session in plan.roadmap.sessions]
    feasts = sum((day.month, day.day) in NOBODY_WORKS for day in days)
    yield "sessions on 24-26 and 31 Dec, 1 Jan", f"{feasts} of {len(days)}"


def hours_used(plans: Sequence[Planned]) -> Iterator[Row]:
    """Yield what the plans make of hours and money."""
    used = [each.roadmap.totals.hours for each in plans]
    free = [each.roadmap.totals.free_hours for each in plans]
    stated = [float(each.person.hours * WEEKS) for each in plans]
    yield "hours used of those that are free", f"{sum(used) / sum(free):.2f}"
    yield (
        "  mean of used, free, stated",
        " / ".join(mean_of(each) for each in (used, free, stated)),
    )
    practised = sum(e.hours for p in plans for e in _practices(p.roadmap))
    yield "share of hours in practice", f"{practised / sum(used):.2f}"
    ends = [_last_day(each.roadmap) for each in plans]
    early = sum(end < timedelta(days=SOON) for end in ends)
    yield f"plans that end within {SOON} days", f"{early} of {len(plans)}"
    yield "days to the last session, mean", mean_of([end.days for end in ends])
    yield "money, mean", mean_of([each.roadmap.totals.money for each in plans])


def proofs(plans: Sequence[Planned]) -> Iterator[Row]:
    """Yield how much is closed, what of it is proven, and what greed would lose."""
    totals = [each.roadmap.totals for each in plans]
    yield (
        "steps closed of those wanted, mean",
        (
            f"{mean_of([each.steps for each in totals])} / "
            f"{mean_of([each.wanted_steps for each in totals])}"
        ),
    )
    yield "value, mean", mean_of([each.value for each in totals])
    proven = sum(each.proven_optimal for each in totals)
    yield "proven to close the most", f"{proven} of {len(plans)}"
    lost = [1 - each.greedy / (each.value or 1) for each in plans]
    yield (
        "greed loses of the value of the focus, mean and worst",
        f"{statistics.mean(lost):.1%}, {max(lost):.1%}",
    )


def _resources(roadmap: Roadmap, by_id: Mapping[str, Resource]) -> Iterator[Resource]:
    return (by_id[item.id] for item in roadmap.items if item.kind != PRACTICE)


def _practices(roadmap: Roadmap) -> Iterator[PlannedItem]:
    return (item for item in roadmap.items if item.kind == PRACTICE)


def _steps(item: PlannedItem) -> list[Step]:
    return [step for span in item.closes for step in span.steps]


def _is_on_days(resource: Resource) -> bool:
    """Say whether it takes place with others, on days that nobody can choose alone.

    One may write in a community on any day; then it says over how many weeks.
    """
    if resource.kind is ResourceKind.COMMUNITY and not resource.when:
        return (resource.weeks or 1) == 1
    booked = resource.kind in (ResourceKind.EVENT, ResourceKind.MENTOR)
    return booked or resource.when is not None


def _is_hurried(item: PlannedItem) -> bool:
    """Say whether an item ends before its last week has begun."""
    least = timedelta(weeks=(item.weeks or 1) - 1)
    return item.ends_on - item.starts_on < least


def _climbs_wrongly(roadmap: Roadmap) -> bool:
    """Say whether some step is practised before a lower one of its skill is done."""
    return any(
        high.skill == low.skill
        and high.level > low.level
        and later.starts_on < earlier.ends_on
        for later in _practices(roadmap)
        for earlier in _practices(roadmap)
        if later is not earlier
        for high in _steps(later)
        for low in _steps(earlier)
    )


def _first_practice(roadmap: Roadmap) -> Iterator[int]:
    """Yield how many days after the first session something is tried at work."""
    practised = [item.starts_on for item in _practices(roadmap)]
    if practised:
        yield (min(practised) - roadmap.sessions[0].on).days


def _waits(roadmap: Roadmap) -> Iterator[int]:
    """Yield how many days lie between each resource and the first practice of it."""
    for item in roadmap.items:
        if item.kind != PRACTICE:
            steps = set(_steps(item))
            practised = [
                practice.starts_on
                for practice in _practices(roadmap)
                if not steps.isdisjoint(_steps(practice))
            ]
            if practised:
                yield max(0, (min(practised) - item.starts_on).days)


def _too_late(roadmap: Roadmap) -> Iterator[PlannedItem]:
    """Yield the resources that are begun when what they are for is over."""
    for item in roadmap.items:
        steps = set(_steps(item))
        ends = [
            practice.ends_on
            for practice in _practices(roadmap)
            if not steps.isdisjoint(_steps(practice))
        ]
        if item.kind != PRACTICE and ends and max(ends) < item.starts_on:
            yield item


def _last_day(roadmap: Roadmap) -> timedelta:
    ends = (session.on - roadmap.starts_on for session in roadmap.sessions)
    return max(ends, default=timedelta())


def _of(found: Set[str], wanted: Set[str]) -> str:
    return f"{len(found & wanted)} of {len(wanted)}"


def mean_of(numbers: Iterable[float]) -> str:
    """Return the mean as the table shows it."""
    return f"{statistics.mean(numbers):.1f}"
