"""What comes after the skills in hand: when one is closed, the next is taken up.

The first wave is chosen and placed as if there were no other, so that what comes later
takes no time from it.  Then skill by skill is added, the most urgent first, for as long
as it closes a step in the time that is left.  The time is what those before leave free,
from the day on which one of them is closed.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step, climb
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.planner.fitting.adopted import find_adopted
from pillarplan.planner.fitting.beside import choice_beside, days_beside, join
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.fitting.groups import join_late
from pillarplan.planner.fitting.jobs import make_tasks
from pillarplan.planner.fitting.law import Law
from pillarplan.planner.fitting.placing import ROUNDS, lay_out
from pillarplan.planner.schedule.calendar import Calendar, Capacity
from pillarplan.planner.schedule.manner import MANNERS
from pillarplan.planner.schedule.order import find_order
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.in_time import in_time
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select

TRIES = 3
"""So often the time for a skill is narrowed before it is left for later."""

MISSES = 3
"""After so many skills in a row for which no time is left, no other one is tried."""


@dataclass(frozen=True, slots=True)
class Wave:
    """A skill that is taken up later, and what is chosen for it."""

    gap: Gap
    choice: Choice
    """What could close its steps, besides what is planned before."""
    selection: Selection
    calendar: Calendar
    """The days, with the time that is left on them, from which it was chosen."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is planned: the skills in hand now, and those that follow."""

    waves: tuple[Wave, ...]
    """Those that follow, in the order in which they are taken up."""
    selection: Selection
    """Of all waves together."""
    timetable: Timetable

    def starts_on(self, wave: Wave) -> date | None:
        """Return when a skill is taken up; None if nothing is left to do for it."""
        names = {item.id for item in wave.selection.items}
        items = (item for item in self.selection.items if item.id in names)
        booked = (each.on for item in items for each in item.bookings)
        sessions = self.timetable.sessions
        days = (each.on for each in sessions if each.item in names)
        return min((*booked, *days), default=None)


def find_whole(
    wide: Choice,
    first: Fit,
    focus: Sequence[Gap],
    others: Sequence[Gap],
    days: Calendar,
    items: Mapping[str, Item],
) -> Whole:
    """Return the first wave with all that can follow it.

    `wide` asks for the steps of all skills, which close with `items`; `others` are
    those outside the focus, the most urgent first.
    """
    plan = _Plan(wide, focus, days, first, items)
    misses = 0
    for gap in others:
        if misses == MISSES:
            break
        misses = 0 if plan.take_up(gap) else misses + 1
    plan.settle()
    return Whole(tuple(plan.waves), plan.selection, plan.timetable)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A plan with one more skill, for which there may be no time."""

    wave: Wave
    skills: list[str]
    order: list[str]
    heard: set[str]
    selection: Selection
    timetable: Timetable


class _Plan:
    """A plan while skills are added to it."""

    def __init__(
        self,
        wide: Choice,
        focus: Sequence[Gap],
        days: Calendar,
        first: Fit,
        items: Mapping[str, Item],
    ) -> None:
        self.wide, self.days, self.items = wide, days, items
        self.known = {item.id: item for item in wide.candidates}
        self.most = len(focus)
        self.skills = [gap.skill for gap in focus]
        self.waves: list[Wave] = []
        self.unsettled = frozenset[Step]()
        """The steps that cannot settle in time beside all that is planned."""
        self.selection, self.timetable = first.selection, first.timetable
        sessions = first.timetable.sessions
        self.order = [*dict.fromkeys(each.item for each in sessions)]
        self.heard = {s.item for s in sessions if s.pool is Pool.LISTENING}
        # For what comes later, nothing in hand is heard earlier than it should be.
        hears_early = first.timetable.manner.hears_early
        self.manners = [m for m in MANNERS if hears_early or not m.hears_early]

    def take_up(self, gap: Gap) -> bool:
        """Add a skill if that closes a step; say whether it does."""
        entry = self._entry()
        rest = days_beside(self.days, self.timetable.sessions, entry)
        taken = [self.known[item.id] for item in self.selection.items]
        asked = choice_beside(self.wide, taken, gap, self.items, entry)
        choice, limit, span = in_time(asked, rest), rest.capacity, rest.span
        for _ in range(TRIES):
            selection = select(choice, limit, span)
            if selection is None or not selection.closed:
                return False
            adopted = find_adopted(choice)
            if adopted and adopted.value >= selection.value:
                selection = adopted
            tried = self._try(Wave(gap, asked, selection, rest), limit)
            if tried and tried.timetable.is_complete:
                self._take(tried)
                return True
            if tried and (unsettled := self._in_vain(tried.timetable)):
                self.unsettled |= unsettled
                choice = choice.giving_up(unsettled)
            else:
                used = selection.quarters - 1
                limit = Capacity(min(limit.desk, used), min(limit.listening, used))
        return False

    def _in_vain(self, timetable: Timetable) -> frozenset[Step]:
        """Return the steps without which a timetable would be complete, if any.

        What is closed already is not given up for what comes later.
        """
        unsettled = timetable.unsettled
        is_in_vain = unsettled.isdisjoint(self.selection.closed)
        return unsettled if is_in_vain and not any(timetable.unplaced) else frozenset()

    def _entry(self) -> date:
        """Return the day from which the next skill may be taken up."""
        ends = sorted(self._closing_days().values())
        place = len(self.skills) - self.most
        return ends[place] if place < len(ends) else self.days.span.first

    def _closing_days(self) -> Mapping[str, date]:
        """Return the last day of each skill that has sessions."""
        covers = {item.id: item.covers for item in self.selection.items}
        last: dict[str, date] = {}
        for session in self.timetable.sessions:
            skills = [step.skill for step in covers[session.item]]
            if skills:
                skill = min(skills, key=self.skills.index)
                last[skill] = session.on
        return last

    def _try(self, wave: Wave, limit: Capacity) -> "_Trial | None":
        """Lay out what is selected for a skill, too; None if `limit` is too small."""
        shared = share_out(wave.selection.items, limit)
        if shared is None:
            return None
        heard = self.heard | shared
        skills, order = [*self.skills, wave.gap.skill], [*self.order, *_order_of(wave)]
        steps = [step for step in self.wide.worth if step.skill in skills]
        wanted = climb(steps, {*steps} - self.unsettled)
        joined = join(self.wide, self.selection, wave.selection, wanted)
        timetable = self._lay_out(joined, heard, skills, order, 0)
        return _Trial(wave, skills, order, heard, joined, timetable)

    def _take(self, tried: "_Trial") -> None:
        """Keep a skill whose items all found their place."""
        self.waves.append(tried.wave)
        self.skills, self.order, self.heard = tried.skills, tried.order, tried.heard
        self.selection, self.timetable = tried.selection, tried.timetable

    def settle(self) -> None:
        """Bring all into the days that its own order leads to, groups near to it."""
        if self.waves:
            found = self._lay_out(
                self.selection, self.heard, self.skills, self.order, ROUNDS
            )
            self.timetable = found if found.is_complete else self.timetable
        law, sessions = Law(self.wide, self.skills, self.most), self.timetable.sessions
        self.selection = join_late(
            self.selection,
            self.items,
            sessions,
            lambda each: law.admits(each, sessions, self.days),
        )

    def _lay_out(
        self,
        selection: Selection,
        heard: Set[str],
        skills: Sequence[str],
        order: Iterable[str],
        rounds: int,
    ) -> Timetable:
        law = Law(self.wide, skills, self.most)
        rules = law.rules(selection, heard)
        numbers = {task.id: number for number, task in enumerate(rules.tasks)}
        return lay_out(
            rules,
            [[numbers[name] for name in order]],
            self.days,
            self.wide.growth,
            law.hand,
            self.manners,
            rounds,
        )


def _order_of(wave: Wave) -> list[str]:
    """Return the items of one skill in the order in which they are to begin."""
    tasks = make_tasks(wave.selection, frozenset(), wave.choice.learnt)
    closed = wave.selection.closed
    worth: dict[Step, int] = {step: wave.choice.worth[step] for step in closed}
    rules = Rules(tasks, worth, (wave.choice.learnt, wave.choice.practised))
    return [tasks[number].id for number in find_order(rules)]
