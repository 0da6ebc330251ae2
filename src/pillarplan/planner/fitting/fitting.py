"""A selection that also finds its place on the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass

from pillarplan.errors import PillarplanError
from pillarplan.planner.fitting.adopted import find_adopted
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selection import Selection, select


class PinsDoNotFitError(PillarplanError):
    """The items that the person pinned take more hours or money than there are."""

    kind = "pins-do-not-fit"

    def __init__(self, choice: Choice, capacity: Capacity) -> None:
        pinned = [item for item in choice.candidates if item.pinned]
        hours = sum(item.quarters for item in pinned) / QUARTERS
        needs = f"{hours:g} h of the {capacity.hours:g} h that are free"
        if choice.budget_cents is not None:
            money = sum(item.cents for item in pinned) / 100
            needs += f", and {money:g} of a budget of {choice.budget_cents / 100:g}"
        names = ", ".join(item.id for item in pinned)
        super().__init__(
            f"The pinned items do not fit: {names} would take {needs}. "
            "Pin fewer, or allow more."
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """What can be done by the deadline, and when."""

    wanted: Selection
    """The best choice if hours did not matter."""
    selection: Selection
    timetable: Timetable
    proven: bool
    """No choice that the calendar has room for is better."""


def fit(choice: Choice, calendar: Calendar) -> Fit:
    """Return the best selection whose sessions all find a place on the calendar.

    The hours of all days together are only an upper bound: the rest of a day may be too
    short for a session, or a practice may have to wait for something that is heard on
    the way.  Then fewer hours are allowed and the selection is made again.  This ends:
    each round allows at least a quarter-hour less in a pool than the one before used,
    and when nothing at all is selected, nothing lacks a place.
    """
    capacity = limit = calendar.capacity
    wanted = selection = select(choice, None)
    bound = None
    while wanted is not None and selection is not None:
        timetable = place(choice, selection, calendar, limit)
        if timetable is None:
            if selection is not wanted:
                break
            limits = [capacity]
        elif timetable.is_complete:
            if bound is not None:
                selection, timetable = _or_adopted(
                    choice, selection, timetable, calendar
                )
            proven = selection.proven and selection.value == (bound or selection.value)
            return Fit(wanted, selection, timetable, proven)
        else:
            bound = bound or selection.value
            limits = _narrower(limit, timetable)
        limit, selection = _best(choice, limits)
    raise PinsDoNotFitError(choice, capacity)


def _or_adopted(
    choice: Choice,
    selection: Selection,
    timetable: Timetable,
    calendar: Calendar,
) -> tuple[Selection, Timetable]:
    """Return the adopted plan in place of one that was found by narrowing the limits.

    It stays if it closes no less: how far to narrow is a guess, and moving costs, too.
    """
    adopted = find_adopted(choice)
    if adopted and adopted.value >= selection.value:
        placed = place(choice, adopted, calendar)
        if placed and placed.is_complete:
            return adopted, placed
    return selection, timetable


def _narrower(limit: Capacity, timetable: Timetable) -> list[Capacity]:
    """Return narrower limits to try, after a selection found no place within `limit`.

    Half of what found no place is taken away, so that few rounds are needed.  If the
    desk is short of time, listening less may help as well: its practices begin earlier.
    """
    placed, unplaced = timetable.placed, timetable.unplaced
    desk, listening = (max(1, missing // 2) for missing in unplaced)
    if unplaced.listening:
        heard = placed.listening + unplaced.listening
        return [limit._replace(listening=heard - listening)]
    narrower = [limit._replace(desk=placed.desk + unplaced.desk - desk)]
    if placed.listening:
        narrower.append(limit._replace(listening=max(0, placed.listening - desk)))
    return narrower


def _best(
    choice: Choice, limits: Iterable[Capacity]
) -> tuple[Capacity, Selection | None]:
    """Return the limit under which most can be closed, in fewest hours, and that."""
    found = [(limit, select(choice, limit)) for limit in limits]
    return max(
        found, key=lambda pair: (pair[1].value, -pair[1].quarters) if pair[1] else (-1,)
    )
