"""How good the order of a schedule is, and what it costs.

    .venv/bin/python -m benchmarks.schedule

Prints for each kind of question how much later the steps are closed, weighed by their
worth, than in the best known order: with the planner's order, and with Smith's (worth
per hour of the task alone).  For work at the desk the best one is proven wherever all
sets of finished items can be looked at; else it is the best that a long local search
finds.  If a third of the time is for listening, the search moves items on the calendar.
Also printed: how many days pass from the end of what a practice needs to its beginning
(median, and nine in ten), the time for order and sessions, the most memory of the
process, and how time and memory grow.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from benchmarks.instances import (
    BASE,
    INSTANCES,
    KINDS,
    MONDAY,
    in_a_process_each,
    peak_mebibytes,
    questions,
)
from pillarplan.domain.plan.availability import Availability, spread
from pillarplan.planner.fitting.jobs import make_tasks
from pillarplan.planner.fitting.placing import lateness, place
from pillarplan.planner.schedule.calendar import Calendar, Capacity, find_calendar
from pillarplan.planner.schedule.order import delay, find_order, polish
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.schedule import Timetable, schedule
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select
from tests.planner.best_order import Orders

MOST_SETS = 60_000
"""More sets of finished items than these are not looked at."""

FAR = 100_000
"""More quarter-hours than anything takes."""

DESK, ON_THE_WAY = 2, 1
"""Hours a week, if there is time for both."""


@dataclass(frozen=True)
class Trial:
    """One selection, put in order."""

    items: int
    ours: float
    """The share by which the steps are closed later than in the best known order."""
    smith: float
    proven: bool
    beside: float | None
    """The same as `ours` if some items are heard on the way."""
    gaps: list[int]
    """Days from the end of each resource to the first session of its practice."""
    seconds: float


@dataclass(frozen=True)
class Measured:
    """All questions of a kind."""

    kind: str
    trials: list[Trial]
    mebibytes: float

    @property
    def milliseconds(self) -> float:
        """The median time for order and sessions."""
        return statistics.median(trial.seconds for trial in self.trials) * 1000


def measure(kind: str, seconds: float) -> Measured:
    """Put all selections of a kind in order; search for `seconds` for a better one."""
    selected = [
        (each, found) for each in questions(kind) if (found := select(each, None))
    ]
    placed = [(*pair, *_timed(*pair)) for pair in selected if pair[1].items]
    mebibytes = peak_mebibytes()
    return Measured(kind, [_compare(*each, seconds) for each in placed], mebibytes)


def _timed(choice: Choice, selection: Selection) -> tuple[Timetable, float]:
    calendar = _calendar(Availability(desk=spread(3)))
    start = time.process_time()
    timetable = place(choice, selection, calendar, Capacity(FAR, 0))
    seconds = time.process_time() - start
    assert timetable
    return timetable, seconds


def _compare(
    choice: Choice,
    selection: Selection,
    timetable: Timetable,
    timed: float,
    seconds: float,
) -> Trial:
    tasks = make_tasks(selection, frozenset(), choice.learnt)
    rules = Rules(tasks, choice.worth, (choice.learnt, choice.practised))
    order = find_order(rules)

    def late(order: Sequence[int]) -> int:
        return delay(rules, order, rules.before)

    orders = Orders(choice, selection)
    least = orders.least_delay(MOST_SETS)
    if least is None:
        found = _search(rules, order, late, seconds, partial(polish, rules, window=6))
        best = late(found)
    else:
        # The second opinion counts in quarter-hours at the desk.
        best = late(order) * least // max(1, orders.delay(tasks[n].id for n in order))
    return Trial(
        items=len(tasks),
        ours=late(order) / max(1, best) - 1,
        smith=late(_allowed(rules, _smith(rules))) / max(1, best) - 1,
        proven=least is not None,
        beside=_beside(choice, selection, seconds),
        gaps=_gaps(rules, timetable),
        seconds=timed,
    )


def _beside(choice: Choice, selection: Selection, seconds: float) -> float | None:
    """Return how much later steps are closed than can be, if some items are heard."""
    total = selection.quarters
    capacity = Capacity(total, total * ON_THE_WAY // (DESK + ON_THE_WAY))
    heard = share_out(selection.items, capacity)
    if not heard:
        return None
    usual = Availability(desk=spread(DESK), listening=spread(ON_THE_WAY))
    calendar = _calendar(usual)
    rules = Rules(
        make_tasks(selection, heard, choice.learnt),
        choice.worth,
        (choice.learnt, choice.practised),
    )
    timetable = place(choice, selection, calendar, capacity)
    assert timetable
    last = {session.item: n for n, session in enumerate(timetable.sessions)}
    order = sorted(range(len(rules.tasks)), key=lambda n: last[rules.tasks[n].id])

    def late(order: Sequence[int]) -> int:
        return lateness(
            rules, schedule(rules, order, calendar, choice.growth), calendar
        )

    best = late(_search(rules, order, late, seconds, list))
    ours = lateness(rules, timetable, calendar)
    return ours / max(1, min(ours, best)) - 1


def _calendar(availability: Availability) -> Calendar:
    return find_calendar(availability, MONDAY, MONDAY + timedelta(weeks=1_040))


def _smith(rules: Rules) -> list[int]:
    """Return the best order of tasks that depend on nothing (W. E. Smith, 1956)."""

    def pull(number: int) -> float:
        task = rules.tasks[number]
        return -sum(rules.worth[step] for step in task.closes) / task.quarters

    return sorted(range(len(rules.tasks)), key=pull)


def _allowed(rules: Rules, order: Sequence[int]) -> list[int]:
    """Return tasks in the order of their ranks, each as soon as it may begin."""
    waiting, allowed, done = list(order), list[int](), rules.before
    while waiting:
        number = next(n for n in waiting if rules.may_begin(n, done))
        waiting.remove(number)
        allowed.append(number)
        done |= 1 << number
    return allowed


def _search(
    rules: Rules,
    order: Sequence[int],
    late: Callable[[Sequence[int]], int],
    seconds: float,
    improve: Callable[[list[int]], list[int]],
) -> list[int]:
    """Return the best order that random moves of a few neighbours lead to."""
    rng = random.Random(0)
    best, least = list(order), late(order)
    start = time.process_time()
    while time.process_time() - start < seconds:
        moved = list(best)
        length = rng.randint(1, min(8, len(moved)))
        first = rng.randrange(len(moved) - length + 1)
        run = moved[first : first + length]
        del moved[first : first + length]
        place = rng.randrange(len(moved) + 1)
        moved[place:place] = run
        moved = _allowed(rules, moved)
        if late(moved) < least * 1.02:
            moved = improve(moved)
        if late(moved) <= least:
            best, least = moved, late(moved)
    return best


def _gaps(rules: Rules, timetable: Timetable) -> list[int]:
    first = {s.item: s.on for s in reversed(timetable.sessions)}
    last = {s.item: s.on for s in timetable.sessions}
    return [
        (first[practice.id] - max(last[task.id] for task in needed)).days
        for practice in rules.tasks
        if practice.is_practice
        and (
            needed := [
                task
                for task in rules.tasks
                if not task.is_practice
                and not {*task.closes}.isdisjoint(practice.closes)
            ]
        )
    ]


def main() -> None:
    """Print the table, row by row."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=5, help="of search for each")
    seconds = parser.parse_args().seconds
    print(
        f"{INSTANCES} questions of each kind; later than the best known, mean/worst\n"
    )
    print(
        f"{'question':36}{'items':>5}{'planner':>14}{'proven':>8}{'Smith':>8}"
        f"{'with listening':>16}{'practice after':>16}{'ms':>6}{'MiB':>5}  growth"
    )
    base: Measured | None = None
    for row in in_a_process_each(partial(measure, seconds=seconds), KINDS):
        base = row if row.kind == BASE else base
        ours = [trial.ours for trial in row.trials]
        beside = [t.beside for t in row.trials if t.beside is not None] or [0.0]
        gaps = sorted(gap for trial in row.trials for gap in trial.gaps)
        growth = (
            f"  x {row.milliseconds / base.milliseconds:.1f}, "
            f"x {row.mebibytes / base.mebibytes:.2f}"
            if base
            else ""
        )
        print(
            f"{row.kind:36}{statistics.median(t.items for t in row.trials):5.0f}"
            f"{statistics.mean(ours):7.2%}{max(ours):7.2%}"
            f"{sum(trial.proven for trial in row.trials):5}/{len(row.trials):2}"
            f"{statistics.mean(trial.smith for trial in row.trials):8.0%}"
            f"{statistics.mean(beside):9.1%}{max(beside):7.1%}"
            f"{statistics.median(gaps):8.0f} d{gaps[len(gaps) * 9 // 10]:4} d"
            f"{row.milliseconds:6.1f}{row.mebibytes:5.0f}{growth}",
            flush=True,
        )


if __name__ == "__main__":
    main()
