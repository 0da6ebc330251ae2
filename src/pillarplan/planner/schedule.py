"""When to do what: dated sessions for the chosen items."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pillarplan.domain.availability import Pool
from pillarplan.domain.roadmap import Session
from pillarplan.domain.step import Step
from pillarplan.planner.calendar import QUARTERS, Capacity, Day
from pillarplan.planner.look_ahead import LookAhead, Task

MOST_OPEN = {Pool.DESK: 2, Pool.LISTENING: 1}
"""How many items may be begun and not ended in each pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """Sessions in the order of their days, and what found no room."""

    sessions: tuple[Session, ...]
    placed: Capacity
    """Quarter-hours in all sessions."""
    unplaced: Capacity
    """Quarter-hours that did not fit."""

    @property
    def is_complete(self) -> bool:
        """Say whether every task got all its hours."""
        return not any(self.unplaced)


def schedule(
    tasks: Sequence[Task],
    worth: Mapping[Step, int],
    held: tuple[Iterable[Step], Iterable[Step]],
    days: Iterable[Day],
    shortest: int,
    tidy: bool = True,
) -> Timetable:
    """Give every task sessions on `days`, the most valuable chain of steps first.

    `held` are the steps for which a resource, and those for which a practice, was
    finished before.  No session is shorter than `shortest` quarter-hours unless it ends
    a task.  A `tidy` timetable also avoids ending a task with a short session; one that
    is not tidy wastes less time.
    """
    work = _Work(tasks, worth, held, shortest, tidy)
    sessions: list[Session] = []
    for day in days:
        if work.is_done():
            break
        for pool in Pool:
            sessions += work.fill(day, pool)
    total, unplaced = work.total, work.unplaced()
    return Timetable(
        sessions=tuple(sessions),
        placed=Capacity(*(a - b for a, b in zip(total, unplaced, strict=True))),
        unplaced=unplaced,
    )


class _Work:
    """What is left to do while the days go by.

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
    """

    def __init__(
        self,
        tasks: Sequence[Task],
        worth: Mapping[Step, int],
        held: tuple[Iterable[Step], Iterable[Step]],
        shortest: int,
        tidy: bool,
    ) -> None:
        self.left = {task.id: task.quarters for task in tasks}
        self.waiting = {p: [task for task in tasks if task.pool is p] for p in Pool}
        self.open: dict[Pool, list[Task]] = {pool: [] for pool in Pool}
        self.learnt, self.practised = map(set, held)
        self.ladders: dict[str, list[Step]] = {}
        for step in sorted({step for task in tasks for step in task.closes}):
            self.ladders.setdefault(step.skill, []).append(step)
        self.ahead = LookAhead(tasks, worth, self.left)
        self.shortest, self.tidy = shortest, tidy
        self.total = self.unplaced()

    def is_done(self) -> bool:
        """Say whether nothing is left."""
        return not any(self.left.values())

    def unplaced(self) -> Capacity:
        """Return what is left in each pool."""
        return Capacity(
            *(
                sum(self.left[t.id] for t in (*self.waiting[pool], *self.open[pool]))
                for pool in Pool
            )
        )

    def fill(self, day: Day, pool: Pool) -> Iterator[Session]:
        """Use the hours of one pool on one day, and yield its sessions."""
        free, met = day.free(pool), set[str]()
        while task := self._pick(pool, room := min(free, day.longest), met):
            met.add(task.id)
            self._begin(task)
            length = self._length(task, room)
            if not self.tidy:
                length -= self._room_for_another(task, free - length, length, met)
            self._spend(task, length)
            free -= length
            yield Session(on=day.on, item=task.id, hours=length / QUARTERS, pool=pool)

    def _pick(self, pool: Pool, free: int, met: set[str]) -> Task | None:
        """Return the best task that can use `free`: an open one, else a new one."""
        usable = [
            task
            for task in self.open[pool]
            if task.id not in met and self._length(task, free)
        ]
        if not usable and len(self.open[pool]) < MOST_OPEN[pool]:
            usable = [
                task
                for task in self.waiting[pool]
                if self._may_begin(task) and self._length(task, free)
            ]
        return min(usable, key=self._urgency, default=None)

    def _urgency(self, task: Task) -> tuple[bool, float, int, bool]:
        lowest = min((step.level for step in task.closes), default=0)
        pull: float = self.ahead.worth_per_hour(task)
        if task.pool is Pool.LISTENING and not self.tidy:
            # The longest tail first gives the earliest end (Jackson's rule).
            pull = self.ahead.work_after(task)
        return (
            not task.started,
            -pull,
            lowest,
            # What was learnt is applied soon.
            not task.is_practice,
        )

    def _may_begin(self, task: Task) -> bool:
        if not task.is_practice:
            return True
        return self.learnt.issuperset(task.closes) and (
            self.practised.issuperset(task.closes)
            or any(self._is_next(step) for step in task.closes)
        )

    def _is_next(self, step: Step) -> bool:
        ladder = self.ladders[step.skill]
        return step == next((s for s in ladder if s not in self.practised), None)

    def _length(self, task: Task, free: int) -> int:
        """Return how long a session on `task` may last; 0 if there is no room."""
        left = self.left[task.id]
        if left <= free:
            return left
        if free < self.shortest:
            return 0
        if self.tidy and left - free < self.shortest <= left // 2:
            # No crumb for another day, and no time left today to begin something else.
            return left - self.shortest
        return free

    def _room_for_another(
        self, task: Task, rest: int, length: int, met: set[str]
    ) -> int:
        """Return by how much to shorten a session to use the rest of the day."""
        missing = self.shortest - rest
        worthwhile = rest and missing > 0 and length - missing >= self.shortest
        return (
            missing if worthwhile and self._pick(task.pool, self.shortest, met) else 0
        )

    def _begin(self, task: Task) -> None:
        if task in self.waiting[task.pool]:
            self.waiting[task.pool].remove(task)
            self.open[task.pool].append(task)

    def _spend(self, task: Task, length: int) -> None:
        self.left[task.id] -= length
        if not self.left[task.id]:
            self.open[task.pool].remove(task)
            (self.practised if task.is_practice else self.learnt).update(task.closes)
        self.ahead.weigh_again(task)
