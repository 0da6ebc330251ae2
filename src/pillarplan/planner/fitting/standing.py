"""The adopted plan as it stands: while all goes to plan, it needs no new one.

Sessions are dealt out day by day, so that a plan made anew from the middle of another
one may come out otherwise, although nothing happened that was not planned.  So where
nothing is asked anew, and what is left to do is just what the adopted sessions have
room for, these stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, Session
from pillarplan.planner.fitting.adopted import find_closed
from pillarplan.planner.fitting.beside import choice_beside, days_beside, join
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.fitting.waves import Wave, Whole
from pillarplan.planner.schedule.calendar import QUARTERS, Calendar, Capacity, Day
from pillarplan.planner.schedule.schedule import Timetable
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.in_time import in_time
from pillarplan.planner.selection.selected import Selection, make_selection

Standing = tuple[Fit, Whole]
"""What is in hand, and all of the plan."""


def find_standing(
    wide: Choice,
    first: Fit,
    focus: Sequence[Gap],
    others: Sequence[Gap],
    days: Calendar,
    items: Mapping[str, Item],
    profile: Profile,
) -> Standing | None:
    """Return what is left of the adopted plan; None if not all went to plan.

    `first` is what would be in hand if there were no such plan; if it closes more, that
    comes first.
    """
    roadmap = profile.roadmap
    if not (wide.asked_again and roadmap and days.days):
        return None
    known = {item.id: item for item in wide.candidates}
    planned = [item for item in roadmap.items if item.id not in profile.finished]
    begun_besides = any(item.settled and not item.adopted for item in known.values())
    if begun_besides or not known.keys() >= {item.id for item in planned}:
        return None
    sessions = _left(roadmap, known, days)
    if sessions is None or roadmap.focus != tuple(gap.skill for gap in focus):
        return None
    closes = {s for item in roadmap.items for span in item.closes for s in span.steps}
    plan = _Standing(wide, days, items, sessions, closes)
    in_hand = plan.hold(focus, planned, first)
    if in_hand is None or not all(
        plan.follow(others, wave) for wave in _waves(planned)
    ):
        return None
    return in_hand, Whole(tuple(plan.waves), plan.selection, _timetable(sessions))


class _Standing:
    """An adopted plan while its waves are put together again."""

    def __init__(
        self,
        wide: Choice,
        days: Calendar,
        items: Mapping[str, Item],
        sessions: Sequence[Session],
        closes: Set[Step],
    ) -> None:
        self.wide, self.days, self.items = wide, days, items
        self.sessions, self.closes = sessions, closes
        self.skills: list[str] = []
        self.waves: list[Wave] = []
        self.selection = make_selection(wide, (), ())

    def hold(
        self, focus: Sequence[Gap], planned: Iterable[PlannedItem], first: Fit
    ) -> Fit | None:
        """Return what is in hand; None if there is something better."""
        self.skills = [gap.skill for gap in focus]
        choice = self.wide.only_for(
            {s: worth for s, worth in self.wide.worth.items() if s.skill in self.skills}
        )
        names = {item.id for item in planned if item.wave == 1}
        selection = self._selected(in_time(choice, self.days), names)
        if selection is None or selection.value < first.selection.value:
            return None
        self.selection = replace(selection, proven=first.selection.proven)
        mine = [session for session in self.sessions if session.item in names]
        proven = first.proven and selection.value == first.selection.value
        return Fit(first.wanted, self.selection, _timetable(mine), proven)

    def follow(self, others: Sequence[Gap], planned: Sequence[PlannedItem]) -> bool:
        """Add what was planned for a later skill; say whether all of it is there."""
        gap = _skill_of(planned, others)
        if gap is None:
            return False
        known = {item.id: item for item in self.wide.candidates}
        taken = [known[item.id] for item in self.selection.items]
        entry = min(item.starts_on for item in planned)
        names = {item.id for item in planned}
        before = [s for s in self.sessions if s.item in {item.id for item in taken}]
        choice = choice_beside(self.wide, taken, gap, self.items, entry)
        rest = days_beside(self.days, before, entry)
        selection = self._selected(in_time(choice, rest), names)
        if selection is None:
            return False
        self.skills.append(gap.skill)
        self.waves.append(Wave(gap, choice, selection, rest))
        wanted = [step for step in self.closes if step.skill in self.skills]
        self.selection = join(self.wide, self.selection, selection, wanted)
        return True

    def _selected(self, choice: Choice, names: Set[str]) -> Selection | None:
        """Return the items of some names, and what they close; None if one is missing.

        What could not settle in time when the plan was made is not closed now, either.
        """
        items = tuple(item for item in choice.candidates if item.id in names)
        if {item.id for item in items} != names:
            return None
        steps = find_closed(choice, items) & self.closes
        closed = tuple(step for step in choice.worth if step in steps)
        return make_selection(choice, items, closed)


def _waves(planned: Sequence[PlannedItem]) -> list[list[PlannedItem]]:
    """Return the items of each later skill, in the order in which these follow."""
    waves: dict[int, list[PlannedItem]] = defaultdict(list)
    for item in planned:
        waves[item.wave].append(item)
    return [waves[number] for number in sorted(waves) if number > 1]


def _skill_of(planned: Iterable[PlannedItem], others: Iterable[Gap]) -> Gap | None:
    """Return the gap that all of some items help to close."""
    served = [{span.skill for span in item.closes} for item in planned]
    return next((g for g in others if all(g.skill in each for each in served)), None)


def _left(
    roadmap: Roadmap, known: Mapping[str, Candidate], days: Calendar
) -> tuple[Session, ...] | None:
    """Return the sessions that are still to come; None if they do not suit any more.

    What was done today counts as done: its session is over.
    """
    first = days.days[0].on
    later, today = defaultdict[str, int](int), defaultdict[str, int](int)
    for session in roadmap.sessions:
        if session.item in known and session.on >= first:
            some = today if session.on == first else later
            some[session.item] += int(session.hours * QUARTERS)
    over = set[str]()
    for name in {*later, *today, *(n for n, item in known.items() if item.adopted)}:
        left = known[name].desk_quarters
        if left == later[name]:
            over.add(name)
        elif left != later[name] + today[name]:
            return None
    sessions = tuple(
        session
        for session in roadmap.sessions
        if session.item in known
        and (session.on > first or (session.on == first and session.item not in over))
    )
    return sessions if _have_room(sessions, days) else None


def _have_room(sessions: Iterable[Session], days: Calendar) -> bool:
    """Say whether each session fits a day, and a stretch of free time on it."""
    free = {day.on: day for day in days.days}
    used: dict[tuple[date, Pool], int] = defaultdict(int)
    for session in sessions:
        used[session.on, session.pool] += int(session.hours * QUARTERS)
        day = free.get(session.on)
        if day is None or not _is_free(day, session):
            return False
    return all(free[on].free(pool) >= quarters for (on, pool), quarters in used.items())


def _is_free(day: Day, session: Session) -> bool:
    slots = day.slots_for(session.pool)
    quarters = int(session.hours * QUARTERS)
    return any(
        slot.at(before) == session.at
        for slot in slots
        for before in range(slot.quarters - quarters + 1)
    )


def _timetable(sessions: Sequence[Session]) -> Timetable:
    placed = dict.fromkeys(Pool, 0)
    for session in sessions:
        placed[session.pool] += int(session.hours * QUARTERS)
    return Timetable(
        sessions=tuple(sessions),
        placed=Capacity(*placed.values()),
        unplaced=Capacity(0, 0),
    )
