"""Random lives of one person: what the record tells of them is what they told."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.debrief import Account, Debrief
from pillarplan.domain.person.profile import PRACTICE, Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.recall import Grade, OwnQuestion, Recall
from pillarplan.domain.person.work import Reflected
from pillarplan.domain.plan.availability import Break, spread
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.reports.status import Status
from pillarplan.errors import PillarplanError
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.catalogue import KINDS
from pillarplan.journal.meaning.kinds.own_items import OwnChange
from pillarplan.planner.pace.forecast import make_forecast
from pillarplan.planner.pace.weeks import find_pace, find_weeks
from pillarplan.services.following.pausing import pause
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY

SKILLS = ("negotiation", "security")
ITEMS = ("getting-to-yes", "decline-a-feature-well", "make-a-gap-list")
HIDING = 'format: pillarplan-overlay\nversion: "1.0"\nhide: [getting-to-yes]\n'

DANA = Rater(name="Dana", kind=RaterKind.MANAGER)

OTHERS: Mapping[str, Callable[[date], changes.Change]] = {
    "advised": lambda on: changes.advised(
        Advice(on=on, item="getting-to-yes", text="Chapter 3 first", rater=DANA)
    ),
    "checked-in": lambda on: changes.checked_in(on, "A note", f"key-{on}"),
    "dropped": lambda on: changes.dropped(on, "decline-a-feature-well", "Too long"),
    "evidence": lambda on: changes.evidence(on, "security", "Listed ten gaps"),
    "own-items-changed": lambda on: changes.own_items_changed(
        OwnChange(
            on=on,
            items=("price-book",),
            at=0,
            before="",
            after="  - id: price-book\n",
            digest_before="",
            digest_after="none",
        )
    ),
    "role-chosen": lambda on: changes.role_chosen("director", ("startup",), on),
    "target-set": lambda on: changes.target_set("negotiation", 4, on),
    "succeeded": lambda on: changes.succeeded(
        on, Lineage.SKILL, "gone", ("negotiation",)
    ),
    "weighed": lambda on: changes.weighed("security", 3, on),
    "constraint-set": lambda on: changes.constraint_set(
        on, "writing", Constraint.NO_TIME
    ),
    "promised": lambda on: changes.promised(on, "Half a page by Friday"),
    "cue-set": lambda on: changes.cue_set(
        on, "getting-to-yes", Cue(when="After stand-up")
    ),
    "debriefed": lambda on: changes.debriefed(
        Debrief(
            on=on,
            item="negotiate-a-scope-cut",
            skills=("negotiation",),
            account=Account(happened="We cut two of five"),
        )
    ),
    "paused": lambda on: changes.paused(Break(first=on, last=on + timedelta(days=9))),
    "resumed": changes.resumed,
    "reflected": lambda on: changes.reflected(
        Reflected(on=on, product="Grid", question="who", answer="Me", settled=False)
    ),
    "question-left": lambda on: changes.question_left(
        OwnQuestion(id="q1", item="getting-to-yes", text="Why?", left_on=on, next_on=on)
    ),
    "question-recalled": lambda on: changes.question_recalled(
        "q1", Recall(on=on, grade=Grade.GOOD), on + timedelta(days=3)
    ),
    "question-removed": lambda on: changes.question_removed(on, "q1"),
    "assessment-started": lambda on: changes.assessment_started(SKILLS, on),
    "assessment-skipped": lambda _: changes.assessment_skipped("security"),
    "assessment-finished": lambda _: changes.assessment_finished(),
    "rated": lambda on: changes.rated(
        Rating(skill="writing", level=5, rated_on=on, rater=DANA)
    ),
}
"""What a life may hold besides that changes nothing of what is compared here."""

Act = tuple[str, Any]

skills, items = st.sampled_from(SKILLS), st.sampled_from(ITEMS)
hours = st.integers(1, 12).map(lambda quarters: quarters / 4)
rating: st.SearchStrategy[Act] = st.tuples(
    st.just("rate"), st.tuples(skills, st.integers(0, 5), st.integers(0, 400))
)
work: st.SearchStrategy[Act] = st.tuples(
    st.just("work"), st.tuples(items, hours, st.integers(0, 40))
)
finish: st.SearchStrategy[Act] = st.tuples(st.just("finish"), items)
replan: st.SearchStrategy[Act] = st.tuples(st.just("plan"), st.integers(1, 5))
besides: st.SearchStrategy[Act] = st.tuples(
    st.just("besides"), st.lists(st.sampled_from(sorted(OTHERS)), min_size=1)
)
acts: st.SearchStrategy[Act] = st.one_of(
    rating,
    work,
    besides,
    finish,
    st.tuples(st.just("amend"), st.tuples(st.integers(0, 9), st.none() | hours)),
    st.tuples(st.just("withdraw-rating"), st.integers(0, 9)),
    replan,
    st.tuples(st.just("pause"), st.integers(1, 20)),
    st.tuples(st.just("wait"), st.integers(1, 30)),
    st.tuples(st.just("change the base"), st.none()),
    st.tuples(st.just("undo"), st.none()),
)


LEARNT_AND_LOST: list[Act] = [
    ("rate", ("negotiation", 1, 0)),
    ("finish", "getting-to-yes"),
    ("change the base", None),
    ("plan", 3),
]
"""A book is read and leaves the base: chance seldom has it in this order."""

TOLD_AGAIN: list[Act] = [
    *[("rate", ("negotiation", 0, 0))] * 4,
    ("besides", ["checked-in"]),
    ("besides", ["assessment-started", "checked-in"]),
    ("undo", None),
]
"""A second check-in of the day comes with something else, and is taken back."""


@dataclass
class Told:
    """What the person told, kept by the test as simply as can be."""

    hours: list[tuple[str, float]] = field(default_factory=list)
    done: dict[str, float] = field(default_factory=dict)
    """What was planned for each finished item when it was finished, in hours."""
    learnt: set[Step] = field(default_factory=set)
    practised: set[Step] = field(default_factory=set)
    """The steps for which finished items were, by the plan and the base of then."""
    ratings: list[tuple[str, int, date]] = field(default_factory=list)
    plans: list[date] = field(default_factory=list)
    """The days on which plans were adopted."""

    @property
    def hours_since_start(self) -> float:
        """Return what was told, and what was planned for things done with none told."""
        told = {item for item, _ in self.hours}
        untold = (each for item, each in self.done.items() if item not in told)
        return sum(each for _, each in self.hours) + sum(untold)

    def level(self, skill: str) -> int | None:
        """Return the level of the newest day, and of that the one told last."""
        own = [each for each in self.ratings if each[0] == skill]
        newest = max((day for _, _, day in own), default=None)
        return next((level for _, level, day in own[::-1] if day == newest), None)


def steps_of(item: PlannedItem | None) -> set[Step]:
    return {step for span in item.closes for step in span.steps} if item else set()


class Life:
    """A person who lives through days, and a test that remembers what they said."""

    def __init__(self, home: Path, cache: Path) -> None:
        self.home, self.cache = home, cache
        # The same one for all lives, so that it is compiled once.
        self.overlay = cache.with_name("hiding.yaml")
        if not self.overlay.exists():
            self.overlay.write_text(HIDING, "utf-8")
        self.today = MONDAY
        self.hides = False
        self.told = Told()
        self.before: list[tuple[Told, Profile]] = []
        """What was told before each command that holds, and the profile then."""

    def open(self) -> Workspace:
        return Workspace(
            data=self.home / "data",
            state=self.home / "state",
            cache=self.cache,
            find_base=lambda: None,
            find_overlay=lambda: self.overlay if self.hides else None,
            today=self.today,
            now=datetime.combine(self.today, time(12), UTC),
            host="desk",
            warn=lambda _: None,
        )

    def do(self, act: Act) -> None:
        name, what = act
        if name == "wait":
            self.today += timedelta(days=what)
        elif name == "change the base":
            self.hides = not self.hides
        elif name == "undo":
            self.undo()
        else:
            self.tell(name, what)

    def tell(self, name: str, what: Any) -> None:
        """Do something that is one command, if it is possible at all."""
        workspace = self.open()
        before = deepcopy(self.told), workspace.profile()
        ways: dict[str, Callable[[Workspace, Any], bool]] = {
            "rate": self.rate,
            "work": self.work,
            "finish": self.finish,
            "amend": self.amend,
            "withdraw-rating": self.withdraw_rating,
            "plan": self.plan,
            "pause": self.pause,
            "besides": self.besides,
        }
        if ways[name](workspace, what):
            self.before.append(before)
        workspace.close()

    def undo(self) -> None:
        if self.before:
            workspace = self.open()
            undo(workspace)
            self.told, profile = self.before.pop()
            assert workspace.profile() == profile
            workspace.close()

    def rate(self, workspace: Workspace, what: tuple[str, int, int]) -> bool:
        skill, level, back = what
        on = self.today - timedelta(days=back)
        record_ratings(workspace, [Rating(skill=skill, level=level, rated_on=on)])
        self.told.ratings.append((skill, level, on))
        return True

    def work(self, workspace: Workspace, what: tuple[str, float, int]) -> bool:
        item, spent, back = what
        if workspace.knowledge.item(item) is None:
            return False
        on = self.today - timedelta(days=back)
        check_in(workspace, CheckIn(hours={item: spent}, on=on))
        self.told.hours.append((item, spent))
        return True

    def finish(self, workspace: Workspace, item: str) -> bool:
        roadmap = workspace.profile().roadmap
        planned = roadmap.item(item) if roadmap else None
        entry = workspace.knowledge.item(item)
        known = planned or entry
        if known is None:
            return False
        check_in(workspace, CheckIn(done=(item,)))
        if item not in self.told.done:
            self.told.done[item] = known.hours
            is_practice = known.kind == PRACTICE
            through = self.told.practised if is_practice else self.told.learnt
            through |= steps_of(planned) | set(entry.steps if entry else ())
        return True

    def amend(self, workspace: Workspace, what: tuple[int, float | None]) -> bool:
        place, spent = what
        entries = list(self.entries(workspace, "entry of hours"))
        if not entries:
            return False
        place %= len(entries)
        amend(workspace, entries[place], spent)
        item, _ = self.told.hours.pop(place)
        if spent is not None:
            self.told.hours.insert(place, (item, spent))
        return True

    def withdraw_rating(self, workspace: Workspace, place: int) -> bool:
        entries = list(self.entries(workspace, "rating"))
        if not entries:
            return False
        place %= len(entries)
        amend(workspace, entries[place], None)
        del self.told.ratings[place]
        return True

    def entries(self, workspace: Workspace, kind: str) -> Iterator[str]:
        if workspace.events():
            try:
                shown = list_entries(workspace).entries
            except PillarplanError:  # everything was undone
                return
            # What Dana says of writing is nothing that this person could withdraw.
            yield from (
                each.id
                for each in shown
                if each.told == kind and not each.text.startswith("writing")
            )

    def plan(self, workspace: Workspace, week: int) -> bool:
        if not workspace.profile().own_ratings:
            return False
        proposal = propose(workspace, Wishes(desk=spread(week)))
        self.check_plan(proposal.roadmap.open_items())
        if not proposal.roadmap.items:
            return False
        adopt(workspace, proposal)
        self.told.plans.append(self.today)
        return True

    def check_plan(self, planned: Iterable[PlannedItem]) -> None:
        """No finished item is planned, and none that brings nothing new."""
        for item in planned:
            is_practice = item.kind == PRACTICE
            through = self.told.practised if is_practice else self.told.learnt
            assert item.id not in self.told.done
            assert not steps_of(item) <= through
            assert not steps_of(item) & self.told.practised & self.told.learnt

    def pause(self, workspace: Workspace, days: int) -> bool:
        pause(workspace, self.today + timedelta(days=days))
        return True

    def besides(self, workspace: Workspace, names: list[str]) -> bool:
        told = [OTHERS[name](self.today) for name in names]
        # The services leave out what is told again by the same key, so no life has it.
        known = workspace.profile().checkin_ids
        told = [each for each in told if each.data.get("key") not in known]
        if told:
            workspace.record(told)
        return bool(told)

    def check(self) -> None:
        """Compare what the record tells with what was told."""
        workspace = self.open()
        profile = workspace.profile()
        status = report_status(workspace)
        since = status.since_start
        assert since.hours == round(self.told.hours_since_start, 2)
        assert since.items_done == len(self.told.done)
        levels = {skill: own.level for skill, own in profile.own_ratings.items()}
        expected = {skill: self.told.level(skill) for skill in SKILLS}
        assert levels == {
            s: level for s, level in expected.items() if level is not None
        }
        self.check_pace(profile, status)
        workspace.close()

    def check_pace(self, profile: Profile, status: Status) -> None:
        """What was told of days before the first plan says nothing of the pace."""
        first = min(self.told.plans, default=None)
        assert profile.planned_since == first
        first = first or date.min
        since = replace(
            profile,
            spent=tuple(each for each in profile.spent if each.on >= first),
            checkins=tuple(day for day in profile.checkins if day >= first),
        )
        assert find_weeks(profile, self.today) == find_weeks(since, self.today)
        assert find_pace(profile, self.today) == find_pace(since, self.today)
        weeks = find_weeks(since, self.today)
        assert status.forecast == make_forecast(profile, weeks, self.today)


def test_a_life_may_hold_everything_that_can_be_told() -> None:
    acted_out = {"spent", "finished", "roadmap-adopted", "amended", "withdrawn"}

    assert OTHERS.keys() | acted_out | {"undone"} == KINDS.keys()
    assert all(OTHERS[name](MONDAY).type == name for name in OTHERS)


@settings(max_examples=40, deadline=None)
@example(LEARNT_AND_LOST)
@example(TOLD_AGAIN)
@given(st.lists(st.one_of(rating, work, finish, replan, acts), min_size=6, max_size=18))
def test_what_the_record_tells_is_what_was_told(
    shared_cache: Path, life: list[Act]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        person = Life(Path(home), shared_cache)
        for act in life:
            person.do(act)
            person.check()
        while person.before:
            person.undo()
        person.check()
