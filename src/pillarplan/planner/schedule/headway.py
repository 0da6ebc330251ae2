"""How far each task is, while the days go by."""

from datetime import date

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.rules import Rules

ENOUGH_TO_TRY = 12
"""After three hours one can try what even long books are about: of one, or of all that
a practice applies together."""


class Headway:
    """What is left of each task, what is begun and done, and since when.

    Tasks go by their numbers, and `done`, `begun` and `half` are sets of them, with a
    bit for each (see `Rules`).
    """

    def __init__(self, rules: Rules, growth: Growth) -> None:
        self.rules, self.tasks, self.growth = rules, rules.tasks, growth
        self.left = [task.quarters for task in rules.tasks]
        self.done = rules.before
        self.half = 0
        """What is read far enough to try it."""
        self.tasted = 0
        """What is read far enough to try it with what is applied together with it."""
        self.first = [task.first_on for task in rules.tasks]
        self.begun = sum(1 << n for n, first in enumerate(self.first) if first)
        self.served = [task.last_on or date.min for task in rules.tasks]
        self._practised: dict[Step, date] = {}
        self._reached: dict[Step, date | None] = {}
        """What was asked of them since one was practised."""
        self._grows = rules.worth.keys() | growth.practised.keys()
        self._booked = [n for n, task in enumerate(rules.tasks) if task.booked]

    def is_over(self) -> bool:
        """Say whether nothing is left."""
        return not any(self.left)

    def late(self) -> frozenset[str]:
        """Return the ids of all tasks that are not done."""
        return frozenset(
            task.id for task, left in zip(self.tasks, self.left, strict=True) if left
        )

    def unsettled(self, last: date) -> frozenset[Step]:
        """Return the steps that have not settled by the last day, so are not closed."""
        return frozenset(
            step
            for step in self.rules.closed
            if (self.growth.reached(step, self._practised) or last) > last
        )

    def unplaced(self) -> Capacity:
        """Return what is left in each pool."""
        left = dict.fromkeys(Pool, 0)
        for task, quarters in zip(self.tasks, self.left, strict=True):
            left[task.pool] += 0 if task.booked else quarters
        return Capacity(*left.values())

    def attend(self, on: date) -> None:
        """Count what took place before a day, or begins by then, without a session."""
        for number in self._booked:
            task = self.tasks[number]
            if self.left[number] and task.booked[0] <= on:
                self.begun |= 1 << number
                self.half |= 1 << number
                self.tasted |= 1 << number
                self.first[number] = self.first[number] or task.booked[0]
                if task.booked[-1] < on:
                    self.left[number] = 0
                    self.done |= 1 << number

    def work(self, task: int, on: date, quarters: int) -> None:
        """Do some quarter-hours of a task."""
        self.first[task] = self.first[task] or on
        self.begun |= 1 << task
        self.served[task] = on
        self.left[task] -= quarters
        self.count_half(task)
        if not self.left[task]:
            self.done |= 1 << task
            if self.tasks[task].is_practice:
                self._reached.clear()
                for step in self.tasks[task].closes:
                    self._practised.setdefault(step, on)

    def count_half(self, task: int) -> None:
        """Remember what is read far enough, once it is open."""
        job = self.tasks[task]
        read = job.whole - self.left[task]
        if job.is_practice:
            return
        if read >= min(job.whole / 2, ENOUGH_TO_TRY):
            self.half |= 1 << task
        if read >= min(job.whole / 2, ENOUGH_TO_TRY / self.rules.together[task]):
            self.tasted |= 1 << task

    def may_be_tried(self, task: int, besides: int = 0) -> bool:
        """Say whether a task waits for nothing, a practice for nothing to be read.

        `besides` counts as read far enough, if it is not yet.
        """
        read = self.read_for(task)
        return self.rules.may_begin(task, self.done, read | besides)

    def read_for(self, practice: int) -> int:
        """Return what is read far enough for a practice."""
        return self.tasted if self.rules.of_several >> practice & 1 else self.half

    def is_next(self, task: int) -> bool:
        """Say whether the step below one of a task's is tried by now, or with it."""
        tried = self.done | self.begun
        return any(below & (tried | own) for below, own in self.rules.pairs[task])

    def is_ripe(self, task: int, on: date) -> bool:
        """Say whether the steps below those of a practice had time to grow."""
        job = self.tasks[task]
        if not job.is_practice:
            return True
        for step in job.closes:
            below = step.below
            if below in self._grows and below not in job.closes:
                if below not in self._reached:
                    reached = self.growth.reached(below, self._practised)
                    self._reached[below] = reached
                reached = self._reached[below]
                if reached and on < reached:
                    return False
        return True

    def room(self, task: int, on: date, shortest: int) -> int:
        """Return how much of a task may be done by the end of a day, from now on."""
        job, first = self.tasks[task], self.first[task]
        most = job.whole
        if job.is_long:
            most = job.allowed((on - first).days if first else 0, shortest)
        if job.is_practice and not self.rules.is_learnt(task, self.done):
            most = min(most, job.whole // 2)
        return most - (job.whole - self.left[task])
