"""What may begin: which of the chosen items waits for which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import reduce
from operator import or_

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.job import Job

BESIDE = 5
"""An hour at the desk puts off other work as these many hours on the way, which pass
beside it, may do.  Measured; see ``benchmarks/schedule.py``."""


class Rules:
    """What may begin, and what is closed, once some tasks are finished.

    A practice may begin once

    1. all that is chosen to learn its steps from is finished, or at least half done,
       and
    2. all lower steps of the same skills are practised.

    A resource may always begin, and an open task may always go on, a practice beyond
    its half only when all of that is finished.  Where practices of two skills would
    wait for each other for ever, the second rule is weaker: one of its steps must be
    the next of its skill, or all be practised.  So nothing waits for ever: resources
    end, since they wait for nothing, hence (1) comes true.  Then suppose that practices
    are left and none is open.  What the strict rule reaches goes on by itself.  Of the
    others, take the lowest step of some skill that is not practised: the selection
    holds a practice that closes it, and it may begin.

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
        self.closed = frozenset(worth)
        """All that is closed in the end, also where nothing is left to do for it."""
        steps = sorted({step for task in tasks for step in task.closes})
        self.worth = {step: worth[step] for step in steps}
        self.learning, self.doing = (dict.fromkeys(steps, 0) for _ in held)
        for finished, masks in zip(held, (self.learning, self.doing), strict=True):
            masks.update((s, self.before) for s in finished if s in masks)
        for number, task in enumerate(tasks):
            masks = self.doing if task.is_practice else self.learning
            for step in task.closes:
                masks[step] |= 1 << number
        self.sources = tuple(_joined(self.learning, task.closes) for task in tasks)
        """Of each task, all from which its steps are learnt."""
        several = {
            number: applied
            for number, task in enumerate(tasks)
            if task.is_practice
            and (applied := self.unlearnt(number, self.before)).bit_count() > 1
        }
        self.of_several = sum(1 << number for number in several)
        """The practices that apply several things together."""
        self.together = tuple(
            max((m.bit_count() for m in several.values() if m >> n & 1), default=1)
            for n in range(len(tasks))
        )
        """Of each task, how many things some practice applies together with it."""
        self.below: dict[Step, tuple[Step, ...]] = {}
        """The steps of the same skill that come before each."""
        for step in steps:
            self.below[step] = tuple(
                s for s in steps if s.skill == step.skill and s < step
            )
        self.climbs = tuple(
            tuple(self.doing[step] for step in self._lower_steps(task))
            for task in tasks
        )
        """Of each lower step that has to be practised before a task, its practices."""
        self.pairs = tuple(
            tuple(
                (self.doing.get(step.below, self.before), self.doing[step])
                for step in task.closes
            )
            for task in tasks
        )
        """Of each step of a task, the practices of the step below and its own."""
        self.applied_by = tuple(_joined(self.doing, task.closes) for task in tasks)
        """Of each task, the practices of its steps."""
        self.tangled = 0
        """The practices that would wait for each other for ever."""
        self.tangled = self._find_tangled()

    def may_begin(self, number: int, done: int, half: int = 0) -> bool:
        """Say whether a task waits for nothing, once the tasks of `done` are.

        Of those in `half`, at least one half is done.
        """
        task, doing = self.tasks[number], self.doing
        if not task.is_practice:
            return True
        if not self.is_learnt(number, done | half):
            return False
        if self.tangled >> number & 1:
            return all(doing[step] & done for step in task.closes) or any(
                self._is_next(step, done) for step in task.closes
            )
        return all(lower & done for lower in self.climbs[number])

    def is_learnt(self, number: int, done: int) -> bool:
        """Say whether all is finished from which the steps of a task are learnt."""
        return not self.unlearnt(number, done)

    def unlearnt(self, number: int, done: int) -> int:
        """Return what is still to be finished of that."""
        return self.sources[number] & ~done

    def practising(self, steps: Set[Step]) -> frozenset[str]:
        """Return the ids of the practices of some steps."""
        return frozenset(
            task.id
            for task in self.tasks
            if task.is_practice and not steps.isdisjoint(task.closes)
        )

    def _lower_steps(self, task: Job) -> tuple[Step, ...]:
        if not task.is_practice:
            return ()
        lower = (step for closed in task.closes for step in self.below[closed])
        return tuple(step for step in dict.fromkeys(lower) if step not in task.closes)

    def _find_tangled(self) -> int:
        """Return the practices that the strict rule never reaches."""
        everything = (1 << len(self.tasks)) - 1
        done, left = self.before, everything
        while reached := sum(1 << n for n in numbers(left) if self.may_begin(n, done)):
            done |= reached
            left &= ~reached
        return left

    def _is_next(self, step: Step, done: int) -> bool:
        return not self.doing[step] & done and all(
            self.doing[lower] & done for lower in self.below[step]
        )

    def is_closed(self, step: Step, done: int) -> bool:
        """Say whether a step is learnt and practised, once the tasks of `done` are."""
        return not self.learning[step] & ~done and bool(self.doing[step] & done)

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
        needed, seen, todo = 0, set[Step](), [*self.below[step], step]
        while todo:
            each = todo.pop(0)
            if each in seen:
                continue
            seen.add(each)
            needed |= self.learning[each] & ~done
            practice = self._least(self.doing[each], done | needed)
            needed |= practice
            for number in numbers(practice):
                for other in self.tasks[number].closes:
                    todo += (*self.below[other], other)
        return needed

    def touching(self, step: Step) -> int:
        """Return all tasks on which it depends what is needed for a step, and when."""
        touching, seen, todo = 0, set[Step](), [*self.below[step], step]
        while todo:
            each = todo.pop()
            if each in seen:
                continue
            seen.add(each)
            touching |= self.learning[each] | self.doing[each]
            for number in numbers(self.doing[each] & ~self.before):
                for other in self.tasks[number].closes:
                    todo += (*self.below[other], other)
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


def _joined(tasks: Mapping[Step, int], steps: Iterable[Step]) -> int:
    """Return all tasks of some steps as one set."""
    return reduce(or_, (tasks[step] for step in steps), 0)


def numbers(tasks: int) -> Iterator[int]:
    """Yield the numbers of the tasks in a set."""
    while tasks:
        lowest = tasks & -tasks
        yield lowest.bit_length() - 1
        tasks ^= lowest
