"""Chosen items as the schedule sees them, and which of them waits for which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool

BESIDE = 5
"""An hour at the desk puts off other work as these many hours on the way, which pass
beside it, may do.  Measured; see ``benchmarks/schedule.py``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A chosen item, as the schedule sees it."""

    id: str
    is_practice: bool
    closes: tuple[Step, ...]
    """The steps of the plan that it helps to close, lower ones first."""
    quarters: int
    pool: Pool
    started: bool = False
    place: int | None = None
    """Where it stands in the adopted roadmap, from 0; None if it is new."""
    due: date | None = None
    """When the adopted roadmap ends it, if its steps are still worth as much."""


class Rules:
    """What may begin, and what is closed, once some tasks are finished.

    A practice may begin once

    1. each step that it closes has a finished resource, and
    2. some step that it closes is the next one of its skill that nobody practised yet,
       or all of them are practised.

    A resource may always begin, and an open task may always go on.  So nothing waits
    for ever: resources end, since they wait for nothing, and each closed step has a
    chosen or a finished one, hence (1) comes true.  Then suppose that practices are
    left and none is open.  If every step is practised, (2) holds for all of them.  Else
    take the lowest step of some skill that is not practised: the selection holds a
    practice that closes it, that practice is not finished, and (2) holds for it.

    Tasks go by their numbers, and a set of them is a number with a bit for each, which
    is quick to join and to compare.  One more bit stands for all that was finished
    before.
    """

    def __init__(
        self,
        tasks: Sequence[Job],
        worth: Mapping[Step, int],
        held: tuple[Iterable[Step], Iterable[Step]],
        *,
        beside: bool = False,
    ) -> None:
        self.tasks = tasks
        self.effort = tuple(
            task.quarters * (1 if beside and task.pool is Pool.LISTENING else BESIDE)
            for task in tasks
        )
        """By how much each task puts off the others; `beside` it, if it is heard."""
        self.before = 1 << len(tasks)
        """What is finished at first: nothing but what was finished before."""
        steps = sorted({step for task in tasks for step in task.closes})
        self.worth = {step: worth[step] for step in steps}
        self.learning, self.doing = (dict.fromkeys(steps, 0) for _ in held)
        for finished, masks in zip(held, (self.learning, self.doing), strict=True):
            masks.update((s, self.before) for s in finished if s in masks)
        for number, task in enumerate(tasks):
            masks = self.doing if task.is_practice else self.learning
            for step in task.closes:
                masks[step] |= 1 << number
        self.below: dict[Step, tuple[Step, ...]] = {}
        """The steps of the same skill that come before each."""
        for step in steps:
            self.below[step] = tuple(
                s for s in steps if s.skill == step.skill and s < step
            )

    def may_begin(self, number: int, done: int) -> bool:
        """Say whether a task waits for nothing, once the tasks of `done` are."""
        task, doing = self.tasks[number], self.doing
        if not task.is_practice:
            return True
        return all(self.learning[step] & done for step in task.closes) and (
            all(doing[step] & done for step in task.closes)
            or any(self._is_next(step, done) for step in task.closes)
        )

    def _is_next(self, step: Step, done: int) -> bool:
        return not self.doing[step] & done and all(
            self.doing[lower] & done for lower in self.below[step]
        )

    def is_closed(self, step: Step, done: int) -> bool:
        """Say whether a step is learnt and practised, once the tasks of `done` are."""
        return bool(self.learning[step] & done and self.doing[step] & done)

    def gain(self, number: int, done: int) -> int:
        """Return the worth of the steps that a task closes once it follows `done`."""
        after = done | 1 << number
        return sum(
            self.worth[step]
            for step in self.tasks[number].closes
            if not self.is_closed(step, done) and self.is_closed(step, after)
        )

    def needed(self, step: Step, done: int) -> int:
        """Return what is still to be done after `done` to close a step."""
        needed = 0
        for each in (*self.below[step], step):
            needed |= self._least(self.learning[each], done | needed)
            practice = self._least(self.doing[each], done | needed)
            needed |= practice
            for number in numbers(practice):
                for other in self.tasks[number].closes:
                    needed |= self._least(self.learning[other], done | needed)
        return needed

    def touching(self, step: Step) -> int:
        """Return all tasks on which it depends what is needed for a step, and when."""
        touching = 0
        for each in (*self.below[step], step):
            touching |= self.learning[each] | self.doing[each]
            for number in numbers(self.doing[each] & ~self.before):
                for other in self.tasks[number].closes:
                    touching |= self.learning[other] | self.doing[other]
                    for lower in self.below[other]:
                        touching |= self.doing[lower]
        return touching & ~self.before

    def work_after(self, number: int) -> int:
        """Return the quarter-hours of practice that a task comes before."""
        lowest = dict(sorted(self.tasks[number].closes, reverse=True))
        later = 0
        for step, doing in self.doing.items():
            if step.level >= lowest.get(step.skill, step.level + 1):
                later |= doing & ~self.before
        return sum(self.tasks[each].quarters for each in numbers(later))

    def _least(self, able: int, done: int) -> int:
        """Return the shortest task of those that can do the same, if none is done."""
        if able & done or not able:
            return 0
        return 1 << min(numbers(able), key=self.effort.__getitem__)


def numbers(tasks: int) -> Iterator[int]:
    """Yield the numbers of the tasks in a set."""
    while tasks:
        lowest = tasks & -tasks
        yield lowest.bit_length() - 1
        tasks ^= lowest
