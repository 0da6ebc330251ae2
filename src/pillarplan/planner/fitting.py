"""A selection that also finds its place on the calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pillarplan.domain.availability import Pool
from pillarplan.domain.step import Step
from pillarplan.errors import PillarplanError
from pillarplan.planner.calendar import QUARTERS, Capacity, Day, add_up
from pillarplan.planner.candidates import Candidate, Choice
from pillarplan.planner.look_ahead import Task
from pillarplan.planner.pools import share_out
from pillarplan.planner.schedule import Timetable, schedule
from pillarplan.planner.selection import Selection, select


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What can be done by the deadline, and when."""

    wanted: Selection
    """The best choice if hours did not matter."""
    selection: Selection
    timetable: Timetable
    proven: bool
    """No choice that the calendar has room for is better."""


def fit(choice: Choice, days: Sequence[Day], shortest: int) -> Fit:
    """Return the best selection whose sessions all find a place on `days`.

    The hours of all days together are only an upper bound: the rest of a day may be too
    short for a session, or a practice may have to wait for something that is heard on
    the way.  Then fewer hours are allowed and the selection is made again.  This ends:
    each round allows at least a quarter-hour less in a pool than the one before used,
    and when nothing at all is selected, nothing lacks a place.
    """
    capacity = limit = add_up(days)
    wanted = selection = select(choice, None)
    value_at_best = None
    while wanted is not None and selection is not None:
        timetable = place(choice, selection, days, limit, shortest)
        if timetable is not None:
            value_at_best = value_at_best or selection.value
            if timetable.is_complete:
                proven = selection.proven and selection.value == value_at_best
                return Fit(
                    wanted=wanted,
                    selection=selection,
                    timetable=timetable,
                    proven=proven,
                )
            limit = _less(limit, timetable)
        selection = select(choice, limit)
    raise PinsDoNotFitError(choice, capacity)


def place(
    choice: Choice,
    selection: Selection,
    days: Iterable[Day],
    limit: Capacity,
    shortest: int,
) -> Timetable | None:
    """Return sessions for a selection, perhaps not all; None if `limit` is too small.

    A timetable that is less tidy is tried if a tidy one has no room for everything.
    """
    heard = share_out(selection.items, limit)
    if heard is None:
        return None
    tasks = [
        _task(item, selection.closed, item.id in heard) for item in selection.items
    ]
    held = choice.learnt, choice.practised
    for tidy in (True, False):
        timetable = schedule(tasks, choice.worth, held, days, shortest, tidy)
        if timetable.is_complete:
            break
    return timetable


def _task(item: Candidate, closed: Iterable[Step], heard: bool) -> Task:
    return Task(
        id=item.id,
        is_practice=item.is_practice,
        closes=tuple(step for step in closed if step in item.covers),
        quarters=item.quarters,
        pool=Pool.LISTENING if heard else Pool.DESK,
        started=item.started,
    )


def _less(limit: Capacity, timetable: Timetable) -> Capacity:
    """Return less than a selection used in the pools where it found no place.

    Half of what found no place is taken away, so that few rounds are needed even if a
    pool stands idle for long.
    """
    return Capacity(
        *(
            most if not missing else placed + missing - max(1, missing // 2)
            for most, placed, missing in zip(
                limit, timetable.placed, timetable.unplaced, strict=True
            )
        )
    )
