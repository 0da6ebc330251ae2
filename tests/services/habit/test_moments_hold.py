"""A moment is shown on all days of its item and on no other, whatever happens."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.plan.availability import spread
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.services.following.pausing import pause, resume
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.habit.cues import cues_on, set_cues
from pillarplan.services.handing_over.calendars import export_ical
from pillarplan.services.workspace import Workspace
from tests.laws import examples
from tests.program import link_cache
from tests.services.habit.told_life import Act, ToldLife
from tests.worlds import MONDAY, after, plan, rate

BOOK, FIRST, SECOND = (
    "getting-to-yes",
    "decline-a-feature-well",
    "negotiate-a-scope-cut",
)
ITEMS = st.sampled_from((BOOK, FIRST, SECOND))

say: st.SearchStrategy[Act] = st.tuples(
    st.just("say"), st.tuples(ITEMS, st.sampled_from(["call", "lunch", None]))
)
end: st.SearchStrategy[Act] = st.tuples(st.sampled_from(["finish", "drop"]), ITEMS)
acts: st.SearchStrategy[Act] = st.one_of(
    say,
    end,
    st.tuples(st.just("hours"), st.sampled_from([1.0, 2.0, 5.0])),
    st.tuples(st.just("rest"), st.integers(0, 30)),
    st.tuples(st.just("resume"), st.none()),
    st.tuples(st.just("wait"), st.integers(0, 20)),
)

FINISHED: list[Act] = [
    ("say", (FIRST, "call")),
    ("say", (FIRST, "lunch")),
    ("finish", FIRST),
    ("hours", 2.0),
]
"""A moment is changed, and what it was for is finished and planned around."""

PLANNED_BEFORE: list[Act] = [
    *(("hours", 5.0), ("wait", 18), ("say", (FIRST, "call")), ("hours", 1.0)),
    *(("wait", 14), ("finish", FIRST)),
]
"""A plan before the last one had sessions of what is finished by now."""


@dataclass
class MeantLife(ToldLife):
    """A person who says when they mean to do things, and a test that remembers it."""

    said: dict[str, str] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)

    def _say(self, workspace: Workspace, about: tuple[str, str | None]) -> None:
        item, when = about
        set_cues(workspace, {item: Cue(when=when) if when else None})
        self.said.pop(item, None)
        if when:
            self.said[item] = when

    def _finish(self, workspace: Workspace, item: str) -> None:
        check_in(workspace, CheckIn(done=(item,)))
        self.over.add(item)

    def _drop(self, workspace: Workspace, item: str) -> None:
        check_in(workspace, CheckIn(drop=(Drop(item=item),)))
        self.over.add(item)

    def _hours(self, workspace: Workspace, hours: float) -> None:
        plan(workspace, desk=spread(hours))

    def _rest(self, workspace: Workspace, days: int) -> None:
        pause(workspace, after((self.day - MONDAY).days + days))

    def _resume(self, workspace: Workspace, _: None) -> None:
        resume(workspace)

    def check(self) -> None:
        with closing(self.open()) as workspace:
            profile = workspace.profile()
            assert profile.roadmap is not None
            sessions = around_pauses(profile.roadmap, profile).sessions
            meant = {
                (each.on, each.item, self.said[each.item])
                for each in sessions
                if each.item in self.said and each.item not in self.over
            }
            days = [after(number) for number in range(400)]
            shown = {
                (day, due.item, due.cue.when)
                for day in days
                for due in cues_on(profile, day)
            }
            assert shown == meant
            assert {each.cue.when for each in whats_next(workspace).cues} == {
                when for on, _, when in meant if on == self.day
            }


@settings(max_examples=examples(25), deadline=None)
@example(FINISHED)
@example(PLANNED_BEFORE)
@given(st.lists(acts, min_size=2, max_size=10))
def test_a_moment_is_shown_on_all_its_days_and_on_no_other(
    shared_cache: Path, life: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        person = MeantLife(Path(folder))
        link_cache(person.home, shared_cache)
        with closing(person.open()) as workspace:
            rate(workspace, negotiation=1)
            plan(workspace)
        for act in life:
            person.do(act)
            person.check()
        with closing(person.open()) as workspace:
            still_open = [*_open_items(workspace)]
            calendar = Calendar.from_ical(
                export_ical(workspace, todos=False, remind_at=None).text
            )
        told = {
            line.removeprefix("When: ")
            for event in calendar.walk("VEVENT")
            for line in str(event.get("DESCRIPTION", "")).split("\n")
            if line.startswith("When: ")
        }
        meant = {person.said[each] for each in still_open if each in person.said}
        assert told == meant


def _open_items(workspace: Workspace) -> Iterator[str]:
    """Yield what is open and has a session, whatever the day."""
    roadmap = workspace.profile().current_roadmap
    assert roadmap is not None
    dated = {each.item for each in roadmap.sessions}
    return (each.id for each in roadmap.open_items() if each.id in dated)
