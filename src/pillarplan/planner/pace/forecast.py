"""When the roadmap will be done, from weeks that people and this person really have.

The method is a Monte Carlo simulation, as Daniel S. Vacanti asks for in "Actionable
Agile Metrics for Predictability" (chapter 15, "Monte Carlo Methods Introduction"): each
run draws weeks at random until the work is done, and the share of the runs that are
done by a day is its probability.  There what is drawn is the throughput of a team, here
the hours of one person.

A run does not draw from all weeks alike.  First it draws the few weeks of which its
life is made, from the person's own and from some as people usually have them (a prior,
as in Donald Rubin's "The Bayesian Bootstrap", 1981); then only from those.  So a run
may have a good stretch ahead of it, or a bad one, as a person may, and there are odds
from the first day on.  `benchmarks/forecast.py` says how often the day that should
hold in four cases of five does.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby
from math import sqrt
from operator import add
from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:  # few commands need it
    from random import Random

RUNS = 1_000
LIKELY = (RUNS * 50 // 100, RUNS * 80 // 100)
"""In so many runs something must be done by a day, for each day of a forecast."""

SEED = 2_027
"""Always the same, so that the same record gives the same days."""

FARTHEST = 104
"""Weeks; what lies beyond is too far away to tell."""

USUAL = (0.0, 0.5, 1.0, 1.5, 2.0)
"""Weeks as people have them: hours, as shares of those that they usually keep.

One in five brings nothing, one in five twice as much as is usual.
"""

LIFE = 4
"""Of so many weeks the life of a run is made: few, since weeks come in stretches.

Chosen so that four in five holds for made-up people (`benchmarks/forecast.py`).
"""

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
    four, nothing is done before its planned day; if nothing was done in any of them,
    they say nothing.  None if nothing is left to do, or the plan is over.
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
    kept = availability.hours_per_week * availability.kept
    usual = [kept * share for share in USUAL]
    whole, *others = _simulate(
        [work.hours for work in wanted], ahead, (*usual, *(own if any(own) else ()))
    )
    if by_usual := len(own) < FEWEST_WEEKS or not any(own):
        whole, *others = map(_not_before, (whole, *others), wanted)
    return Forecast(
        basis=Basis.USUAL_WEEKS if by_usual else Basis.OWN_WEEKS,
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


def _not_before(finish: Finish, work: _Remainder) -> Finish:
    """Return a finish that is no earlier than planned."""
    half, nearly = finish.by_50, finish.by_80
    return Finish(
        by_50=half and max(half, work.planned_on),
        by_80=nearly and max(nearly, work.planned_on),
    )


def _simulate(
    works: Sequence[float], ahead: Iterable[_Week], pool: Sequence[float]
) -> list[Finish]:
    """Return when each amount of work, in hours, is done in enough of the runs.

    `pool` has the weeks, in hours, of which lives are made.  All runs go through a week
    together, and what they draw does not depend on hours: more hours in any week never
    give a later day.
    """
    draws = _draws(len(pool))
    done = [0.0] * RUNS
    found: dict[tuple[float, int], date] = {}
    waiting = sorted({work for work in works if work <= _farthest(pool)})
    most = 0.0
    for week in ahead if waiting else ():
        hours = [week.share * each for each in pool]
        before, done = done, list(map(add, done, map(hours.__getitem__, next(draws))))
        most += max(hours)
        if most < waiting[0]:
            continue  # no run can be done yet
        for work in tuple(waiting):
            finished = sum(map(work.__le__, done))
            if finished < LIKELY[0]:
                break  # and more work is not done sooner
            new = [n for n in LIKELY if n <= finished and (work, n) not in found]
            parts = _parts(work, before, done) if new else []
            for runs in new:
                found[work, runs] = week.day(parts[runs - 1])
            if finished >= LIKELY[-1]:
                waiting.remove(work)
        if not waiting:
            break
    return [
        Finish(by_50=found.get((work, LIKELY[0])), by_80=found.get((work, LIKELY[1])))
        for work in works
    ]


def _farthest(pool: Sequence[float]) -> float:
    """Return an amount of work, in hours, that is out of reach in half of the cases.

    What is more than a standard deviation above the mean has a chance of less than a
    half (Cantelli's inequality), so there is no need to simulate years in vain.
    """
    mean = sum(pool) / len(pool)
    variance = sum((each - mean) ** 2 for each in pool) / len(pool)
    # Two weeks of a run are the same one of its life in one of LIFE cases.
    both = FARTHEST * (1 + (FARTHEST - 1) / LIFE)
    return FARTHEST * mean + sqrt(both * variance)


def _draws(number: int) -> Iterator[Iterable[int]]:
    """Yield, for one week after the other, which of `number` weeks each run has."""
    from random import Random  # few commands need it

    random = Random(SEED)
    lives = next(_drawn(random, number, RUNS * LIFE))
    begins = range(0, RUNS * LIFE, LIFE)
    for drawn in _drawn(random, LIFE, RUNS):
        yield map(lives.__getitem__, map(add, begins, drawn))


def _drawn(random: "Random", below: int, size: int) -> Iterator[bytes]:
    """Yield so many random numbers at once below another one, which is at most 256."""
    # Each number stands for equally many bytes, and the rest of the bytes is left out.
    fair = 256 // below * below
    table = bytes(byte % below for byte in range(256))
    unfair = bytes(range(fair, 256))
    while True:
        drawn = b""
        while len(drawn) < size:
            drawn += random.randbytes(size).translate(table, unfair)
        yield drawn[:size]


def _parts(work: float, before: Iterable[float], after: Iterable[float]) -> list[float]:
    """Return, sorted, after which part of a week the runs that finish are finished."""
    return sorted(
        0.0 if begun >= work else (work - begun) / (done - begun)
        for begun, done in zip(before, after, strict=True)
        if done >= work
    )
