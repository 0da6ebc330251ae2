"""How often a forecast holds, over a thousand made-up lives.

    python -m benchmarks.forecast [LIVES]

Each life follows one plan with a habit of its own: steady, in bursts, away for weeks,
overloaded, or with a new job half-way.  After so many weeks the program says when all
will be done; the life knows.  The day of four in five should hold in 75 to 85 % of the
lives.  The habits know nothing of the forecast's usual weeks; they are guesses all the
same, so the table says that the odds are honest for such people, not for all.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.made_people import ROLES, Person, plan_for
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.planner.pace.forecast import make_forecast
from pillarplan.planner.pace.weeks import find_weeks

WEEKS = (0, 1, 2, 4, 6, 8, 12, 16)
"""After how many weeks the forecast is asked for."""

LONGEST = 300
"""Weeks; no life works on one plan for longer."""

WEEK = timedelta(weeks=1)


class Life(NamedTuple):
    """One person's way through a plan."""

    habit: str
    shares: tuple[float, ...]
    """What each week brings, as a share of the hours of the plan."""


def steady(random: Random) -> Iterator[float]:
    """Yield weeks that are much alike."""
    usual, spread = random.uniform(0.6, 1.1), random.uniform(0.1, 0.3)
    while True:
        yield random.gauss(usual, spread)


def bursty(random: Random) -> Iterator[float]:
    """Yield weeks of much, and weeks of nothing."""
    often, much = random.uniform(0.3, 0.7), random.uniform(0.8, 1.6)
    while True:
        yield much * random.uniform(0.5, 1.5) if random.random() < often else 0.0


def absent(random: Random) -> Iterator[float]:
    """Yield good weeks with one long gap in them."""
    begins, length = random.randint(2, 10), random.randint(3, 8)
    usual = random.uniform(0.6, 1.05)
    for week in range(LONGEST):
        gone = begins <= week < begins + length
        yield 0.0 if gone else random.gauss(usual, 0.25)


def overloaded(random: Random) -> Iterator[float]:
    """Yield weeks in which little of what was planned finds its time."""
    usual = random.uniform(0.2, 0.6)
    while True:
        yield random.gauss(usual, 0.3)


def promoted(random: Random) -> Iterator[float]:
    """Yield good weeks, and thinner ones from the day of a new job on."""
    changes, usual = random.randint(3, 12), random.uniform(0.7, 1.1)
    after = usual * random.uniform(0.3, 0.7)
    for week in range(LONGEST):
        yield random.gauss(usual if week < changes else after, 0.25)


HABITS: tuple[Callable[[Random], Iterator[float]], ...] = (
    steady,
    bursty,
    absent,
    overloaded,
    promoted,
)


def make_lives(number: int, seed: int = 5) -> Iterator[Life]:
    """Yield lives, with all habits in turn."""
    random = Random(seed)
    for place in range(number):
        habit = HABITS[place % len(HABITS)]
        shares = zip(range(LONGEST), habit(random), strict=False)
        yield Life(habit.__name__, tuple(max(0.0, share) for _, share in shares))


class Verdict(NamedTuple):
    """Whether what was said of one life after some weeks held."""

    half: bool
    nearly: bool


def judge(life: Life, roadmap: Roadmap, weeks: int) -> Verdict | None:
    """Return how the forecast after so many weeks held; None if all was done by then.

    A week's hours are told at its end, each to the first item that is not done.
    """
    told = Telling(roadmap)
    for week, share in zip(range(weeks), life.shares, strict=False):
        told.tell(week, share)
    if not told.left:
        return None
    today = roadmap.starts_on + weeks * WEEK
    said = make_forecast(told.profile(), find_weeks(told.profile(), today), today)
    if said is None:
        return None
    ended = told.copy().run_on(life, weeks)
    return Verdict(_holds(ended, said.whole.by_50), _holds(ended, said.whole.by_80))


def _holds(ended: date, said: date | None) -> bool:
    return said is None or ended <= said


class Telling:
    """A record of hours while it is being lived."""

    def __init__(self, roadmap: Roadmap) -> None:
        self.roadmap = roadmap
        self.left = [(item.id, item.hours) for item in roadmap.items]
        self.spent: list[Spent] = []
        self.done: list[Ended] = []
        self.days: list[date] = []

    def copy(self) -> "Telling":
        """Return another one that goes on from here."""
        other = Telling(self.roadmap)
        other.left, other.done = [*self.left], [*self.done]
        return other

    def tell(self, week: int, share: float) -> date:
        """Tell a week's hours; return its last day."""
        on = self.roadmap.starts_on + (week + 1) * WEEK
        hours = share * self.roadmap.limits.availability.hours_per_week
        while hours > 0 and self.left:
            item, left = self.left.pop(0)
            some = min(hours, left)
            hours -= some
            self.spent.append(Spent(on=on, item=item, hours=some))
            if some < left:
                self.left.insert(0, (item, left - some))
            else:
                self.done.append(Ended(on=on, item=item))
        self.days.append(on)
        return on

    def run_on(self, life: Life, weeks: int) -> date:
        """Return the day on which all is done."""
        for week in range(weeks, LONGEST):
            on = self.tell(week, life.shares[week])
            if not self.left:
                return on
        return date.max

    def profile(self) -> Profile:
        """Return what was told."""
        return Profile(
            roadmap=self.roadmap,
            planned_since=self.roadmap.made_on,
            spent=tuple(self.spent),
            done=tuple(self.done),
            checkins=tuple(self.days),
        )


def make_roadmaps() -> list[Roadmap]:
    """Return a plan for one person of each role, at three hours a week."""
    people = [Person(role, "mixed", seed=0, focus=3, hours=3) for role in ROLES]
    with tempfile.TemporaryDirectory() as cache:
        return [plan_for((each,), Path(cache))[0].roadmap for each in people]


def measure(
    number: int, roadmaps: Sequence[Roadmap]
) -> Iterator[tuple[int, list[tuple[str, Verdict]]]]:
    """Yield, for each number of weeks, what was said of each life."""
    # Plans end so late that none is over while somebody still works on it.
    lasting = [
        replace(each, until=each.starts_on + LONGEST * WEEK) for each in roadmaps
    ]
    lives = [*zip(make_lives(number), cycle(lasting))]
    for weeks in WEEKS:
        verdicts = ((life.habit, judge(life, plan, weeks)) for life, plan in lives)
        yield weeks, [(habit, found) for habit, found in verdicts if found]


def main(number: int) -> None:
    """Print the table."""
    names = [habit.__name__ for habit in HABITS]
    print(f"{'weeks':>5} {'lives':>5} {'half':>5} {'4 in 5':>6}", *names, sep="  ")
    for weeks, verdicts in measure(number, make_roadmaps()):
        total, nearly = Counter[str](), Counter[str]()
        for habit, verdict in verdicts:
            total[habit] += 1
            nearly[habit] += verdict.nearly
        half = sum(verdict.half for _, verdict in verdicts) / len(verdicts)
        share = nearly.total() / len(verdicts)
        each = (
            f"{nearly[n] / total[n]:{len(n)}.2f}" if total[n] else "" for n in names
        )
        print(f"{weeks:5} {len(verdicts):5} {half:5.2f} {share:6.2f}", *each, sep="  ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
