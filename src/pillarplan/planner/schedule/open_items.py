"""How many items may be open at once: what waits, what is open, what may be begun."""

from collections.abc import Sequence
from datetime import date

from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.hand import Grip
from pillarplan.planner.schedule.headway import Headway

MOST_OPEN = {Pool.DESK: 2, Pool.LISTENING: 1}
"""How many items may be begun and not ended in each pool."""

MOST_LONG = 2
"""How many items that go over weeks may be open besides, in each pool."""


class Opening:
    """The tasks of each pool: waiting, open, and those that go over weeks beside."""

    def __init__(self, headway: Headway, order: Sequence[int], grip: Grip) -> None:
        self._headway, self._grip = headway, grip
        self.waiting, self.open, self.long = (
            {pool: list[int]() for pool in Pool} for _ in range(3)
        )
        tasks = headway.tasks
        with_sessions = [task for task in order if not tasks[task].booked]
        for task in with_sessions:
            self.waiting[tasks[task].pool].append(task)
        for task in with_sessions:
            # Where more was begun than may be open, the rest waits.
            may_go_on = headway.may_be_tried(task)
            if tasks[task].started and may_go_on and self.has_room(task):
                self.begin(task)

    def begin(self, task: int) -> None:
        """Open a task that waits."""
        job = self._headway.tasks[task]
        self.waiting[job.pool].remove(task)
        (self.long if job.is_long else self.open)[job.pool].append(task)
        self._headway.count_half(task)

    def end(self, task: int) -> None:
        """Close an open task."""
        job = self._headway.tasks[task]
        (self.long if job.is_long else self.open)[job.pool].remove(task)

    def may_begin(self, task: int, on: date) -> bool:
        """Say whether a task may be opened on a day."""
        far = self._headway
        return (
            self.has_room(task)
            and self._grip.may_take_up(task)
            and far.may_be_tried(task)
            and far.is_ripe(task, on)
        )

    def has_room(self, task: int) -> bool:
        """Say whether one more such task may be open."""
        job = self._headway.tasks[task]
        if job.is_long:
            return len(self.long[job.pool]) < MOST_LONG
        return len(self.open[job.pool]) < MOST_OPEN[job.pool]
