"""A place on the calendar for a selection: the best one, or nearly the adopted one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import lru_cache

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.fitting.jobs import make_tasks
from pillarplan.planner.schedule.calendar import Calendar, Capacity
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.hand import ANY_NUMBER, Hand
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.manner import MANNERS, Manner
from pillarplan.planner.schedule.order import adopted_order, find_order, tails_first
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.schedule import Timetable, schedule
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.selected import Selection

ROUNDS = 5
"""So often a new timetable is made anew in its own order, if that changes it."""

NEARLY = 0.05
"""An order that closes the steps later by no more than this share is as good.

Moving what somebody has got used to costs more than that.
"""


def place(
    choice: Choice,
    selection: Selection,
    calendar: Calendar,
    limit: Capacity | None = None,
    like: Timetable | None = None,
) -> Timetable | None:
    """Return sessions for a selection, perhaps not all; None if `limit` is too small.

    Without a limit, what the calendar offers is the limit.  The order of a timetable
    that it is to be `like` is tried as well.

    The order of the adopted roadmap stays if it is nearly as good as the best one.
    """
    room = calendar.capacity if limit is None else limit
    found_orders = _orders(choice, selection, room)
    if found_orders is None:
        return None
    rules, orders = found_orders
    if like:
        orders = (*orders, _order_in(rules, like))
    found = lay_out(rules, orders, calendar, choice.growth)
    if found.is_complete:
        return found
    packed = schedule(
        rules, tails_first(rules, orders[0]), calendar, choice.growth, MANNERS[-1]
    )
    if not packed.is_complete:
        return packed
    usual = schedule(rules, orders[0], calendar, choice.growth, MANNERS[-1])
    return replace(packed, made_room_for=usual.late)


def find_room(
    choice: Choice, selection: Selection, calendar: Calendar
) -> Timetable | None:
    """Return the first timetable that has room for all of a selection, if any has."""
    found_orders = _orders(choice, selection, calendar.capacity)
    if found_orders is None:
        return None
    rules, orders = found_orders
    place_in = _Placing(rules, calendar, choice.growth)
    orders = (*orders, adopted_order(rules, orders[0]))
    tried = place_in.each(dict.fromkeys(orders))
    return next((found for found in tried if found.is_complete), None)


def lay_out(
    rules: Rules,
    orders: Sequence[Sequence[int]],
    calendar: Calendar,
    growth: Growth,
    hand: Hand = ANY_NUMBER,
    manners: Sequence[Manner] = MANNERS,
    rounds: int = ROUNDS,
) -> Timetable:
    """Return sessions for all tasks, in the best of some orders, if all end in time.

    The order of the adopted roadmap stays if it is nearly as good.  After so many
    `rounds` the timetable need not be what its own order leads to.
    """
    place_in = _Placing(rules, calendar, growth, hand, manners)
    best = place_in.best(orders)
    is_new = [task.place is None for task in rules.tasks]
    # What is new must find room without help from the order that was adopted: else the
    # plan would change although nothing happened.
    if not all(is_new) and (best.is_complete or not any(is_new)):
        adopted = place_in.best([adopted_order(rules, orders[0])])
        if adopted.is_complete and (
            not best.is_complete or _may_stay(rules, adopted, best, calendar)
        ):
            return adopted
    return place_in.settled(best, rounds) if best.is_complete else best


def lateness(rules: Rules, timetable: Timetable, calendar: Calendar) -> int:
    """Return how many days the steps wait to be closed, each weighed by its worth."""
    last = {session.item: session.on for session in timetable.sessions}
    places = {task.id: number for number, task in enumerate(rules.tasks)}
    late, done = 0, rules.before
    for name, on in sorted(last.items(), key=lambda end: end[1]):
        late += rules.gain(places[name], done) * (on - calendar.days[0].on).days
        done |= 1 << places[name]
    return late


def _orders(
    choice: Choice, selection: Selection, limit: Capacity
) -> tuple[Rules, tuple[tuple[int, ...], ...]] | None:
    """Return a selection as tasks, and orders to try; None if `limit` is too small."""
    heard = share_out(selection.items, limit)
    if heard is None:
        return None
    return _rules_and_orders(
        make_tasks(selection, heard, choice.learnt),
        frozenset((step, choice.worth[step]) for step in selection.closed),
        (frozenset(choice.learnt), frozenset(choice.practised)),
    )


@lru_cache(maxsize=16)
def _rules_and_orders(
    tasks: tuple[Job, ...],
    worth: frozenset[tuple[Step, int]],
    held: tuple[frozenset[Step], frozenset[Step]],
) -> tuple[Rules, tuple[tuple[int, ...], ...]]:
    """Return what waits for what, and in which orders to try the tasks.

    Remembered, for the ways out try the same tasks on other days.
    """
    rules = Rules(tasks, dict(worth), held)
    if all(task.pool is Pool.DESK for task in tasks):
        return rules, (find_order(rules),)
    beside = Rules(tasks, dict(worth), held, beside=True)
    return rules, (find_order(rules), find_order(beside))


@dataclass(frozen=True, slots=True)
class _Placing:
    """Tasks, the days to lay them out on, and by which rules."""

    rules: Rules
    calendar: Calendar
    growth: Growth
    hand: Hand = ANY_NUMBER
    manners: Sequence[Manner] = MANNERS
    known: dict[tuple[tuple[int, ...], Manner], Timetable] = field(default_factory=dict)
    """What was tried: a timetable often leads to the order that led to it."""

    def best(self, orders: Sequence[Sequence[int]]) -> Timetable:
        """Return the complete timetable that closes the steps soonest, if there is any.

        Less careful manners are tried if no other has room for everything; else the
        last of them says what it has no room for.
        """
        tried = list[Timetable]()
        for manner in self._that_differ():
            tried = [self._schedule(order, manner) for order in orders]
            complete = [timetable for timetable in tried if timetable.is_complete]
            if complete:
                return min(
                    complete,
                    key=lambda found: lateness(self.rules, found, self.calendar),
                )
        return tried[-1]

    def _schedule(self, order: Sequence[int], manner: Manner) -> Timetable:
        asked = (tuple(order), manner)
        if asked not in self.known:
            self.known[asked] = schedule(
                self.rules, order, self.calendar, self.growth, manner, self.hand
            )
        return self.known[asked]

    def _that_differ(self) -> Iterator[Manner]:
        """Yield all manners that make a difference: a desk hears nothing."""
        heard = any(task.pool is Pool.LISTENING for task in self.rules.tasks)
        return (each for each in self.manners if heard or not each.hears_early)

    def each(self, orders: Iterable[Sequence[int]]) -> Iterator[Timetable]:
        """Yield what each order leads to, in each manner."""
        for manner in self._that_differ():
            for order in orders:
                yield self._schedule(order, manner)

    def settled(self, timetable: Timetable, rounds: int) -> Timetable:
        """Return a timetable that its own order of beginnings leads to again.

        That order is all that a later plan knows of it.
        """
        for _ in range(rounds):
            again = self.best([_order_in(self.rules, timetable)])
            if not again.is_complete or again.sessions == timetable.sessions:
                break
            timetable = again
        return timetable


def _order_in(rules: Rules, timetable: Timetable) -> tuple[int, ...]:
    """Return the tasks in the order in which they begin."""
    numbers = {task.id: number for number, task in enumerate(rules.tasks)}
    begun = dict.fromkeys(session.item for session in timetable.sessions)
    return tuple(numbers[name] for name in begun)


def _may_stay(
    rules: Rules, adopted: Timetable, best: Timetable, calendar: Calendar
) -> bool:
    """Say whether the adopted order keeps its dates, or is nearly as good as the best.

    Dates that can be kept are no reason to move anything.
    """
    due = {task.id: task.due for task in rules.tasks if task.due}
    late = (each for each in adopted.sessions if each.on > due.get(each.item, each.on))
    if due and next(late, None) is None:
        return True
    soonest = lateness(rules, best, calendar)
    return lateness(rules, adopted, calendar) <= soonest * (1 + NEARLY)
