"""The person's own weeks: what they spent, and which of them are excused."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.domain.plan.availability import BreakSource
from pillarplan.domain.reports.status import Consistency

WEEK = timedelta(weeks=1)

PACE_DAYS = 56
"""The pace is an average over the last weeks, so that it follows changes."""

LATELY = 8
"""How many weeks the person sees at a glance."""

MOST_WEEKS = 26
"""Older weeks say little about the next ones."""

MOST_OF_A_WEEK = 4
"""Days."""


class OwnWeek(NamedTuple):
    """Seven days of which the person told."""

    last: date
    hours: float
    is_excused: bool
    """Nothing was done, and for most of it nothing was to be done."""


def find_weeks(
    profile: Profile, today: date, most: int = MOST_WEEKS
) -> tuple[OwnWeek, ...]:
    """Return the last weeks since the first check-in, latest first, `most` at most.

    They end on the weekday of the last check-in, since of the days after it nobody has
    told yet.  The first check-in tells of the week before it.  A check-in of a day
    before the first plan tells of no week.
    """
    told = _told(profile, today)
    if not told:
        return ()
    last = max(told) + (today - max(told)) // WEEK * WEEK
    number = min(most, (last - min(told)) // WEEK + 1)
    hours: dict[int, float] = defaultdict(float)
    for spent in _since_planned(profile):
        hours[(last - spent.on) // WEEK] += spent.hours
    return tuple(
        OwnWeek(end, hours[place], not hours[place] and _is_excused(profile, end))
        for place in range(number)
        for end in (last - place * WEEK,)
    )


class WeekSoFar(NamedTuple):
    """The week of a day, from Monday to Sunday, against the plan."""

    hours: float
    """What was told of it."""
    planned: float
    """What the adopted plan has in mind for it."""


def week_of(profile: Profile, on: date) -> WeekSoFar:
    """Return the week in which a day is; what a pause takes is not planned."""
    monday = on - timedelta(days=on.weekday())
    week = range(monday.toordinal(), (monday + WEEK).toordinal())
    sessions = profile.roadmap.sessions if profile.roadmap else ()
    planned = (
        each.hours
        for each in sessions
        if each.on.toordinal() in week and not profile.pause_on(each.on)
    )
    spent = (each.hours for each in profile.spent if each.on.toordinal() in week)
    return WeekSoFar(round(sum(spent), 2), round(sum(planned), 2))


def find_consistency(
    weeks: Iterable[OwnWeek], most: int = LATELY
) -> Consistency | None:
    """Return in how many of the last weeks the person worked; None if too few."""
    lately = tuple(weeks)[:most]
    if len(lately) < 2:
        return None
    return Consistency(
        worked=sum(week.hours > 0 for week in lately),
        paused=sum(week.is_excused for week in lately),
        weeks=len(lately),
    )


def find_pace(profile: Profile, today: date) -> float | None:
    """Return the hours a week that the person really spent in the last weeks.

    The average runs over the last eight weeks, or over those since the week before the
    first check-in, or since the first plan; days on which nothing was to be done do not
    count.  None if there was no check-in since.
    """
    told = _told(profile, today)
    if not told:
        return None
    since = (today - min(told) + WEEK).days
    if profile.planned_since is not None:
        since = min(since, (today - profile.planned_since).days + 1)
    days = [
        day
        for day in (today - timedelta(days=back) for back in range(max(since, 7)))
        if not is_free(profile, day)
    ][:PACE_DAYS]
    if not days:
        return None
    spent = sum(
        each.hours
        for each in _since_planned(profile)
        if days[-1] <= each.on <= today and not is_free(profile, each.on)
    )
    return round(spent / max(1.0, len(days) / 7), 2)


def _told(profile: Profile, today: date) -> list[date]:
    """Return the days of the check-ins that tell how plans are kept."""
    begin = profile.planned_since or date.min
    return [day for day in profile.checkins if begin <= day <= today]


def _since_planned(profile: Profile) -> Iterator[Spent]:
    begin = profile.planned_since or date.min
    return (each for each in profile.spent if each.on >= begin)


def is_free(profile: Profile, day: date) -> bool:
    """Say whether nothing was to be done on `day`: a pause, or a break in the plan.

    Public holidays do not count, since they excuse nobody from a week.
    """
    if profile.pause_on(day):
        return True
    return profile.roadmap is not None and any(
        each.source is BreakSource.OWN and each.factor == 0 and each.covers(day)
        for each in profile.roadmap.limits.availability.breaks
    )


def _is_excused(profile: Profile, last: date) -> bool:
    days = (last - timedelta(days=back) for back in range(7))
    return sum(is_free(profile, day) for day in days) >= MOST_OF_A_WEEK
