"""What the exact selection gains against a greedy one, and what it costs.

    .venv/bin/python -m benchmarks.selection

Prints for each kind of question, and for limits that bind on hours, on money, and on
listening besides: which share of the value a greedy selection loses; how often the
exact one is proven to be the best; its time; the most memory that a process needs for
it; and how time and memory grow against the smallest generated question.
"""

import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.instances import (
    BASE,
    INSTANCES,
    KINDS,
    candidate,
    in_a_process_each,
    peak_mebibytes,
    questions,
)
from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.selection import select

HOURS, MONEY = 0.4, 0.3
"""The share of what all wanted steps take that there is, so that limits bind."""

BINDING = ("hours", "hours, money", "hours, money, listening")


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


NOBODY = replace(candidate(random.Random(0), "nobody", 1), covers=())
"""Stands for an item that there is not."""


@dataclass(frozen=True)
class Trial:
    """One question, answered both ways."""

    loss: float
    """The share of the value that the greedy answer loses."""
    seconds: float
    proven: bool


@dataclass(frozen=True)
class Measured:
    """All questions of a kind, by what binds."""

    kind: str
    trials: dict[str, list[Trial]]
    mebibytes: float

    def median(self, binds: str) -> float:
        """Return the time of the exact answer, in milliseconds."""
        return statistics.median(trial.seconds for trial in self.trials[binds]) * 1000


def measure(kind: str) -> Measured:
    """Answer the questions of a kind exactly, and only then greedily."""
    choices = questions(kind)
    exact = {binds: [_answer(each, binds) for each in choices] for binds in BINDING}
    mebibytes = peak_mebibytes()
    trials = {
        binds: [
            Trial(1 - greedy(choice, capacity) / max(1, value), seconds, proven)
            for choice, capacity, value, seconds, proven in answers
        ]
        for binds, answers in exact.items()
    }
    return Measured(kind, trials, mebibytes)


def _answer(choice: Choice, binds: str) -> tuple[Choice, Capacity, int, float, bool]:
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
    return choice, capacity, exact.value, seconds, exact.proven


def main() -> None:
    """Print the table, row by row."""
    print(f"{INSTANCES} questions of each kind; times are medians and worst cases\n")
    print(
        f"{'':34}{'greedy loses':>18}{'exact':>14}\n{'question':34}"
        f"{'mean':>10}{'worst':>8}{'ms':>7}{'worst':>7}{'proven':>8}"
        f"{'MiB':>6}  growth of time, memory"
    )
    base: Measured | None = None
    for row in in_a_process_each(measure, KINDS):
        base = row if row.kind == BASE else base
        print(f"{row.kind:58}{'':12}{row.mebibytes:6.0f}")
        for binds, trials in row.trials.items():
            losses = [trial.loss for trial in trials]
            worst = max(trial.seconds for trial in trials) * 1000
            growth = (
                f"  x {row.median(binds) / base.median(binds):.1f}, "
                f"x {row.mebibytes / base.mebibytes:.2f}"
                if base
                else ""
            )
            print(
                f"  {binds:32}{statistics.mean(losses):10.1%}{max(losses):8.1%}"
                f"{row.median(binds):7.0f}{worst:7.0f}"
                f"{sum(trial.proven for trial in trials):5} /{len(trials):2}"
                f"{'':4}{growth}",
                flush=True,
            )


if __name__ == "__main__":
    main()
