"""What the exact selection and the look-ahead order gain, and what they cost.

    .venv/bin/python benchmarks/selection.py

Prints two tables: the value that a greedy selection loses against the exact one, with
the time of the exact one; and how much later steps are closed if tasks are ordered by
Smith's rule (worth per hour of the task alone) and not by looking ahead.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from unittest.mock import patch

from pillarplan.domain.availability import Availability, Pool, spread
from pillarplan.domain.gap import Gap
from pillarplan.domain.item import Item
from pillarplan.domain.profile import Profile
from pillarplan.domain.roadmap import Limits
from pillarplan.domain.step import Step
from pillarplan.knowledge.builtin import bundled_path
from pillarplan.knowledge.opening import open_index
from pillarplan.planner import schedule as scheduling
from pillarplan.planner.calendar import Capacity, Day, find_days
from pillarplan.planner.candidates import Candidate, Choice, find_choice, wanted_steps
from pillarplan.planner.fitting import place
from pillarplan.planner.look_ahead import LookAhead, Task
from pillarplan.planner.pools import share_out
from pillarplan.planner.schedule import Timetable
from pillarplan.planner.selection import select

INSTANCES = 10
"""Of each kind."""

HOURS, MONEY = 0.4, 0.3
"""The share of what all wanted steps take that there is, so that limits bind."""

FAR = 100_000
"""More quarter-hours than anything takes."""

MONDAY = date(2026, 11, 23)


def generated(skills: int, items: int, picked: int, seed: int) -> Choice:
    """Return a random question about some skills of a knowledge base.

    Half of the items are practices of one step, half resources of one or two steps;
    three in ten serve a second skill; of the resources six in ten cost money and three
    in ten can be heard.
    """
    rng = random.Random(seed)
    worth = {}
    for skill in range(picked):
        importance, current = rng.choice((1, 2, 2, 3)), rng.randint(0, 2)
        for level in range(current + 1, rng.randint(current + 2, 5) + 1):
            worth[Step(f"skill-{skill}", level)] = importance
    made = (_candidate(rng, f"item-{n}", skills) for n in range(items))
    covered = (
        replace(item, covers=tuple(step for step in item.covers if step in worth))
        for item in made
    )
    return Choice(
        worth=worth,
        learnt=frozenset(),
        practised=frozenset(),
        candidates=tuple(item for item in covered if item.covers),
        budget_cents=None,
    )


def _candidate(rng: random.Random, name: str, skills: int) -> Candidate:
    is_practice = rng.random() < 0.5
    covers = []
    for _ in range(2 if rng.random() < 0.3 else 1):
        skill, low = f"skill-{rng.randrange(skills)}", rng.randint(0, 4)
        top = low + 1 if is_practice else min(5, low + rng.randint(1, 2))
        covers += [Step(skill, level) for level in range(low + 1, top + 1)]
    paid = not is_practice and rng.random() < 0.6
    return Candidate(
        id=name,
        is_practice=is_practice,
        covers=tuple(dict.fromkeys(covers)),
        quarters=rng.randint(4, 20) if is_practice else rng.randint(2, 48),
        cents=rng.choice((900, 1500, 2500, 4000, 30000)) if paid else 0,
        listen=not is_practice and rng.random() < 0.3,
        pinned=False,
        started=False,
        adopted=False,
        heard=False,
    )


def built_in() -> Callable[[int, int | None], Choice]:
    """Return a function that asks about the built-in content for a random person."""
    with open_index(bundled_path()) as index:
        outlines, roles = index.outlines(), index.roles()
        items: tuple[Item, ...] = index.items_for(outline.id for outline in outlines)

    def ask(seed: int, focus: int | None) -> Choice:
        rng = random.Random(seed)
        role = rng.choice(roles)
        gaps = [
            Gap(
                skill=outline.id,
                name=outline.name,
                pillar=outline.pillar,
                current=max(0, target - rng.choice((0, 1, 1, 2, 3))),
                target=target,
                importance=rng.choice((1, 2, 2, 3)),
            )
            for outline in outlines
            for target in (role.targets.get(outline.id, 0),)
        ]
        gaps = sorted((gap for gap in gaps if gap.size), key=lambda g: -g.priority)
        limits = Limits(
            availability=Availability(desk=spread(3)),
            starts_on=MONDAY,
            until=MONDAY,
            role=role.id,
        )
        return find_choice(wanted_steps(gaps[:focus]), limits, items, Profile())

    return ask


def greedy(choice: Choice, capacity: Capacity) -> int:
    """Return the value that is reached by taking the best step per hour each time.

    A step is taken with the shortest resource and practice that it still needs and
    that fit into all limits.
    """
    taken: list[Candidate] = []
    closed: set[Step] = set()
    while best := max(
        _moves(choice, capacity, taken, closed), key=lambda move: move[0], default=None
    ):
        _, step, items = best
        taken += items
        closed.add(step)
    return sum(choice.worth[step] for step in closed)


def _moves(
    choice: Choice, capacity: Capacity, taken: list[Candidate], closed: set[Step]
) -> Iterator[tuple[float, Step, list[Candidate]]]:
    """Yield the steps that could be closed next: worth per hour, step, new items."""
    money = choice.budget_cents
    left = None if money is None else money - sum(item.cents for item in taken)
    for step, worth in choice.worth.items():
        below = Step(step.skill, step.level - 1)
        if step in closed or (below in choice.worth and below not in closed):
            continue
        needed: list[Candidate] = []
        for is_practice in (False, True):
            able = [
                item
                for item in choice.candidates
                if item.is_practice is is_practice and step in item.covers
            ]
            if any(item in taken for item in able):
                continue
            payable = [item for item in able if left is None or item.cents <= left]
            needed += sorted(payable, key=lambda item: item.quarters)[:1] or [NOBODY]
        if NOBODY not in needed and share_out([*taken, *needed], capacity) is not None:
            quarters = sum(item.quarters for item in needed)
            yield worth / max(1, quarters), step, needed


NOBODY = replace(_candidate(random.Random(0), "nobody", 1), covers=())
"""Stands for an item that there is not."""


@dataclass(frozen=True)
class Trial:
    """One question, answered both ways."""

    loss: float
    """The share of the value that the greedy answer loses."""
    seconds: float
    proven: bool


def compare_selections(choices: Iterable[Choice], binds: str) -> list[Trial]:
    """Answer every question exactly and greedily within limits that bind."""
    trials = []
    for choice in choices:
        wanted = select(choice, None)
        assert wanted
        if "money" in binds:
            choice = replace(choice, budget_cents=int(wanted.cents * MONEY))
        hours = int(wanted.quarters * HOURS)
        heard = hours // 4 if "listening" in binds else 0
        capacity = Capacity(hours - heard, heard)
        start = time.process_time()
        exact = select(choice, capacity)
        seconds = time.process_time() - start
        assert exact
        loss = 1 - greedy(choice, capacity) / max(1, exact.value)
        trials.append(Trial(loss, seconds, exact.proven))
    return trials


class SmithOrder(LookAhead):
    """The best order of tasks that do not depend on each other (W. E. Smith, 1956)."""

    def worth_per_hour(self, task: Task) -> float:
        """Return the worth of the steps of `task` per quarter-hour that is left."""
        worth = sum(self._worth[step] for step in task.closes)
        return worth / max(1, self._left[task.id])


def mean_finish(choice: Choice) -> tuple[float, float]:
    """Return after how many days steps are closed on average, weighted by worth.

    First with the look-ahead order, then with Smith's.
    """
    selection = select(choice, None)
    assert selection
    availability = Availability(desk=spread(3))
    last = MONDAY + timedelta(weeks=520)
    days: Sequence[Day] = tuple(find_days(availability, MONDAY, last))
    means = []
    for order in (LookAhead, SmithOrder):
        with patch.object(scheduling, "LookAhead", order):
            timetable = place(choice, selection, days, Capacity(FAR, 0), shortest=2)
        assert timetable
        assert timetable.is_complete
        ends = _ends(timetable)
        closing = {
            step: max(
                min(
                    ends[item.id]
                    for item in selection.items
                    if step in item.covers and item.is_practice is is_practice
                )
                for is_practice in (False, True)
            )
            for step in selection.closed
        }
        total = sum(choice.worth[step] for step in closing)
        means.append(
            sum(choice.worth[s] * (end - MONDAY).days for s, end in closing.items())
            / total
        )
    return means[0], means[1]


def _ends(timetable: Timetable) -> dict[str, date]:
    return {
        session.item: session.on
        for session in timetable.sessions
        if session.pool is Pool.DESK
    }


def kinds() -> Iterator[tuple[str, list[Choice]]]:
    """Yield instances of each kind, with the name of the kind."""
    ask = built_in()
    for focus in (3, 6, None):
        name = f"built-in, focus {focus or 'all'}"
        yield name, [ask(seed, focus) for seed in range(INSTANCES)]
    for skills, items, picked in (
        (40, 250, 40),
        (400, 2_500, 40),
        (400, 2_500, 200),
        (4_000, 25_000, 40),
        (4_000, 25_000, 200),
    ):
        name = f"{picked} of {skills:,} skills, {items:,} items"
        yield name, [generated(skills, items, picked, s) for s in range(INSTANCES)]


def main() -> None:
    """Print both tables."""
    print(
        f"{INSTANCES} instances each; loss of value by greedy selection, time of exact"
    )
    print(
        f"{'instance':40}{'binds':26}{'mean':>6}{'worst':>7}{'median':>9}{'worst':>9}"
    )
    orders = []
    for name, choices in kinds():
        for binds in ("hours", "hours, money", "hours, money, listening"):
            trials = compare_selections(choices, binds)
            losses = [trial.loss for trial in trials]
            times = [trial.seconds * 1000 for trial in trials]
            proven = sum(trial.proven for trial in trials)
            print(
                f"{name:40}{binds:26}{statistics.mean(losses):6.1%}{max(losses):7.1%}"
                f"{statistics.median(times):6.0f} ms{max(times):6.0f} ms"
                f"  {proven} proven"
            )
            sys.stdout.flush()
        orders.append((name, [mean_finish(choice) for choice in choices]))
    print("\nSteps are closed later by this much if ordered by Smith's rule")
    for name, means in orders:
        later = [smith / max(1, ahead) - 1 for ahead, smith in means]
        print(f"{name:40}{statistics.mean(later):6.1%} mean{max(later):7.1%} worst")


if __name__ == "__main__":
    main()
