"""When to do what: dated sessions for the chosen items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity, Day
from pillarplan.planner.schedule.slots import Slot
from pillarplan.planner.schedule.tasks import Rules

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
    rules: Rules,
    order: Sequence[int],
    calendar: Calendar,
    tidy: bool = True,
) -> Timetable:
    """Give every task sessions, the first of `order` that may begin first.

    No session is shorter than the shortest one unless it ends a task.  A `tidy`
    timetable also avoids ending a task with a short session; one that is not tidy
    wastes less time.
    """
    work = _Work(rules, order, calendar.shortest, tidy)
    sessions: list[Session] = []
    for day in calendar.days:
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
    """What is left to do while the days go by."""

    def __init__(
        self, rules: Rules, order: Sequence[int], shortest: int, tidy: bool
    ) -> None:
        self.rules, self.tasks = rules, rules.tasks
        self.left = [task.quarters for task in rules.tasks]
        self.done = rules.before
        self.waiting: dict[Pool, list[int]] = {
            pool: [task for task in order if self.tasks[task].pool is pool]
            for pool in Pool
        }
        self.open: dict[Pool, list[int]] = {pool: [] for pool in Pool}
        for task in order:
            pool = self.tasks[task].pool
            if self.tasks[task].started and self._may_begin(task, pool):
                self._begin(task, pool)
        self.shortest, self.tidy = shortest, tidy
        self.total = self.unplaced()

    def is_done(self) -> bool:
        """Say whether nothing is left."""
        return not any(self.left)

    def unplaced(self) -> Capacity:
        """Return what is left in each pool."""
        return Capacity(
            *(
                sum(self.left[n] for n in (*self.waiting[pool], *self.open[pool]))
                for pool in Pool
            )
        )

    def fill(self, day: Day, pool: Pool) -> Iterator[Session]:
        """Use the hours of one pool on one day, and yield its sessions."""
        for slot in day.slots_for(pool):
            yield from self._fill_slot(day, pool, slot)

    def _fill_slot(self, day: Day, pool: Pool, slot: Slot) -> Iterator[Session]:
        """Use a stretch of time, in which each task has one session at most."""
        free, met = slot.quarters, set[int]()
        while (
            task := self._pick(pool, room := min(free, day.longest), met)
        ) is not None:
            met.add(task)
            self._begin(task, pool)
            length = self._length(task, room)
            if not self.tidy:
                length -= self._room_for_another(pool, free - length, length, met)
            self._spend(task, pool, length)
            yield Session(
                on=day.on,
                item=self.tasks[task].id,
                hours=length / QUARTERS,
                pool=pool,
                at=slot.at(slot.quarters - free),
            )
            free -= length

    def _pick(self, pool: Pool, free: int, met: set[int]) -> int | None:
        """Return the first task that can use `free`: an open one, else a new one."""
        usable = (
            task
            for task in (*self.open[pool], *self.waiting[pool])
            if task not in met
            and (task in self.open[pool] or self._may_begin(task, pool))
            and self._length(task, free)
        )
        return next(usable, None)

    def _may_begin(self, task: int, pool: Pool) -> bool:
        has_room = len(self.open[pool]) < MOST_OPEN[pool]
        return has_room and self.rules.may_begin(task, self.done)

    def _length(self, task: int, free: int) -> int:
        """Return how long a session on `task` may last; 0 if there is no room."""
        left = self.left[task]
        if left <= free:
            return left
        if free < self.shortest:
            return 0
        if self.tidy and left - free < self.shortest <= left // 2:
            # No crumb for another day, and no time left today to begin something else.
            return left - self.shortest
        return free

    def _room_for_another(
        self, pool: Pool, rest: int, length: int, met: set[int]
    ) -> int:
        """Return by how much to shorten a session to use the rest of the day."""
        missing = self.shortest - rest
        worthwhile = rest and missing > 0 and length - missing >= self.shortest
        if not worthwhile or self._pick(pool, self.shortest, met) is None:
            return 0
        return missing

    def _begin(self, task: int, pool: Pool) -> None:
        if task in self.waiting[pool]:
            self.waiting[pool].remove(task)
            self.open[pool].append(task)

    def _spend(self, task: int, pool: Pool, length: int) -> None:
        self.left[task] -= length
        if not self.left[task]:
            self.open[pool].remove(task)
            self.done |= 1 << task
