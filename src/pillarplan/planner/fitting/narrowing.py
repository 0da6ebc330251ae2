"""Queries: what may be chosen in how much time, each narrower than the one before.

Hours and weeks of all days together are only upper bounds: the rest of a day may be too
short for a session, and a practice may have to wait for what is learnt before it, or
for a step below to settle.  Where a selection finds no place, fewer hours are allowed,
or what came too late is left out.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.calendar import Calendar, Capacity, Days
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.in_time import fits_span, in_time
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select

FIRST_STAGE = 1
"""Of a selection: it finds the greatest value."""

ROUGH_STAGES = 4
"""They find value, what is settled, what is no bare step, and merit."""


@dataclass(frozen=True, slots=True)
class Query:
    """What may be chosen, and how much time there is for it."""

    choice: Choice
    limit: Capacity
    days: Days
    left_out: frozenset[str | Step] = frozenset()
    """What came too late: items that may not be chosen any more, and steps that are
    not wanted any more."""
    wider: "Query | None" = None
    """What was asked before hours were taken away from it."""

    def answer(self, rough: Selection | None = None) -> Selection | None:
        """Return the best selection; None if the pinned items do not fit.

        It is found sooner from a rough one.
        """
        return select(self.choice, self.limit, self.days, rough=rough)

    def rough_answer(self) -> Selection | None:
        """Return one that is worth as much, sooner."""
        return select(self.choice, self.limit, self.days, stages=ROUGH_STAGES)

    def value(self) -> int:
        """Return what the best selection is worth."""
        found = select(self.choice, self.limit, self.days, stages=FIRST_STAGE)
        return found.value if found else -1

    def admits(self, wanted: Selection) -> bool:
        """Say whether the answer without limits of time has weeks enough anyway."""
        return (
            self.choice.worth.keys() >= set(wanted.closed)
            and {item.id for item in self.choice.candidates}.issuperset(
                item.id for item in wanted.items
            )
            and fits_span(wanted, self.days)
        )

    def without(self, items: Set[str]) -> "Query":
        """Return a question in which some items may not be chosen."""
        others = (each for each in self.choice.candidates if each.id not in items)
        choice = replace(self.choice, candidates=tuple(others))
        return replace(self, choice=choice, left_out=self.left_out | items)

    def giving_up(self, steps: Set[Step]) -> "Query":
        """Return a question in which some steps are not wanted."""
        choice = self.choice.giving_up(steps)
        return replace(self, choice=choice, left_out=self.left_out | steps)

    def within(self, limit: Capacity) -> "Query":
        """Return a question with fewer hours."""
        return replace(self, limit=limit, wider=self)

    def narrower(self, selection: Selection, timetable: Timetable) -> Iterator["Query"]:
        """Yield narrower questions, after a selection found no place.

        Half of what found no place is taken away, and twice as much each time that it
        was not enough.  If the desk is short of time, listening less may help as well:
        its practices begin earlier.  And where practices come too late, others may be
        done, or none, in their place; or what they are too late for is given up, and
        they still serve the steps below it.
        """
        placed, unplaced = timetable.placed, timetable.unplaced
        late = self.find_late(selection, timetable.late)
        if late:
            yield self.without(late)
        if timetable.unsettled:
            yield self.giving_up(timetable.unsettled)
        if not any(unplaced) and (late or timetable.unsettled):
            return
        times = 2 ** self._narrowings()
        desk, listening = (max(1, missing * times // 2) for missing in unplaced)
        if unplaced.listening:
            heard = placed.listening + unplaced.listening
            yield self.within(self.limit._replace(listening=max(0, heard - listening)))
            return
        if used := placed.desk + unplaced.desk:
            yield self.within(self.limit._replace(desk=max(0, used - desk)))
        if placed.listening:
            less = max(0, placed.listening - desk)
            yield self.within(self.limit._replace(listening=less))

    def find_late(self, selection: Selection, late: Set[str]) -> Set[str]:
        """Return what is late on its own days, for its weeks, or for those of levels.

        What the person pinned or has begun is not given up for weeks.
        """
        weeks = self.choice.growth.weeks
        return {
            item.id
            for item in selection.items
            if item.id in late and not item.pinned
            if item.bookings
            or (
                item.is_practice
                and not item.settled
                and (item.weeks > 1 or any(weeks.get(s.level, 0) for s in item.covers))
            )
        }

    def between(self, other: "Query") -> "Query | None":
        """Return the question halfway to a wider one; None if there is none."""
        pairs = zip(self.limit, other.limit, strict=True)
        limit = Capacity(*((less + more) // 2 for less, more in pairs))
        return None if limit == self.limit else replace(self, limit=limit)

    def _narrowings(self) -> int:
        """Return how often hours were taken away without leaving anything out.

        Where something is pinned, too few hours for it must not be jumped at.
        """
        if any(item.pinned for item in self.choice.candidates):
            return 0
        before, times = self.wider, 0
        while before is not None and before.left_out == self.left_out:
            before, times = before.wider, times + 1
        return times


def ask(choice: Choice, calendar: Calendar) -> Query:
    """Return what may be chosen of `choice` in the time that a calendar offers."""
    timely = in_time(choice, calendar)
    return Query(timely, calendar.capacity, calendar.span)


class Answers:
    """Answers to questions, and what they say of narrower ones."""

    def __init__(self) -> None:
        self.most: dict[frozenset[str | Step], int] = {}
        """By what was left out the value of the last answer."""

    def best(
        self, questions: Iterable[Query], most: int
    ) -> tuple[Query, Selection | None]:
        """Return the question under which most can be closed, and its answer.

        None of them closes more than `most`, nor more than an earlier one did without
        the same and in no less time.  The first by which nothing is lost is as
        good as any.
        """
        found = list[tuple[Query, Selection | None]]()
        bounds = ((self.most.get(each.left_out, most), each) for each in questions)
        best: tuple[int, ...] = (-1,)
        for bound, question in sorted(bounds, key=lambda pair: -pair[0]):
            if found and bound < best[0]:
                break
            answer = question.rough_answer()
            found.append((question, answer))
            self.most[question.left_out] = answer.value if answer else -1
            best = max(best, _rank(answer))
            if best[0] == most:
                break
        return max(found, key=lambda pair: _rank(pair[1]))


def _rank(answer: Selection | None) -> tuple[int, ...]:
    """Return how good an answer is: as the stages of a selection ask, up to merit."""
    if answer is None:
        return (-1,)
    settled = sum(item.settled for item in answer.items)
    bare = sum(item.is_bare for item in answer.items)
    return answer.value, settled, -bare, answer.merit
