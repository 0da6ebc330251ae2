"""Moments count on the days of what they are for, while it is open, and on no other."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.errors import UsageError
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.habit.cues import cues_on, practice_to_ask, set_cues
from pillarplan.services.looking_back.entries import list_entries
from pillarplan.services.safety.undoing import undo
from tests.laws import examples
from tests.worlds import MONDAY, On, after, planned

FIRST, SECOND = "decline-a-feature-well", "negotiate-a-scope-cut"
CALL = Cue(when="after the Thursday call", obstacle="a launch week")
LUNCH = Cue(when="before lunch")


def days_of(roadmap: Roadmap, item: str) -> set[date]:
    return {each.on for each in roadmap.sessions if each.item == item}


def shown(profile: Profile, item: str) -> dict[date, Cue]:
    """Return the cue of an item by the day on which it is shown."""
    return {
        day: due.cue
        for day in map(after, range(200))
        for due in cues_on(profile, day)
        if due.item == item
    }


def test_a_moment_is_shown_on_the_days_of_its_item_and_on_no_other(on: On) -> None:
    roadmap = planned(on(MONDAY))

    kept = set_cues(on(MONDAY), {FIRST: CALL})

    assert kept.cues == {FIRST: CALL}
    days = days_of(roadmap, FIRST)
    assert shown(on(MONDAY).profile(), FIRST) == dict.fromkeys(days, CALL)
    assert [each.cue for each in whats_next(on(min(days))).cues] == [CALL]
    assert not shown(on(MONDAY).profile(), SECOND)


def test_a_changed_moment_and_that_of_something_finished_are_not_shown_again(
    on: On,
) -> None:
    roadmap = planned(on(MONDAY))
    set_cues(on(MONDAY), {FIRST: CALL, SECOND: CALL})
    set_cues(on(MONDAY), {FIRST: LUNCH})
    check_in(on(MONDAY), CheckIn(drop=(Drop(item=SECOND),)))

    assert shown(on(MONDAY).profile(), FIRST) == dict.fromkeys(
        days_of(roadmap, FIRST), LUNCH
    )
    assert not shown(on(MONDAY).profile(), SECOND)

    check_in(on(MONDAY), CheckIn(done=(FIRST,)))
    assert not shown(on(MONDAY).profile(), FIRST)


def test_a_moment_can_be_taken_back_and_undone(on: On) -> None:
    planned(on(MONDAY))
    set_cues(on(MONDAY), {FIRST: CALL})

    assert not set_cues(on(after(1)), {FIRST: None}).cues
    undo(on(after(1)))
    assert on(after(1)).profile().cues == {FIRST: CALL}
    undo(on(after(1)))
    assert not on(after(1)).profile().cues


def test_what_was_taken_back_can_be_read_among_the_entries(on: On) -> None:
    planned(on(MONDAY))

    set_cues(on(MONDAY), {FIRST: CALL})
    set_cues(on(MONDAY), {FIRST: None})

    told = [
        each.text for each in list_entries(on(MONDAY)).entries if each.told == "moment"
    ]
    assert told == [f"{FIRST}: after the Thursday call", f"{FIRST}: n/a"]


def test_the_first_practice_is_asked_about_once(on: On) -> None:
    roadmap = planned(on(MONDAY))
    profile = on(MONDAY).profile()

    asked = practice_to_ask(profile, roadmap.items)

    assert asked is not None
    assert asked.id == FIRST
    assert practice_to_ask(replace(profile, cues={FIRST: CALL}), roadmap.items) is None
    set_cues(on(MONDAY), {FIRST: None})
    assert practice_to_ask(on(MONDAY).profile(), roadmap.items) is None
    check_in(on(MONDAY), CheckIn(done=(FIRST,)))
    current = on(MONDAY).profile().current_roadmap
    assert current is not None
    following = practice_to_ask(on(MONDAY).profile(), current.items)
    assert following is not None
    assert following.id == SECOND


def test_a_check_in_may_say_a_moment_of_what_stays_open(on: On) -> None:
    planned(on(MONDAY))

    check_in(on(MONDAY), CheckIn(done=(FIRST,), when={SECOND: LUNCH}))

    assert on(MONDAY).profile().cues == {SECOND: LUNCH}


@pytest.mark.parametrize(
    ("report", "message"),
    [
        (CheckIn(done=(FIRST,), when={FIRST: LUNCH}), "is over"),
        (CheckIn(drop=(Drop(item=FIRST),), when={FIRST: LUNCH}), "is over"),
        (CheckIn(when={"owasp-top-10": LUNCH}), "nothing that your plan has open"),
        (CheckIn(when={FIRST: Cue(when="x" * 3000)}), "Nothing was recorded"),
    ],
)
def test_no_moment_is_kept_for_what_is_not_to_be_done(
    on: On, report: CheckIn, message: str
) -> None:
    planned(on(MONDAY))
    before = on(MONDAY).events()

    with pytest.raises(UsageError, match=message):
        check_in(on(MONDAY), report)
    if not report.done and not report.drop:
        with pytest.raises(UsageError, match=message):
            set_cues(on(MONDAY), report.when)

    assert on(MONDAY).events() == before


@settings(
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=st.integers(1, 40), length=st.integers(0, 60))
def test_a_pause_takes_a_moment_along(
    planned_once: Profile, first: int, length: int
) -> None:
    pause = Break(
        first=after(first), last=after(first + length), source=BreakSource.PAUSE
    )
    profile = replace(planned_once, cues={FIRST: CALL}, pauses=(pause,))
    assert profile.roadmap is not None

    moved = days_of(around_pauses(profile.roadmap, profile), FIRST)

    assert shown(profile, FIRST).keys() == moved
    assert not any(map(pause.covers, moved))


@pytest.fixture
def planned_once(on: On) -> Profile:
    """The record of somebody with a plan; it is only read."""
    planned(on(MONDAY))
    return on(MONDAY).profile()
