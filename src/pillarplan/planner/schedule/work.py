"""What is begun, what is left and what may go on, while the days go by."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Calendar, Capacity
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.tasks import Job, Rules, numbers

MOST_OPEN = {Pool.DESK: 2, Pool.LISTENING: 1}
"""How many items may be begun and not ended in each pool."""

MOST_LONG = 2
"""How many items that go over weeks may be open besides, in each pool."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How many skills may be in hand at once, and which of them comes first."""

    most: int | None = None
    """None is no limit."""
    ranks: Mapping[str, int] = field(default_factory=dict)
    """By skill its place among those of the plan."""

    def skill_of(self, task: Job) -> str:
        """Return the skill to which a task belongs: the first of those it serves."""
        skills = (step.skill for step in task.closes)
        return min(skills, key=lambda skill: self.ranks.get(skill, 0), default="")


@dataclass(frozen=True, slots=True)
class Manner:
    """What a timetable avoids as long as there is room enough."""

    is_tidy: bool = True
    """No task ends with a short session."""
    hears_early: bool = False
    """Something may be heard long before it can be tried."""


MANNERS = tuple(
    Manner(is_tidy=is_tidy, hears_early=hears_early)
    for hears_early in (False, True)
    for is_tidy in (True, False)
)
"""From the best one to the one that wastes least time."""

ENOUGH_TO_TRY = 12
"""After three hours of it, one can try what even a long book is about."""


class Work:
    """Tasks while they are done, day by day.

    Who begins a task goes on with it, with two exceptions.  What goes over weeks runs
    beside the rest: each of its pieces is done as soon as it may be.  And once a
    resource is half done, its practice may begin, and from then on both take turns.
    """

    def __init__(
        self,
        rules: Rules,
        order: Sequence[int],
        calendar: Calendar,
        growth: Growth,
        hand: Hand,
        manner: Manner,
    ) -> None:
        self.rules, self.tasks, self.growth = rules, rules.tasks, growth
        self.skill_of = [hand.skill_of(task) for task in rules.tasks]
        self.most_in_hand = hand.most
        self.taken_up = frozenset(
            step.skill
            for step in rules.worth
            if (rules.learning[step] | rules.doing[step]) & rules.before
            and hand.ranks.get(step.skill, 0) < (hand.most or 0)
        )
        self.grows = self.rules.worth.keys() | growth.practised.keys()
        self.manner = manner
        self.shortest, self.week = calendar.shortest, calendar.usual
        self.left = [task.quarters for task in rules.tasks]
        self.done = rules.before
        self.half = 0
        self.first = [task.first_on for task in rules.tasks]
        self.begun = sum(1 << n for n, first in enumerate(self.first) if first)
        self.served = [task.last_on or date.min for task in rules.tasks]
        self.practised: dict[Step, date] = {}
        self.place = {task: place for place, task in enumerate(order)}
        self.booked = [n for n, task in enumerate(rules.tasks) if task.booked]
        self.waiting, self.open, self.long = (
            {pool: list[int]() for pool in Pool} for _ in range(3)
        )
        for task in order:
            job = self.tasks[task]
            if not job.booked:
                self.waiting[job.pool].append(task)
        for task in order:
            # Where more was begun than may be open, the rest waits.
            may_go_on = rules.may_begin(task, self.done, self.half)
            is_open = may_go_on and not self.tasks[task].booked
            if self.tasks[task].started and is_open and self._may_open(task):
                self._begin(task)

    def is_done(self) -> bool:
        """Say whether nothing is left."""
        return not any(self.left)

    def late(self) -> frozenset[str]:
        """Return the ids of all tasks that are not done."""
        return frozenset(
            task.id for task, left in zip(self.tasks, self.left, strict=True) if left
        )

    def unsettled(self, last: date) -> frozenset[str]:
        """Return the practices whose steps have not settled by the last day.

        What is begun, or wanted in any case, is left to the person.
        """
        return frozenset(
            task.id
            for task in self.tasks
            if task.is_practice and not task.is_kept
            for step in task.closes
            if (self.growth.reached(step, self.practised) or last) > last
        )

    def unplaced(self) -> Capacity:
        """Return what is left in each pool."""
        left = dict.fromkeys(Pool, 0)
        for task, quarters in zip(self.tasks, self.left, strict=True):
            left[task.pool] += 0 if task.booked else quarters
        return Capacity(*left.values())

    def attend(self, on: date) -> None:
        """Count what took place before a day, or begins by then, without a session."""
        for number in self.booked:
            task = self.tasks[number]
            if self.left[number] and task.booked[0] <= on:
                self.begun |= 1 << number
                self.half |= 1 << number
                self.first[number] = self.first[number] or task.booked[0]
                if task.booked[-1] < on:
                    self.left[number] = 0
                    self.done |= 1 << number

    def pick(self, on: date, pool: Pool, free: int, met: Set[int]) -> int | None:
        """Return the task to do next if so many quarter-hours are free; None if none.

        A task has one session at a stretch: those of `met` had theirs.
        """
        usable = (
            task
            for task in self._in_turn(pool, on)
            if task not in met and self.length(task, on, free)
        )
        return next(usable, None) if free else None

    def length(self, task: int, on: date, free: int) -> int:
        """Return how long a session on `task` may last; 0 if there is no room."""
        left, room = self.left[task], self._room(task, on)
        if left <= min(free, room):
            return left
        if room <= 0 or free < self.shortest:
            return 0
        if room <= free:
            # A piece; what is too short for a session waits for the next one.
            is_first = self.first[task] is None and self.tasks[task].is_long
            return room if room >= self.shortest or is_first else 0
        if self.manner.is_tidy and room - free < self.shortest <= room // 2:
            # No crumb for another day, and no time left today to begin something else.
            return room - self.shortest
        return free

    def spend(self, task: int, on: date, quarters: int) -> None:
        """Do some quarter-hours of a task, and begin it if that is still to be done."""
        if task in self.waiting[self.tasks[task].pool]:
            self._begin(task)
        self.first[task] = self.first[task] or on
        self.begun |= 1 << task
        self.served[task] = on
        self.left[task] -= quarters
        self._count_half(task)
        if not self.left[task]:
            self._end(task, on)

    def _in_turn(self, pool: Pool, on: date) -> Iterator[int]:
        """Yield what may be worked on, the most urgent first."""
        yield from sorted(self.long[pool], key=self.place.__getitem__)
        running = self.open[pool]
        first = self.place[running[0]] if running else 0
        waiting = self.waiting[pool]
        for task in waiting:
            is_next = self.place[task] < first and self.tasks[task].is_long
            if is_next and self._may_begin(task, on):
                yield task
        for task in running:
            partner = self._partner(task, on)
            if partner is not None and self.served[partner] < self.served[task]:
                yield partner
            yield task
        # What is read long before it can be tried is forgotten by then.
        early = list[int]()
        for task in waiting:
            if not self._is_timely(task):
                early.append(task)
            elif self._may_begin(task, on):
                yield task
        if pool is Pool.DESK or self.manner.hears_early:
            yield from (task for task in early if self._may_begin(task, on))

    def _partner(self, task: int, on: date) -> int | None:
        """Return the practice that takes turns with a resource that is half done."""
        if not self.half >> task & 1:
            return None
        job = self.tasks[task]
        for other in (*self.open[job.pool], *self.waiting[job.pool]):
            practice = self.tasks[other]
            applies = not set(practice.closes).isdisjoint(job.closes)
            if not practice.is_practice or not applies:
                continue
            if other in self.open[job.pool] or self._may_begin(other, on):
                return other
        return None

    def _may_begin(self, task: int, on: date) -> bool:
        return (
            self._may_open(task)
            and self._may_take_up(task)
            and self.rules.may_begin(task, self.done, self.half)
            and self._is_ripe(task, on)
        )

    def _may_open(self, task: int) -> bool:
        job = self.tasks[task]
        if job.is_long:
            return len(self.long[job.pool]) < MOST_LONG
        return len(self.open[job.pool]) < MOST_OPEN[job.pool]

    def _may_take_up(self, task: int) -> bool:
        """Say whether the skill of a task is in hand, or a hand is free for it."""
        if self.most_in_hand is None:
            return True
        skills = list(zip(self.skill_of, self.first, self.left, strict=True))
        begun = self.taken_up.union(skill for skill, first, _ in skills if first)
        going_on = {skill for skill, _, left in skills if left}
        return self.skill_of[task] in begun or len(begun & going_on) < self.most_in_hand

    def _is_timely(self, task: int) -> bool:
        """Say whether one of its steps is next: the one below is tried by now.

        What is heard also waits until its practice is near.
        """
        job = self.tasks[task]
        if job.is_practice or not job.closes:
            return True
        is_next = any(self._is_tried(Step(s.skill, s.level - 1)) for s in job.closes)
        return is_next and (job.pool is Pool.DESK or self._is_near(task))

    def _is_near(self, task: int) -> bool:
        """Say whether what comes before its practice is done when it will be heard.

        The desk needs no longer for that than the way to work for it, or a week more.
        """
        doing = (self.rules.doing[step] for step in self.tasks[task].closes)
        waiting = [
            n for each in doing for n in numbers(each & ~self.begun & ~self.done)
        ]
        if not waiting:
            return True
        practice = min(self.place[number] for number in waiting)
        before = sum(
            self.left[other]
            for other, place in self.place.items()
            if place < practice and self.tasks[other].pool is Pool.DESK
        )
        ahead = (before - self.week.desk) * self.week.listening
        return ahead <= self.left[task] * self.week.desk

    def _is_tried(self, step: Step) -> bool:
        doing = self.rules.doing.get(step, self.rules.before)
        return bool(doing & (self.done | self.begun))

    def _is_ripe(self, task: int, on: date) -> bool:
        """Say whether the steps below those of a practice had time to grow."""
        job = self.tasks[task]
        if not job.is_practice:
            return True
        for step in job.closes:
            below = Step(step.skill, step.level - 1)
            if below in self.grows and below not in job.closes:
                reached = self.growth.reached(below, self.practised)
                if reached and on < reached:
                    return False
        return True

    def _room(self, task: int, on: date) -> int:
        """Return how much of a task may be done by the end of a day, from now on."""
        job, first = self.tasks[task], self.first[task]
        most = job.whole
        if job.is_long:
            most = job.allowed((on - first).days if first else 0, self.shortest)
        if job.is_practice and not self.rules.is_learnt(task, self.done):
            most = min(most, job.whole // 2)
        return most - (job.whole - self.left[task])

    def _begin(self, task: int) -> None:
        job = self.tasks[task]
        self.waiting[job.pool].remove(task)
        (self.long if job.is_long else self.open)[job.pool].append(task)
        self._count_half(task)

    def _count_half(self, task: int) -> None:
        """Remember what is read far enough, once it is open."""
        job = self.tasks[task]
        read = job.whole - self.left[task]
        if not job.is_practice and read >= min(job.whole / 2, ENOUGH_TO_TRY):
            self.half |= 1 << task

    def _end(self, task: int, on: date) -> None:
        job = self.tasks[task]
        (self.long if job.is_long else self.open)[job.pool].remove(task)
        self.done |= 1 << task
        if job.is_practice:
            for step in job.closes:
                self.practised.setdefault(step, on)
