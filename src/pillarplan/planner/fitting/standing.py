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

    `first` is what would be in hand if there were no such plan.
    """
    roadmap = profile.roadmap
    if not (wide.asked_again and roadmap and days.days):
        return None
    known = {item.id: item for item in wide.candidates}
    open_items = {item.id for item in roadmap.items} - profile.finished
    begun = {each.item for each in profile.spent[profile.spent_before_roadmap :]}
    begun_besides = any(n in begun and not item.adopted for n, item in known.items())
    if begun_besides or not known.keys() >= open_items:
        return None
    sessions = _left(roadmap, known, days)
    if sessions is None or roadmap.focus != tuple(gap.skill for gap in focus):
        return None
    plan = _Standing(wide, days, items, sessions, open_items)
    in_hand = plan.hold(focus, _of_wave(roadmap, 1), first)
    gaps = {gap.skill: gap for gap in others}
    later = [each.skill for each in roadmap.rerate if each.skill not in roadmap.focus]
    if in_hand is None or not gaps.keys() >= {*later}:
        return None
    for number, skill in enumerate(later, 2):
        if not plan.follow(gaps[skill], _of_wave(roadmap, number)):
            return None
    return in_hand, Whole(tuple(plan.waves), plan.selection, _timetable(sessions))


def comes_first(standing: Standing, anew: Standing) -> bool:
    """Say whether an adopted plan that goes on comes before one that is made anew.

    It does unless more is closed anew, in hand and in all; else nothing would move but
    for the sake of moving.  Where it is over, or both have the same sessions, what is
    made anew says more of what could be.
    """
    (in_hand, whole), (new_in_hand, new_whole) = standing, anew
    more_in_all = new_whole.selection.value - whole.selection.value
    more_in_hand = new_in_hand.selection.value - in_hand.selection.value
    sessions = whole.timetable.sessions
    if not sessions or sessions == new_whole.timetable.sessions:
        return more_in_all < 0
    return more_in_all <= 0 or more_in_hand <= 0


class _Standing:
    """An adopted plan while its waves are put together again."""

    def __init__(
        self,
        wide: Choice,
        days: Calendar,
        items: Mapping[str, Item],
        sessions: Sequence[Session],
        open_items: Set[str],
    ) -> None:
        self.wide, self.days, self.items = wide, days, items
        self.sessions, self.open_items = sessions, open_items
        self.skills: list[str] = []
        self.waves: list[Wave] = []
        self.selection = make_selection(wide, (), ())

    def hold(
        self, focus: Sequence[Gap], planned: Iterable[PlannedItem], first: Fit
    ) -> Fit | None:
        """Return what is in hand; None if something of it is not there any more."""
        self.skills = [gap.skill for gap in focus]
        choice = self.wide.only_for(
            {s: worth for s, worth in self.wide.worth.items() if s.skill in self.skills}
        )
        names = self._open(planned)
        selection = self._selected(choice, names)
        if selection is None:
            return None
        self.selection = replace(selection, proven=first.selection.proven)
        mine = [session for session in self.sessions if session.item in names]
        proven = first.proven and selection.value == first.selection.value
        return Fit(first.wanted, self.selection, _timetable(mine), proven)

    def follow(self, gap: Gap, planned: Sequence[PlannedItem]) -> bool:
        """Add what was planned for a later skill; say whether all of it is there.

        What is finished of it still counts, though there may be nothing left to do.
        """
        known = {item.id: item for item in self.wide.candidates}
        taken = [known[item.id] for item in self.selection.items]
        starts = (item.starts_on for item in planned)
        entry = min(starts, default=self.days.span.first)
        names = self._open(planned)
        before = [s for s in self.sessions if s.item in {item.id for item in taken}]
        choice = choice_beside(self.wide, taken, gap, self.items, entry)
        rest = days_beside(self.days, before, entry)
        selection = self._selected(choice, names)
        if selection is None:
            return False
        self.skills.append(gap.skill)
        self.waves.append(Wave(gap, choice, selection, rest))
        closes = self.wide.adopted_closes
        wanted = [step for step in closes if step.skill in self.skills]
        self.selection = join(self.wide, self.selection, selection, wanted)
        return True

    def _open(self, planned: Iterable[PlannedItem]) -> set[str]:
        return {item.id for item in planned} & self.open_items

    def _selected(self, choice: Choice, names: Set[str]) -> Selection | None:
        """Return the items of some names, and what they close; None if one is missing.

        They close what they were to close, whatever the days that are left would admit
        by now: what could not settle in time is not part of it.
        """
        items = tuple(item for item in choice.candidates if item.id in names)
        if {item.id for item in items} != names:
            return None
        steps = find_closed(choice, items) & self.wide.adopted_closes
        closed = tuple(step for step in choice.worth if step in steps)
        return make_selection(choice, items, closed)


def _of_wave(roadmap: Roadmap, number: int) -> list[PlannedItem]:
    return [item for item in roadmap.items if item.wave == number]


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
