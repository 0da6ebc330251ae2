"""A selection that also finds its place on the calendar."""

from dataclasses import replace

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import join_words
from pillarplan.errors import PillarplanError
from pillarplan.planner.fitting.adopted import find_adopted, find_closed
from pillarplan.planner.fitting.narrowing import Answers, Query, ask
from pillarplan.planner.fitting.placing import find_room, place
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity, Days
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selected import Selection, make_selection
from pillarplan.planner.selection.selection import select

TRIES = 3
"""So often a limit between one that is too wide and one that will do is tried."""


class PinsDoNotFitError(PillarplanError):
    """The items that the person pinned take more time or money than there is."""

    kind = "pins-do-not-fit"

    def __init__(self, choice: Choice, capacity: Capacity, days: Days) -> None:
        pinned = [item for item in choice.candidates if item.pinned]
        if long := [i for i in pinned if i.days_needed(days.first) > days.number]:
            weeks = join_words([f"{item.id} goes over {item.weeks}" for item in long])
            needs = f"{weeks} weeks, and there are {days.number / 7:.0f}"
            if booked := [item.id for item in long if item.bookings]:
                needs = f"{join_words(booked)} would meet after the last day"
            super().__init__(
                f"The pinned items do not fit: {needs}. "
                "Unpin that, or plan until a later day."
            )
            return
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

    Where one finds no place, a narrower question is asked.  This ends: each allows at
    least a quarter-hour less in a pool than was used before, or has fewer things to
    choose from, and when nothing at all is selected, nothing lacks a place.
    """
    wanted = select(choice, None)
    question = timely = ask(choice, calendar)
    selection = wanted if wanted and timely.admits(wanted) else timely.answer()
    answers, first, bound = Answers(), True, None
    while wanted is not None and selection is not None:
        timetable = place(question.choice, selection, calendar, question.limit)
        if timetable is None:
            if not first:
                break
            questions = [question]
        elif timetable.is_complete:
            found = _Found(question, selection, timetable)
            if bound is not None:
                found = _refined(_widened(found, calendar), calendar)
            if timetable.made_room_for:
                found = _in_best_order(found, calendar)
            found = _in_passing(timely, found, calendar)
            is_guess = bound is not None or timetable.made_room_for
            if is_guess or choice.asked_again:
                found = _or_adopted(timely, found, calendar)
            selection = found.selection
            proven = selection.proven and selection.value == (bound or selection.value)
            return Fit(wanted, selection, found.timetable, proven)
        else:
            bound = bound or selection.value
            questions = [*question.narrower(selection, timetable)]
        if not questions:
            break
        first = False
        question, selection = answers.best(questions, selection.value)
    raise PinsDoNotFitError(choice, timely.limit, timely.days)


def hold(choice: Choice, selection: Selection, calendar: Calendar) -> Timetable | None:
    """Return all of a selection on these days; None if some has no place or time there.

    A plan for these days that wants it would try just this first, and hold it, too.
    """
    timely = ask(choice, calendar)
    admitted = timely.admits(selection)
    return find_room(choice, selection, calendar) if admitted else None


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer that has its place on the calendar."""

    question: Query
    selection: Selection
    timetable: Timetable


def _try(
    question: Query, selection: Selection | None, calendar: Calendar
) -> _Found | None:
    """Return an answer with its place; None if all of it has none."""
    if selection is None:
        return None
    timetable = place(question.choice, selection, calendar, question.limit)
    if timetable is None or not timetable.is_complete:
        return None
    return _Found(question, selection, timetable)


def _widened(found: _Found, calendar: Calendar) -> _Found:
    """Return what a few more hours give, if the last step took away too many."""
    too_wide = found.question.wider
    for _ in range(TRIES):
        between = too_wide and found.question.between(too_wide)
        if between is None:
            break
        wider = _try(between, between.rough_answer(), calendar)
        found, too_wide = wider or found, too_wide if wider else between
    return found


def _refined(found: _Found, calendar: Calendar) -> _Found:
    """Return the answer to a question of which one is known that is worth as much."""
    answer = found.question.answer(found.selection)
    if answer is None or answer.items == found.selection.items:
        return found
    return _try(found.question, answer, calendar) or found


def _in_best_order(packed: _Found, calendar: Calendar) -> _Found:
    """Return what is worth as much and lets the most important come first, if possible.

    A practice of many weeks that has to begin early would put off all other work, and
    one of fewer weeks may do as well.
    """
    selection, question = packed.selection, packed.question
    late = question.find_late(selection, packed.timetable.made_room_for)
    others = question.without(late)
    if not late or others.value() < selection.value:
        return packed
    found = _try(others, others.answer(), calendar)
    return found if found and not found.timetable.made_room_for else packed


def _in_passing(timely: Query, found: _Found, calendar: Calendar) -> _Found:
    """Return what is found with the steps that were given up but settle all the same.

    Once they were not wanted any more, what is left may have come sooner.
    """
    names = {item.id for item in found.selection.items}
    question = replace(found.question, choice=timely.choice)
    while True:
        choice = question.choice
        items = tuple(item for item in choice.candidates if item.id in names)
        closes = find_closed(choice, items)
        if len(closes) == len(found.selection.closed):
            return found
        closed = tuple(step for step in choice.worth if step in closes)
        proven = found.selection.proven
        selection = make_selection(choice, items, closed, proven=proven)
        timetable = place(choice, selection, calendar, question.limit, found.timetable)
        if timetable is None or not (timetable.is_complete or timetable.unsettled):
            return found
        if timetable.is_complete:
            return _Found(question, selection, timetable)
        question = question.giving_up(timetable.unsettled)


def _or_adopted(timely: Query, found: _Found, calendar: Calendar) -> _Found:
    """Return the adopted plan in place of one that is found by narrowing the limits.

    It stays if it closes no less: how far to narrow is a guess, and moving costs, too.
    So it does where nothing is asked anew, for then it was found in the same way.
    """
    adopted = find_adopted(timely.choice)
    if adopted is None or adopted.value < found.selection.value:
        return found
    return _try(timely, adopted, calendar) or found
