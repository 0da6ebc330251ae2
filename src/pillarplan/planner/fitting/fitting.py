"""A selection that also finds its place on the calendar."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from pillarplan.domain.text import join_words
from pillarplan.errors import PillarplanError
from pillarplan.planner.fitting.adopted import find_adopted
from pillarplan.planner.fitting.placing import has_room, place
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.in_time import find_span, fits_span, in_time
from pillarplan.planner.selection.selection import Days, Selection, select


class PinsDoNotFitError(PillarplanError):
    """The items that the person pinned take more time or money than there is."""

    kind = "pins-do-not-fit"

    def __init__(self, choice: Choice, capacity: Capacity, days: Days) -> None:
        pinned = [item for item in choice.candidates if item.pinned]
        if long := [i for i in pinned if i.days_needed(days.first) > days.number]:
            weeks = join_words([f"{item.id} goes over {item.weeks}" for item in long])
            super().__init__(
                f"The pinned items do not fit: {weeks} weeks, and there are "
                f"{days.number / 7:.0f}. Unpin that, or plan until a later day."
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

    Hours and weeks of all days together are only upper bounds: the rest of a day may be
    too short for a session, and a practice may have to wait for what is learnt before
    it, or for a step below to settle.  Then fewer hours are allowed, or what came too
    late is left out, and the selection is made again.  This ends: each round allows at
    least a quarter-hour less in a pool than the one before used, or has fewer things to
    choose from, and when nothing at all is selected, nothing lacks a place.
    """
    wanted = select(choice, None)
    question = timely = _ask(choice, calendar)
    selection = wanted if wanted and timely.admits(wanted) else timely.answer()
    first = True
    bound = None
    while wanted is not None and selection is not None:
        timetable = place(question.choice, selection, calendar, question.limit)
        if timetable is None:
            if not first:
                break
            questions = [question]
        elif timetable.is_complete:
            if bound is not None:
                selection, timetable = _refined(
                    question, selection, timetable, calendar
                )
            if timetable.made_room_for:
                selection, timetable = _in_best_order(
                    question, selection, timetable, calendar
                )
            if bound is not None or timetable.made_room_for:
                selection, timetable = _or_adopted(
                    timely.choice, selection, timetable, calendar
                )
            proven = selection.proven and selection.value == (bound or selection.value)
            return Fit(wanted, selection, timetable, proven)
        else:
            bound = bound or selection.value
            questions = [*_narrower(question, selection, timetable)]
        first = False
        question, selection = _best(questions, selection.value)
    raise PinsDoNotFitError(choice, timely.limit, timely.days)


def holds(choice: Choice, selection: Selection, calendar: Calendar) -> bool:
    """Say whether all of a selection finds its place, and settles, in these days.

    Then a plan for these days that wants it would try just this first, and hold it.
    """
    timely = _ask(choice, calendar)
    return timely.admits(selection) and has_room(choice, selection, calendar)


@dataclass(frozen=True, slots=True)
class _Question:
    """What may be chosen, and how much time there is for it."""

    choice: Choice
    limit: Capacity
    days: Days

    def answer(self) -> Selection | None:
        """Return the best selection; None if the pinned items do not fit."""
        return select(self.choice, self.limit, self.days)

    def rough_answer(self) -> Selection | None:
        """Return one that is worth as much, sooner."""
        return select(self.choice, self.limit, self.days, roughly=True)

    def admits(self, wanted: Selection) -> bool:
        """Say whether the answer without limits of time has weeks enough anyway."""
        return (
            self.choice.worth.keys() >= set(wanted.closed)
            and {item.id for item in self.choice.candidates}.issuperset(
                item.id for item in wanted.items
            )
            and fits_span(wanted, self.days)
        )


def _ask(choice: Choice, calendar: Calendar) -> _Question:
    """Return what may be chosen of `choice` in the time that a calendar offers."""
    timely = in_time(choice, calendar)
    return _Question(timely, calendar.capacity, find_span(calendar))


def _refined(
    question: _Question,
    rough: Selection,
    timetable: Timetable,
    calendar: Calendar,
) -> tuple[Selection, Timetable]:
    """Return the answer to a question of which one is known that is worth as much."""
    answer = question.answer()
    if answer and answer.items != rough.items:
        placed = place(question.choice, answer, calendar, question.limit)
        if placed and placed.is_complete:
            return answer, placed
    return rough, timetable


def _in_best_order(
    question: _Question,
    packed: Selection,
    timetable: Timetable,
    calendar: Calendar,
) -> tuple[Selection, Timetable]:
    """Return what is worth as much and lets the most important come first, if possible.

    A practice of many weeks that has to begin early would put off all other work, and
    one of fewer weeks may do as well.
    """
    late = _late(question, packed, timetable.made_room_for)
    answer = _without(question, late).answer() if late else None
    if answer and answer.value == packed.value:
        placed = place(question.choice, answer, calendar, question.limit)
        if placed and placed.is_complete and not placed.made_room_for:
            return answer, placed
    return packed, timetable


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


def _narrower(
    question: _Question, selection: Selection, timetable: Timetable
) -> Iterator[_Question]:
    """Yield narrower questions, after a selection found no place.

    Half of what found no place is taken away, so that few rounds are needed.  If the
    desk is short of time, listening less may help as well: its practices begin earlier.
    And where practices come too late, others may be done, or none, in their place.
    """
    limit, placed, unplaced = question.limit, timetable.placed, timetable.unplaced
    desk, listening = (max(1, missing // 2) for missing in unplaced)
    if unplaced.listening:
        heard = placed.listening + unplaced.listening
        limits = [limit._replace(listening=heard - listening)]
    else:
        limits = [limit._replace(desk=placed.desk + unplaced.desk - desk)]
        if placed.listening:
            limits.append(limit._replace(listening=max(0, placed.listening - desk)))
    late = _late(question, selection, timetable.late)
    if late:
        yield _without(question, late)
    for each in limits if any(unplaced) or not late else ():
        yield replace(question, limit=each)


def _late(question: _Question, selection: Selection, late: Set[str]) -> Set[str]:
    """Return what is late since it goes over weeks, or since levels need theirs.

    What the person pinned or has begun is not given up for that.
    """
    weeks = question.choice.growth.weeks
    return {
        item.id
        for item in selection.items
        if item.id in late
        and item.is_practice
        and not (item.pinned or item.settled)
        and (item.weeks > 1 or any(weeks.get(step.level, 0) for step in item.covers))
    }


def _without(question: _Question, items: Set[str]) -> _Question:
    """Return a question in which some items are no candidates."""
    others = (each for each in question.choice.candidates if each.id not in items)
    return replace(question, choice=replace(question.choice, candidates=tuple(others)))


def _best(
    questions: Iterable[_Question], most: int
) -> tuple[_Question, Selection | None]:
    """Return the question under which most can be closed, and its answer.

    The first one by which nothing is lost is as good as any.
    """
    found = list[tuple[_Question, Selection | None]]()
    for question in questions:
        found.append((question, answer := question.rough_answer()))
        if answer and answer.value == most:
            return found[-1]
    return max(found, key=lambda pair: _rank(pair[1]))


def _rank(answer: Selection | None) -> tuple[int, ...]:
    """Return how good an answer is: by value, by what is settled, and by merit."""
    if answer is None:
        return (-1,)
    settled = sum(item.settled for item in answer.items)
    return answer.value, settled, answer.merit
