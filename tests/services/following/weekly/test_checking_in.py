"""A check-in records what it says as one command, or nothing at all."""

from datetime import timedelta

import pytest

from pillarplan.domain.person.checkin import CheckIn, Drop, NewQuestion
from pillarplan.domain.person.recall import Grade
from pillarplan.domain.person.work import Ended, Evidence, Note, Spent
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.reports.next_action import Act
from pillarplan.errors import UsageError
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.safety.undoing import undo
from tests.worlds import MONDAY, On, after, planned

BOOK, FIRST, SECOND = (
    "getting-to-yes",
    "decline-a-feature-well",
    "negotiate-a-scope-cut",
)

NONSENSE = [
    (CheckIn(), "Tell what happened"),
    (CheckIn(nothing=True, on=after(8)), "from the future"),
    (CheckIn(hours={"getting-to-no": 1}), "getting-to-no"),
    (CheckIn(evidence={"negotation": "Said no"}), "negotation"),
    (CheckIn(done=(FIRST,), drop=(Drop(item=FIRST),)), "both done and dropped"),
    (CheckIn(rate={"negotiation": 2}), "rises from 1 to 2"),
    (CheckIn(questions=(NewQuestion(item=BOOK, question="Why?"),)), "--done"),
    (CheckIn(recall={"q123456": Grade.GOOD}), "no question 'q123456'"),
]


def test_all_that_was_told_is_in_the_record_and_one_undo_takes_it_back(on: On) -> None:
    planned(on(MONDAY))
    before = on(MONDAY).profile()
    sunday, monday = after(6), after(7)

    answer = check_in(
        on(monday),
        CheckIn(
            on=sunday,
            hours={BOOK: 2, SECOND: 0},
            done=(FIRST, FIRST),
            applied={FIRST: "Said no, and why"},
            drop=(Drop(item=SECOND, reason="Sales left"),),
            rate={"negotiation": 2},
            note="A good week",
            pause_until=after(14),
        ),
    )

    profile = on(monday).profile()
    assert profile.spent == (
        Spent(on=sunday, item=BOOK, hours=2),
        Spent(on=sunday, item=FIRST, hours=2, assumed=True),
    )
    assert [(each.on, each.item) for each in profile.done] == [(sunday, FIRST)]
    assert profile.dropped == (Ended(on=sunday, item=SECOND, reason="Sales left"),)
    assert profile.evidence == (
        Evidence(on=sunday, skill="negotiation", text="Said no, and why"),
    )
    assert profile.own_ratings["negotiation"].level == 2
    assert profile.own_ratings["negotiation"].evidence == "Said no, and why"
    assert profile.notes == (Note(on=sunday, text="A good week"),)
    assert profile.checkins == (sunday,)
    assert [(each.first, each.last) for each in profile.pauses] == [(monday, after(14))]
    assert (answer.done, answer.dropped) == ((FIRST,), (SECOND,))
    assert (answer.evidence, answer.untold) == (("negotiation",), ())
    assert answer.next.act is Act.REST

    undo(on(monday))
    assert on(monday).profile() == before


@pytest.mark.parametrize(("report", "told"), NONSENSE)
def test_what_does_not_fit_is_refused_and_nothing_is_recorded(
    on: On, report: CheckIn, told: str
) -> None:
    planned(on(MONDAY))
    before = on(MONDAY).journal.read().events

    with pytest.raises(UsageError, match=told):
        check_in(on(after(7)), report)

    assert on(MONDAY).journal.read().events == before


def test_a_level_rises_with_a_line_and_falls_without(on: On) -> None:
    planned(on(MONDAY))
    shown = CheckIn(rate={"negotiation": 3}, evidence={"negotiation": "Cut scope"})

    risen = check_in(on(after(7)), shown)
    fallen = check_in(on(after(8)), CheckIn(rate={"negotiation": 2}))

    assert risen.remarks == (
        "Negotiation is now at level 3, with evidence. Well done.",
    )
    assert fallen.remarks == ()
    assert on(after(8)).profile().own_ratings["negotiation"].level == 2


def test_evidence_since_the_last_rating_carries_a_level(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(7)), CheckIn(evidence={"negotiation": "Cut scope"}))

    check_in(on(after(8)), CheckIn(rate={"negotiation": 2}))
    with pytest.raises(UsageError, match="rises from 2 to 3"):
        check_in(on(after(9)), CheckIn(rate={"negotiation": 3}))


def test_the_same_name_again_changes_nothing_even_where_it_no_longer_fits(
    on: On,
) -> None:
    planned(on(MONDAY))
    report = CheckIn(
        id="2026-w48",
        done=(FIRST,),
        rate={"negotiation": 2},
        evidence={"negotiation": "Said no"},
    )
    first = check_in(on(after(7)), report)
    check_in(on(after(8)), CheckIn(rate={"negotiation": 1}))
    before = on(after(8)).profile()

    again = check_in(on(after(9)), report)

    assert (first.recorded, again.recorded) == (True, False)
    assert (first.untold, again.untold) == ((FIRST,), ())
    assert on(after(9)).profile() == before


def test_what_is_finished_or_dropped_counts_once(on: On) -> None:
    planned(on(MONDAY))
    report = CheckIn(done=(FIRST,), drop=(Drop(item=SECOND),))
    check_in(on(after(7)), report)

    again = check_in(on(after(8)), report)

    assert again.remarks[0] == f"{FIRST} was finished before; it counts once."
    assert [each.item for each in on(after(8)).profile().done] == [FIRST]
    assert [each.item for each in on(after(8)).profile().dropped] == [SECOND]


def test_nothing_is_worth_telling_and_keeps_the_rhythm(on: On) -> None:
    planned(on(MONDAY))

    answer = check_in(on(after(7)), CheckIn(nothing=True))

    assert answer.remarks == ("Nothing this time, and that is fine.",)
    assert on(after(7)).profile().checkins == (after(7),)


@pytest.mark.parametrize(("weeks", "is_far"), [(1, False), (8, True)])
def test_a_plan_that_is_far_behind_says_by_how_much(
    on: On, weeks: int, is_far: bool
) -> None:
    planned(on(MONDAY))

    answer = check_in(on(MONDAY + timedelta(weeks=weeks)), CheckIn(nothing=True))

    assert (answer.hours_behind > 0) is is_far
    assert answer.hours_behind <= 3 * weeks


def test_a_pause_begins_today_and_ends_when_it_was_told_to(on: On) -> None:
    planned(on(MONDAY))

    answer = check_in(on(after(7)), CheckIn(pause_until=after(21)))

    assert answer.paused_until == after(21)
    (pause,) = on(after(7)).profile().pauses
    assert isinstance(pause, Break)
    assert (pause.first, pause.last, pause.factor) == (after(7), after(21), 0)
