"""Whose turn it is: what is worked on next, the most urgent first."""

from collections.abc import Iterator, Mapping
from datetime import date

from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.schedule.headway import Headway
from pillarplan.planner.schedule.open_items import Opening
from pillarplan.planner.schedule.rules import numbers


class Turns:
    """The order in which tasks get their sessions.

    Who begins a task goes on with it, with two exceptions.  What goes over weeks runs
    beside the rest: each of its pieces is done as soon as it may be.  And once a
    resource is half done, its practice may begin, and from then on both take turns.
    """

    def __init__(
        self,
        headway: Headway,
        opening: Opening,
        places: Mapping[int, int],
        week: Capacity,
        *,
        hears_early: bool,
    ) -> None:
        self._headway, self._opening = headway, opening
        self._place, self._week = places, week
        self._hears_early = hears_early

    def in_turn(self, pool: Pool, on: date) -> Iterator[int]:
        """Yield what may be worked on, the most urgent first."""
        place, tasks = self._place, self._headway.tasks
        yield from sorted(self._opening.long[pool], key=place.__getitem__)
        running = self._opening.open[pool]
        first = place[running[0]] if running else 0
        for task in self._opening.waiting[pool]:
            if place[task] >= first:
                break  # as all that wait behind it
            if tasks[task].is_long and self._opening.may_begin(task, on):
                yield task
        for task in running:
            if self._headway.tasted >> task & 1:
                yield from self._besides(task, on)
            yield task
        yield from self._new(pool, on)

    def _new(self, pool: Pool, on: date) -> Iterator[int]:
        """Yield what may be begun; last what is read long before it can be tried.

        It is forgotten by then.
        """
        early = list[int]()
        for task in self._opening.waiting[pool]:
            if not self._opening.has_room(task):
                continue
            if not self._is_timely(task):
                early.append(task)
            elif self._opening.may_begin(task, on):
                yield task
        if pool is Pool.DESK or self._hears_early:
            yield from (task for task in early if self._opening.may_begin(task, on))

    def _besides(self, task: int, on: date) -> Iterator[int]:
        """Yield what comes before a resource that is half done: a practice of it.

        If this goes over weeks and waits for something else to be half done, that does.
        """
        headway, opening = self._headway, self._opening
        job, practices = headway.tasks[task], headway.rules.applied_by[task]
        for other in (*opening.open[job.pool], *opening.waiting[job.pool]):
            practice = headway.tasks[other]
            if not practices >> other & 1:
                continue
            if other in opening.open[job.pool] or opening.may_begin(other, on):
                if headway.served[other] < headway.served[task]:
                    yield other
                return
            if practice.is_long:
                yield from self._unread(other, on)

    def _unread(self, practice: int, on: date) -> Iterator[int]:
        """Yield what is still to be half done for a practice that waits for no more."""
        headway, rules = self._headway, self._headway.rules
        unread = rules.unlearnt(practice, headway.done | headway.read_for(practice))
        if headway.is_ripe(practice, on) and headway.may_be_tried(practice, unread):
            pool = headway.tasks[practice].pool
            for other in numbers(unread):
                if other in self._opening.open[pool] or (
                    other in self._opening.waiting[pool]
                    and self._opening.may_begin(other, on)
                ):
                    yield other

    def _is_timely(self, task: int) -> bool:
        """Say whether one of its steps is next.

        What is heard also waits until its practice is near.
        """
        job = self._headway.tasks[task]
        if job.is_practice or not job.closes:
            return True
        is_next = self._headway.is_next(task)
        return is_next and (job.pool is Pool.DESK or self._is_near(task))

    def _is_near(self, task: int) -> bool:
        """Say whether what comes before its practice is done when it will be heard.

        The desk needs no longer for that than the way to work for it, or a week more.
        """
        far, tasks = self._headway, self._headway.tasks
        doing = (far.rules.doing[step] for step in tasks[task].closes)
        waiting = [n for each in doing for n in numbers(each & ~far.begun & ~far.done)]
        if not waiting:
            return True
        practice = min(self._place[number] for number in waiting)
        before = sum(
            far.left[other]
            for other, place in self._place.items()
            if place < practice and tasks[other].pool is Pool.DESK
        )
        ahead = (before - self._week.desk) * self._week.listening
        return ahead <= far.left[task] * self._week.desk
