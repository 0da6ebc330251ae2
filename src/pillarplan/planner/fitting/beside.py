"""One more skill beside a plan: the time left for it, what could close it, and both."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.fitting.adopted import find_closed
from pillarplan.planner.schedule.calendar import Calendar, quarters_of
from pillarplan.planner.schedule.occasions import find_bookings
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.question import wanted_steps
from pillarplan.planner.selection.selected import Selection, make_selection


def days_beside(days: Calendar, sessions: Iterable[Session], entry: date) -> Calendar:
    """Return the days from `entry` on, with the time that sessions leave free."""
    used: Counter[tuple[date, Pool]] = Counter()
    for session in sessions:
        used[session.on, session.pool] += quarters_of(session)
    return replace(
        days,
        days=tuple(
            day._replace(
                desk=day.desk - used[day.on, Pool.DESK],
                listening=day.listening - used[day.on, Pool.LISTENING],
                slots=(),
            )
            for day in days.days
            if day.on >= entry
        ),
    )


def choice_beside(
    wide: Choice,
    taken: Sequence[Candidate],
    gap: Gap,
    items: Mapping[str, Item],
    entry: date,
) -> Choice:
    """Return how to close one more skill from a day on, beside what is taken.

    `wide` asks for the steps of all skills, which close with `items`.  What is learnt
    from what is taken needs no other source, be it begun or better.
    """
    names = {item.id for item in taken}
    learnt, practised = set[Step](), set(wide.practised)
    for item in taken:
        (practised if item.is_practice else learnt).update(item.covers)
    budget = wide.budget_cents
    asked = replace(
        wide,
        learnt=wide.learnt | learnt,
        practised=practised,
        candidates=tuple(item for item in wide.candidates if item.id not in names),
        budget_cents=budget and budget - sum(item.cents for item in taken),
    ).only_for(wanted_steps((gap,)))
    unlearnt = asked.worth.keys() - learnt
    useful = (
        item if item.is_practice else item.only_for(unlearnt)
        for item in asked.candidates
    )
    booked = (_from(entry, item, items) for item in useful if item.covers)
    return replace(asked, candidates=tuple(item for item in booked if item))


def _from(entry: date, item: Candidate, items: Mapping[str, Item]) -> Candidate | None:
    """Return an item as one may have it from a day on; None if it is over by then."""
    days = item.bookings
    if days and not item.adopted:
        days = find_bookings(items[item.id], entry)
    if item.bookings and not days:
        return None
    return replace(item, pinned=False, bookings=days)


def join(
    wide: Choice, first: Selection, other: Selection, wanted: Collection[Step]
) -> Selection:
    """Return all that two selections hold, with all that they close of some steps.

    What each item of the first is for stays; it may also serve what only both together
    close.  What is learnt from the first needs no other source: else its practices
    would wait for what comes later.
    """
    known = {item.id: item for item in wide.candidates}
    # With all the steps that they cover, in whatever skill.
    before, after = (
        [replace(known[item.id], bookings=item.bookings) for item in each.items]
        for each in (first, other)
    )
    steps = find_closed(wide, [*before, *after])
    closed = tuple(s for s in wide.worth if s in steps and s in wanted)
    anew = {*closed}.difference(first.closed)
    learnt = {s for item in before if not item.is_practice for s in item.covers}
    narrowed = (
        *(
            item.only_for(anew.union(served.covers))
            for item, served in zip(before, first.items, strict=True)
        ),
        *(
            item.only_for({*closed} if item.is_practice else {*closed} - learnt)
            for item in after
        ),
    )
    proven = first.proven and other.proven
    return make_selection(wide, narrowed, closed, proven=proven)
