"""When the roadmap will be done, from the weeks that the person really had.

The method is a Monte Carlo simulation from one's own past, as Daniel S. Vacanti asks
for in "Actionable Agile Metrics for Predictability" (chapter 15, "Monte Carlo Methods
Introduction").  Each run draws one of the past weeks at random, again and again, until
the work is done, as in https://hexdocs.pm/chi2fit/forecasting-bootstrapping.html; the
share of the runs that are done by a day is its probability.  There what is drawn is the
throughput of a team, here the hours of one person.  It holds as far as the weeks ahead
are like those behind, and the efforts of the items like those in the knowledge base.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby
from math import sqrt
from operator import add
from typing import NamedTuple

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Availability
from pillarplan.domain.plan.forecast import (
    FEWEST_WEEKS,
    Basis,
    Finish,
    Forecast,
    SkillFinish,
)
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.planner.pace.weeks import OwnWeek
from pillarplan.planner.schedule.calendar import QUARTERS, find_days

RUNS = 2_000
LIKELY = (RUNS * 50 // 100, RUNS * 80 // 100)
"""In so many runs something must be done by a day, for each day of a forecast."""

SEED = 2_027
"""Always the same, so that the same record gives the same days."""

FARTHEST = 104
"""Weeks; what lies beyond is too far away to tell."""

LEAST_LEFT = 0.25
"""Hours to count on for an open item that took longer than it should."""

ROUNDING = 1e-9
"""Sums of hours may be off by less."""


class _Week(NamedTuple):
    """A week to come."""

    share: float
    """How much of an ordinary week it has, breaks considered."""
    days: tuple[tuple[date, float], ...]
    """Each day that has time, and which part of the week's time is over after it."""

    def day(self, part: float) -> date:
        """Return the day on which a part of the week's time, from 0 to 1, is over."""
        over = (day for day, over in self.days if over >= part - ROUNDING)
        return next(over, self.days[-1][0])


class _Remainder(NamedTuple):
    """What is to be done until something ends, and when the plan has it end."""

    hours: float
    planned_on: date


def make_forecast(
    profile: Profile, weeks: Iterable[OwnWeek], today: date
) -> Forecast | None:
    """Return when the open items of the adopted roadmap will be done.

    `weeks` are the person's own; those that are excused are not drawn.  With fewer than
    four, or if nothing was done in any of them, the plan's hours are used, and nothing
    is done before its planned day.  None if nothing is left to do, or the plan is over.
    """
    roadmap, availability = profile.current_roadmap, profile.availability
    if roadmap is None or availability is None or roadmap.until < today:
        return None
    items = list(around_pauses(roadmap, profile).open_items())
    if not items:
        return None
    own = [week.hours for week in weeks if not week.is_excused]
    works = _works(items, profile)
    skills = [skill for skill in roadmap.focus if skill in works]
    ahead = _weeks_ahead(availability, max(today, roadmap.starts_on))
    wanted = [works[name] for name in (WHOLE, *skills)]
    by_plan = len(own) < FEWEST_WEEKS or not any(own)
    whole, *others = (
        _as_planned(wanted, ahead, availability.hours_per_week)
        if by_plan
        else _simulate([work.hours for work in wanted], ahead, own)
    )
    return Forecast(
        basis=Basis.PLAN if by_plan else Basis.OWN_WEEKS,
        weeks=len(own),
        whole=whole,
        skills=tuple(
            SkillFinish(skill=skill, by_50=finish.by_50, by_80=finish.by_80)
            for skill, finish in zip(skills, others, strict=True)
        ),
    )


WHOLE = ""
"""Where the name of a skill would stand."""


def _works(items: Sequence[PlannedItem], profile: Profile) -> dict[str, _Remainder]:
    """Return what is to be done for each skill and for all, as the plan orders it."""
    total, works = 0.0, dict[str, _Remainder]()
    for item in sorted(items, key=lambda item: item.ends_on):
        total += max(LEAST_LEFT, profile.hours_left(item))
        work = _Remainder(total, item.ends_on)
        works |= dict.fromkeys((WHOLE, *(span.skill for span in item.closes)), work)
    return works


def _weeks_ahead(availability: Availability, first: date) -> Iterator[_Week]:
    """Yield the weeks to come that have any time."""
    usual = availability.hours_per_week * QUARTERS
    last = first + timedelta(weeks=FARTHEST, days=-1)
    for _, days in groupby(
        find_days(availability, first, last), lambda day: (day.on - first).days // 7
    ):
        time = {day.on: day.desk + day.listening for day in days}
        whole = sum(time.values())
        over = (quarters / whole for quarters in accumulate(time.values()))
        yield _Week(whole / usual, tuple(zip(time, over, strict=True)))


def _as_planned(
    works: Sequence[_Remainder], ahead: Iterator[_Week], usual: float
) -> list[Finish]:
    """Return the planned days, or later ones where more is left than was planned."""
    days: dict[_Remainder, date | None] = {}
    waiting = sorted(set(works))
    over, last = 0.0, date.min
    while waiting and (week := next(ahead, None)):
        hours = usual * week.share
        while waiting and over + hours >= waiting[0].hours - ROUNDING:
            work = waiting.pop(0)
            days[work] = max(work.planned_on, week.day((work.hours - over) / hours))
        over, last = over + hours, week.days[-1][0]
    for work in waiting:
        days[work] = work.planned_on if work.planned_on > last else None
    return [Finish(by_50=days[work], by_80=days[work]) for work in works]


def _simulate(
    works: Sequence[float], ahead: Iterable[_Week], own: Sequence[float]
) -> list[Finish]:
    """Return when each amount of work, in hours, is done in enough of the runs.

    All runs go through a week together, so that the draws of a week are the same
    whatever the hours are: more hours never give a later day.
    """
    draws = _draws(len(own))
    done = [0.0] * RUNS
    found: dict[tuple[float, int], date] = {}
    waiting = sorted({work for work in works if work <= _farthest(own)})
    most = 0.0
    for week in ahead if waiting else ():
        hours = [week.share * each for each in own]
        before, done = done, list(map(add, done, map(hours.__getitem__, next(draws))))
        most += max(hours)
        if most < waiting[0]:
            continue  # no run can be done yet
        for work in tuple(waiting):
            finished = sum(map(work.__le__, done))
            if finished < LIKELY[0]:
                break  # and more work is not done sooner
            parts = _parts(work, before, done)
            for runs in LIKELY:
                if finished >= runs:
                    found.setdefault((work, runs), week.day(parts[runs - 1]))
            if finished >= LIKELY[-1]:
                waiting.remove(work)
        if not waiting:
            break
    return [
        Finish(by_50=found.get((work, LIKELY[0])), by_80=found.get((work, LIKELY[1])))
        for work in works
    ]


def _farthest(own: Sequence[float]) -> float:
    """Return an amount of work, in hours, that is out of reach in half of the cases.

    What is more than a standard deviation above the mean has a chance of less than a
    half (Cantelli's inequality), so there is no need to simulate years in vain.
    """
    mean = sum(own) / len(own)
    variance = sum((each - mean) ** 2 for each in own) / len(own)
    return FARTHEST * mean + sqrt(FARTHEST * variance)


def _draws(number: int) -> Iterator[bytes]:
    """Yield, for one week after the other, a number below `number` for each run."""
    from random import Random  # only who has a history of their own needs it

    draw = Random(SEED)
    # Each number stands for equally many bytes, and the rest of the bytes is left out.
    fair = 256 // number * number
    table = bytes(byte % number for byte in range(256))
    unfair = bytes(range(fair, 256))
    while True:
        drawn = b""
        while len(drawn) < RUNS:
            drawn += draw.randbytes(RUNS).translate(table, unfair)
        yield drawn[:RUNS]


def _parts(work: float, before: Iterable[float], after: Iterable[float]) -> list[float]:
    """Return, sorted, after which part of a week the runs that finish are finished."""
    return sorted(
        0.0 if begun >= work else (work - begun) / (done - begun)
        for begun, done in zip(before, after, strict=True)
        if done >= work
    )
