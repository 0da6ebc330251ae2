"""A plan whose days give way to the pauses that came after it was made."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from heapq import merge
from itertools import groupby

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability, BreakSource, Pool
from pillarplan.domain.plan.roadmap import PlannedItem, Rerating, Roadmap, Session
from pillarplan.planner.schedule.calendar import QUARTERS, Day, find_days
from pillarplan.planner.schedule.times import with_times

FARTHEST = timedelta(days=2 * 366)
"""How much later a session may be: two years of pause are the most."""


def around_pauses(roadmap: Roadmap, profile: Profile) -> Roadmap:
    """Return a roadmap with no session in a pause: what would be, comes after it.

    Each session keeps its order, its pool and its length, and its day where that is
    free; items and days to rate again move with their last session.  Nothing is chosen
    anew: that is what planning again is for.
    """
    moving = _moving(roadmap, profile) if profile.pauses else []
    if not moving:
        return roadmap
    moved = [*roadmap.sessions]
    laid = _laid([moved[place] for place in moving], profile, roadmap)
    for place, session in zip(moving, laid, strict=True):
        moved[place] = session
    return _with_sessions(roadmap, tuple(moved))


def _moving(roadmap: Roadmap, profile: Profile) -> list[int]:
    """Return the places of the sessions from the first on that a pause takes the day.

    Only the plan and the pauses decide: what was done since moves no other day.
    """
    days = [each.on for each in roadmap.sessions if profile.pause_on(each.on)]
    first = min(days, default=date.max)
    return [place for place, each in enumerate(roadmap.sessions) if each.on >= first]


def _laid(
    sessions: Sequence[Session], profile: Profile, roadmap: Roadmap
) -> tuple[Session, ...]:
    availability = _with_pauses(roadmap, profile)
    usual = find_days(availability, sessions[0].on, sessions[-1].on + FARTHEST)
    stay = [each for each in sessions if not profile.pause_on(each.on)]
    days = _joined(usual, _days_of(stay))
    longest = {
        Pool.DESK: int(max(availability.desk) * QUARTERS),
        Pool.LISTENING: int(max(availability.listening) * QUARTERS),
    }
    return with_times(_on_days(sessions, days, longest), availability)


def _days_of(sessions: Iterable[Session]) -> Iterator[Day]:
    """Yield the days that sessions are on, which meetings may have made other ones."""
    for on, some in groupby(sessions, key=lambda each: each.on):
        hours = Counter[Pool]()
        for each in some:
            hours[each.pool] += round(each.hours * QUARTERS)
        yield Day(on, hours[Pool.DESK], hours[Pool.LISTENING])


def _joined(usual: Iterable[Day], own: Iterable[Day]) -> Iterator[Day]:
    """Yield the days of both, each with what either has in mind for it."""
    both = merge(usual, own, key=lambda day: day.on)
    for on, same in groupby(both, key=lambda day: day.on):
        _, desk, listening, *_ = zip(*same, strict=True)
        yield Day(on, max(desk), max(listening))


def _with_pauses(roadmap: Roadmap, profile: Profile) -> Availability:
    planned = roadmap.limits.availability
    breaks = (each for each in planned.breaks if each.source is not BreakSource.PAUSE)
    return replace(planned, breaks=(*breaks, *profile.pauses))


def _on_days(
    sessions: Iterable[Session], days: Iterator[Day], longest: Mapping[Pool, int]
) -> Iterator[Session]:
    """Yield the sessions on the first days that have room for them.

    One that is longer than any usual day, as meetings may make it, takes a whole one.
    """
    day = next(days, None)
    used = dict.fromkeys(("desk", "listening"), 0)
    for each in sessions:
        quarters = min(round(each.hours * QUARTERS), longest[each.pool])
        while day and (
            day.on < each.on or day.free(each.pool) - used[each.pool] < quarters
        ):
            day = next(days, None)
            used = dict.fromkeys(used, 0)
        if day is None:
            yield each
        else:
            used[each.pool] += quarters
            yield each if day.on == each.on else replace(each, on=day.on, at=None)


def _with_sessions(roadmap: Roadmap, sessions: tuple[Session, ...]) -> Roadmap:
    before, after = _spans(roadmap.sessions), _spans(sessions)
    delays = {
        item: (after[item][0] - first, after[item][1] - last)
        for item, (first, last) in before.items()
    }
    return replace(
        roadmap,
        sessions=sessions,
        items=tuple(_delayed(item, delays) for item in roadmap.items),
        rerate=tuple(_rerated(each, roadmap, before, after) for each in roadmap.rerate),
    )


Days = Mapping[str, tuple[date, date]]
"""The first and the last day on which there is work on an item."""


def _spans(sessions: Iterable[Session]) -> Days:
    days: dict[str, tuple[date, date]] = {}
    for each in sessions:
        first, last = days.get(each.item, (each.on, each.on))
        days[each.item] = min(first, each.on), max(last, each.on)
    return days


def _delayed(
    item: PlannedItem, delays: Mapping[str, tuple[timedelta, timedelta]]
) -> PlannedItem:
    begin, end = delays.get(item.id, (timedelta(), timedelta()))
    return replace(item, starts_on=item.starts_on + begin, ends_on=item.ends_on + end)


def _rerated(each: Rerating, roadmap: Roadmap, before: Days, after: Days) -> Rerating:
    """Return a day to rate a skill again, so long after its last session as before."""
    items = [
        item.id
        for item in roadmap.items
        if item.id in before and any(span.skill == each.skill for span in item.closes)
    ]
    if not items:
        return each
    last = max(before[item][1] for item in items)
    return replace(each, on=each.on + (max(after[item][1] for item in items) - last))
