"""The adopted plan as it stands: while all goes to plan, it needs no new one.

Sessions are dealt out day by day, so that a plan made anew from the middle of another
one may come out otherwise, although nothing happened that was not planned.  So where
nothing is asked anew, and what is left to do is just what the adopted sessions have
room for, these stay as they are; only what a meeting drives out goes elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Pool
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, Session
from pillarplan.planner.fitting.adopted import find_closed
from pillarplan.planner.fitting.around import make_room
from pillarplan.planner.fitting.beside import choice_beside, days_beside, join
from pillarplan.planner.fitting.fitting import Fit
from pillarplan.planner.fitting.law import Law
from pillarplan.planner.fitting.waves import Wave, Whole
from pillarplan.planner.schedule.calendar import Calendar, Capacity, quarters_of
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
    gaps = {gap.skill: gap for gap in others}
    later = [each.skill for each in roadmap.rerate if each.skill not in roadmap.focus]
    plan = _Standing(wide, days, items, open_items, focus, first)
    if not gaps.keys() >= {*later} or not plan.hold(_of_wave(roadmap, 1)):
        return None
    for number, skill in enumerate(later, 2):
        if not plan.follow(gaps[skill], _of_wave(roadmap, number)):
            return None
    law = Law(wide, plan.skills, len(focus))
    sessions = make_room(
        sessions, days, lambda each: law.admits(plan.selection, each, days)
    )
    return None if sessions is None else plan.on(sessions)


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
        open_items: Set[str],
        focus: Sequence[Gap],
        first: Fit,
    ) -> None:
        self.wide, self.days, self.items = wide, days, items
        self.open_items, self.first = open_items, first
        self.skills = [gap.skill for gap in focus]
        self.in_hand = self.selection = make_selection(wide, (), ())
        self.later: list[_Later] = []

    def hold(self, planned: Iterable[PlannedItem]) -> bool:
        """Take what is in hand; say whether all of it is there."""
        choice = self.wide.only_for(
            {s: worth for s, worth in self.wide.worth.items() if s.skill in self.skills}
        )
        selection = self._selected(choice, planned)
        if selection is None:
            return False
        selection = replace(selection, proven=self.first.selection.proven)
        self.in_hand = self.selection = selection
        return True

    def follow(self, gap: Gap, planned: Sequence[PlannedItem]) -> bool:
        """Add what was planned for a later skill; say whether all of it is there.

        What is finished of it still counts, though there may be nothing left to do.
        """
        known = {item.id: item for item in self.wide.candidates}
        taken = [known[item.id] for item in self.selection.items]
        starts = (item.starts_on for item in planned)
        entry = min(starts, default=self.days.span.first)
        choice = choice_beside(self.wide, taken, gap, self.items, entry)
        selection = self._selected(choice, planned)
        if selection is None:
            return False
        self.skills.append(gap.skill)
        before = frozenset(item.id for item in taken)
        self.later.append(_Later(gap, choice, selection, entry, before))
        closes = self.wide.adopted_closes
        wanted = [step for step in closes if step.skill in self.skills]
        self.selection = join(self.wide, self.selection, selection, wanted)
        return True

    def on(self, sessions: Sequence[Session]) -> Standing:
        """Return all of it with sessions on their days."""
        waves = tuple(each.on(self.days, sessions) for each in self.later)
        names = {item.id for item in self.in_hand.items}
        mine = [session for session in sessions if session.item in names]
        first = self.first
        proven = first.proven and self.in_hand.value == first.selection.value
        fit = Fit(first.wanted, self.in_hand, _timetable(mine), proven)
        return fit, Whole(waves, self.selection, _timetable(sessions))

    def _selected(
        self, choice: Choice, planned: Iterable[PlannedItem]
    ) -> Selection | None:
        """Return the items of some names, and what they close; None if one is missing.

        They close what they were to close, whatever the days that are left would admit
        by now: what could not settle in time is not part of it.
        """
        names = {item.id for item in planned} & self.open_items
        items = tuple(item for item in choice.candidates if item.id in names)
        if {item.id for item in items} != names:
            return None
        steps = find_closed(choice, items) & self.wide.adopted_closes
        closed = tuple(step for step in choice.worth if step in steps)
        return make_selection(choice, items, closed)


@dataclass(frozen=True, slots=True)
class _Later:
    """What was planned for a skill that is taken up later, on whatever days."""

    gap: Gap
    choice: Choice
    selection: Selection
    entry: date
    """From when on there was time for it."""
    before: Set[str]
    """The items that came first."""

    def on(self, days: Calendar, sessions: Iterable[Session]) -> Wave:
        """Return it with the time that sessions for all else leave it."""
        before = [each for each in sessions if each.item in self.before]
        rest = days_beside(days, before, self.entry)
        return Wave(self.gap, self.choice, self.selection, rest)


def _of_wave(roadmap: Roadmap, number: int) -> list[PlannedItem]:
    return [item for item in roadmap.items if item.wave == number]


def _left(
    roadmap: Roadmap, known: Mapping[str, Candidate], days: Calendar
) -> tuple[Session, ...] | None:
    """Return the sessions that are still to come; None if they do not suit any more.

    What was done today counts as done: its session is over.
    """
    coming = [s.on for s in roadmap.sessions if s.item in known and s.on >= days.first]
    first = min([days.days[0].on, *coming])
    later, today = defaultdict[str, int](int), defaultdict[str, int](int)
    for session in roadmap.sessions:
        if session.item in known and session.on >= first:
            some = today if session.on == first else later
            some[session.item] += quarters_of(session)
    over = set[str]()
    for name in {*later, *today, *(n for n, item in known.items() if item.adopted)}:
        left = known[name].desk_quarters
        if left == later[name]:
            over.add(name)
        elif left != later[name] + today[name]:
            return None
    return tuple(
        session
        for session in roadmap.sessions
        if session.item in known
        and (session.on > first or (session.on == first and session.item not in over))
    )


def _timetable(sessions: Sequence[Session]) -> Timetable:
    placed = dict.fromkeys(Pool, 0)
    for session in sessions:
        placed[session.pool] += quarters_of(session)
    return Timetable(
        sessions=tuple(sessions),
        placed=Capacity(*placed.values()),
        unplaced=Capacity(0, 0),
    )
