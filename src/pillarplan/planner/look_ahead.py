"""Which item to begin first: the one on the way to most value per hour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pillarplan.domain.availability import Pool
from pillarplan.domain.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A chosen item, as the schedule sees it."""

    id: str
    is_practice: bool
    closes: tuple[Step, ...]
    """The steps of the plan that it helps to close, lower ones first."""
    quarters: int
    pool: Pool
    started: bool = False


class LookAhead:
    """The worth per hour of the best chain of steps that begins with each task.

    A chain of a skill runs from its next step up to any later one; it takes all tasks
    that are still to be done for these steps.  Only looking at single tasks would put a
    long book off for ever, however much the short practice after it were worth.
    """

    def __init__(
        self, tasks: Sequence[Task], worth: Mapping[Step, int], left: Mapping[str, int]
    ) -> None:
        self._worth = worth
        self._left = left
        self._doers: dict[str, dict[Step, list[Task]]] = {}
        for task in tasks:
            for step in task.closes:
                steps = self._doers.setdefault(step.skill, {})
                steps.setdefault(step, []).append(task)
        self._best: dict[Step, float] = {}
        for skill in self._doers:
            self._weigh(skill)

    def weigh_again(self, task: Task) -> None:
        """Take notice that work was done on `task`."""
        for skill in {step.skill for step in task.closes}:
            self._weigh(skill)

    def worth_per_hour(self, task: Task) -> float:
        """Return the worth per quarter-hour of the best chain that needs `task`."""
        return max((self._best[step] for step in task.closes), default=0.0)

    def work_after(self, task: Task) -> int:
        """Return the quarter-hours of practice that `task` comes before."""
        lowest = dict(sorted(task.closes, reverse=True))
        waiting = {
            other.id: self._left[other.id]
            for skill, level in lowest.items()
            for step, others in self._doers[skill].items()
            for other in others
            if other.is_practice and step.level >= level
        }
        return sum(waiting.values())

    def _weigh(self, skill: str) -> None:
        steps = sorted(self._doers[skill].items())
        chain: dict[str, int] = {}
        worth = 0
        rates = []
        for step, tasks in steps:
            ahead = {t.id: self._left[t.id] for t in tasks if self._left[t.id]}
            chain |= ahead
            worth += self._worth[step] if ahead else 0
            rates.append(worth / sum(chain.values()) if chain else 0.0)
        best = 0.0
        for (step, _), rate in zip(reversed(steps), reversed(rates), strict=True):
            best = max(best, rate)
            self._best[step] = best
