"""Tasks while they are done: which comes next, and how long a session on it is."""

from collections.abc import Sequence, Set
from datetime import date

from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Calendar
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.hand import Grip, Hand
from pillarplan.planner.schedule.headway import Headway
from pillarplan.planner.schedule.manner import Manner
from pillarplan.planner.schedule.open_items import Opening
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.turns import Turns


class Work:
    """Tasks while they are done, day by day."""

    def __init__(
        self,
        rules: Rules,
        order: Sequence[int],
        calendar: Calendar,
        growth: Growth,
        hand: Hand,
        manner: Manner,
    ) -> None:
        self.tasks, self.manner, self.shortest = rules.tasks, manner, calendar.shortest
        self.headway = Headway(rules, growth)
        self._opening = Opening(self.headway, order, Grip(hand, self.headway))
        self._turns = Turns(
            self.headway,
            self._opening,
            {task: place for place, task in enumerate(order)},
            calendar.usual,
            hears_early=manner.hears_early,
        )

    def pick(
        self, on: date, pool: Pool, free: int, met: Set[int]
    ) -> tuple[int, int] | None:
        """Return the task to do next, and how long a session on it may last.

        So many quarter-hours are free; None if there is nothing to do in them.  A task
        has one session at a stretch: those of `met` had theirs.
        """
        for task in self._turns.in_turn(pool, on) if free else ():
            if task not in met and (length := self._length(task, on, free)):
                return task, length
        return None

    def _length(self, task: int, on: date, free: int) -> int:
        """Return how long a session on `task` may last; 0 if there is no room."""
        left, shortest = self.headway.left[task], self.shortest
        room = self.headway.room(task, on, shortest)
        if left <= min(free, room):
            return left
        if room <= 0 or free < shortest:
            return 0
        if room <= free:
            # A piece; what is too short for a session waits for the next one.
            is_first = self.headway.first[task] is None and self.tasks[task].is_long
            return room if room >= shortest or is_first else 0
        if self.manner.is_tidy and room - free < shortest <= room // 2:
            # No crumb for another day, and no time left today to begin something else.
            return room - shortest
        return free

    def may_spend(self, task: int, on: date, quarters: int) -> bool:
        """Say whether so many quarter-hours of a task may be done on a day."""
        waits = task in self._opening.waiting[self.tasks[task].pool]
        if waits and not self._opening.may_begin(task, on):
            return False
        return quarters <= self.headway.room(task, on, self.shortest)

    def spend(self, task: int, on: date, quarters: int) -> None:
        """Do some quarter-hours of a task, and begin it if that is still to be done."""
        if task in self._opening.waiting[self.tasks[task].pool]:
            self._opening.begin(task)
        self.headway.work(task, on, quarters)
        if not self.headway.left[task]:
            self._opening.end(task)
