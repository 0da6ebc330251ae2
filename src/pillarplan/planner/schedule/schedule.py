"""When to do what: dated sessions for the chosen items."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity, Day
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.hand import ANY_NUMBER, Hand
from pillarplan.planner.schedule.manner import MANNERS, Manner
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.slots import Slot
from pillarplan.planner.schedule.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """Sessions in the order of their days, and what found no room."""

    sessions: tuple[Session, ...]
    placed: Capacity
    """Quarter-hours in all sessions."""
    unplaced: Capacity
    """Quarter-hours that did not fit."""
    late: frozenset[str] = frozenset()
    """The items that do not end in time, and practices of what has not settled then."""
    unsettled: frozenset[Step] = frozenset()
    """The steps that have not settled in time, whatever was done for them."""
    made_room_for: frozenset[str] = frozenset()
    """What would be late if the items came in the best order, so that they do not."""
    manner: Manner = MANNERS[0]
    """What it avoids."""

    @property
    def is_complete(self) -> bool:
        """Say whether every task got all its hours, and every step its weeks."""
        return not (self.late or self.unsettled)


def schedule(
    rules: Rules,
    order: Sequence[int],
    calendar: Calendar,
    growth: Growth,
    manner: Manner = MANNERS[0],
    hand: Hand = ANY_NUMBER,
) -> Timetable:
    """Give every task sessions, the first of `order` that may begin first.

    No session is shorter than the shortest one unless it ends a task.  `manner` says
    what else is avoided, and `hand` how many skills may be in hand at once.
    """
    work = Work(rules, order, calendar, growth, hand, manner)
    headway = work.headway
    total = headway.unplaced()
    sessions: list[Session] = []
    for day, stretches in zip(calendar.days, calendar.stretches, strict=True):
        if headway.is_over():
            break
        headway.attend(day.on)
        for pool, slot in stretches:
            sessions += _fill(work, day, pool, slot)
    headway.attend(calendar.last + timedelta(days=1))
    unplaced, unsettled = headway.unplaced(), headway.unsettled(calendar.last)
    return Timetable(
        sessions=tuple(sessions),
        placed=Capacity(*(a - b for a, b in zip(total, unplaced, strict=True))),
        unplaced=unplaced,
        late=headway.late() | rules.practising(unsettled),
        unsettled=unsettled,
        manner=manner,
    )


def _fill(work: Work, day: Day, pool: Pool, slot: Slot) -> Iterator[Session]:
    """Use a stretch of time, in which each task has one session at most."""
    free, met = slot.quarters, set[int]()
    while found := work.pick(day.on, pool, min(free, day.longest), met):
        task, length = found
        met.add(task)
        if not work.manner.is_tidy:
            length -= _room_for_another(work, day, pool, free - length, length, met)
        work.spend(task, day.on, length)
        yield Session(
            on=day.on,
            item=work.tasks[task].id,
            hours=length / QUARTERS,
            pool=pool,
            at=slot.at(slot.quarters - free),
        )
        free -= length


def _room_for_another(
    work: Work, day: Day, pool: Pool, rest: int, length: int, met: set[int]
) -> int:
    """Return by how much to shorten a session to use the rest of the day."""
    shortest = work.shortest
    missing = shortest - rest
    worthwhile = rest and missing > 0 and length - missing >= shortest
    if not worthwhile or work.pick(day.on, pool, shortest, met) is None:
        return 0
    return missing
