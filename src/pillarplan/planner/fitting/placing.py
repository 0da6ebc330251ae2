"""A place on the calendar for a selection: the best one, or nearly the adopted one."""

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Calendar, Capacity
from pillarplan.planner.schedule.order import adopted_order, find_order, tails_first
from pillarplan.planner.schedule.schedule import Timetable, schedule
from pillarplan.planner.schedule.tasks import Job, Rules
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.selection import Selection

NEARLY = 0.05
"""An order that closes the steps later by no more than this share is as good.

Moving what somebody has got used to costs more than that.
"""


def place(
    choice: Choice,
    selection: Selection,
    calendar: Calendar,
    limit: Capacity | None = None,
) -> Timetable | None:
    """Return sessions for a selection, perhaps not all; None if `limit` is too small.

    Without a limit, what the calendar offers is the limit.

    The order of the adopted roadmap stays if it is nearly as good as the best one.
    """
    heard = share_out(selection.items, calendar.capacity if limit is None else limit)
    if heard is None:
        return None
    tasks = make_tasks(selection, heard)
    worth = frozenset((step, choice.worth[step]) for step in selection.closed)
    held = frozenset(choice.learnt), frozenset(choice.practised)
    rules, orders = _rules_and_orders(tasks, worth, held)
    best = _best_complete(rules, orders, calendar)
    is_new = [task.place is None for task in tasks]
    # What is new must find room without help from the order that was adopted: else the
    # plan would change although nothing happened.
    if not all(is_new) and (best or not any(is_new)):
        order = adopted_order(rules, orders[0])
        adopted = _best_complete(rules, [order], calendar)
        if adopted and (not best or _may_stay(rules, adopted, best, calendar)):
            return adopted
    packed = tails_first(rules, orders[0])
    return best or schedule(rules, packed, calendar, tidy=False)


def make_tasks(selection: Selection, heard: Set[str]) -> tuple[Job, ...]:
    """Return what is to be done for a selection, some of it to be heard on the way."""
    return tuple(
        Job(
            id=item.id,
            is_practice=item.is_practice,
            closes=tuple(step for step in selection.closed if step in item.covers),
            quarters=item.quarters,
            pool=Pool.LISTENING if item.id in heard else Pool.DESK,
            started=item.started,
            place=item.place,
            due=item.due,
        )
        for item in selection.items
    )


def lateness(rules: Rules, timetable: Timetable, calendar: Calendar) -> int:
    """Return how many days the steps wait to be closed, each weighed by its worth."""
    last = {session.item: session.on for session in timetable.sessions}
    places = {task.id: number for number, task in enumerate(rules.tasks)}
    late, done = 0, rules.before
    for name, on in sorted(last.items(), key=lambda end: end[1]):
        late += rules.gain(places[name], done) * (on - calendar.days[0].on).days
        done |= 1 << places[name]
    return late


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


def _best_complete(
    rules: Rules, orders: Iterable[Sequence[int]], calendar: Calendar
) -> Timetable | None:
    """Return the complete timetable that closes the steps soonest, if there is any.

    Timetables that are less tidy are tried if no tidy one has room for everything.
    """
    for tidy in (True, False):
        tried = (schedule(rules, order, calendar, tidy) for order in orders)
        complete = [timetable for timetable in tried if timetable.is_complete]
        if complete:
            return min(complete, key=lambda found: lateness(rules, found, calendar))
    return None


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
