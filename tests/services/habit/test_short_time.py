"""What fits into minutes: what waits for an answer, then what can be left half-way."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.habit.short_time import ShortKind, ShortTime
from pillarplan.domain.person.checkin import CheckIn, NewQuestion
from pillarplan.domain.person.debrief import Account
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.habit.short_time import MOST_MINUTES, find_short_tasks
from tests.laws import examples
from tests.worlds import MONDAY, On, after, planned

BOOK, PRACTICE = "getting-to-yes", "decline-a-feature-well"


def told(found: ShortTime) -> list[tuple[ShortKind, str | None, int]]:
    return [(each.sort, each.item, each.minutes) for each in found.tasks]


def kinds(on: On, day: int) -> set[ShortKind]:
    return {each.sort for each in find_short_tasks(on(after(day)), 9).tasks}


def test_the_book_in_hand_can_be_begun(on: On) -> None:
    planned(on(MONDAY))

    found = find_short_tasks(on(MONDAY), 20)

    assert told(found) == [(ShortKind.PART, BOOK, 20)]
    assert found.tasks[0].command == "pillarplan log 1 20m"


def test_what_is_nearly_done_can_be_finished(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(MONDAY), CheckIn(hours={BOOK: 7.75}))

    assert told(find_short_tasks(on(MONDAY), 20)) == [(ShortKind.FINISH, BOOK, 15)]


def test_a_practice_that_is_done_waits_for_its_debrief_until_there_is_one(
    on: On,
) -> None:
    planned(on(MONDAY))
    check_in(on(MONDAY), CheckIn(done=(PRACTICE,)))

    assert told(find_short_tasks(on(after(3)), 5))[0] == (
        ShortKind.DEBRIEF,
        PRACTICE,
        5,
    )
    assert ShortKind.DEBRIEF not in kinds(on, 40)
    check_in(on(after(3)), CheckIn(debrief={PRACTICE: Account(happened="We agreed")}))
    assert ShortKind.DEBRIEF not in kinds(on, 3)


def test_what_is_learnt_waits_for_a_question_and_then_for_its_answer(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(MONDAY), CheckIn(done=(BOOK,)))

    assert (ShortKind.QUESTION, BOOK, 3) in told(find_short_tasks(on(MONDAY), 3))

    left = NewQuestion(item=BOOK, question="Why?")
    check_in(on(MONDAY), CheckIn(questions=(left,)))
    (question,) = on(MONDAY).profile().questions
    assert told(find_short_tasks(on(question.next_on), 2)) == [
        (ShortKind.RECALL, None, 2)
    ]


def test_without_a_plan_or_without_time_there_is_an_answer_all_the_same(on: On) -> None:
    with pytest.raises(NothingYetError, match="pillarplan plan"):
        find_short_tasks(on(MONDAY), 10)
    for minutes in (0, -5, MOST_MINUTES + 1):
        with pytest.raises(UsageError, match="--minutes"):
            find_short_tasks(on(MONDAY), minutes)


@settings(
    max_examples=examples(40),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(minutes=st.integers(1, MOST_MINUTES))
def test_all_that_is_offered_fits(one_plan: On, minutes: int) -> None:
    found = find_short_tasks(one_plan(MONDAY), minutes)

    assert all(0 < each.minutes <= minutes for each in found.tasks)
    assert sum(each.sort is ShortKind.PART for each in found.tasks) <= 1


@pytest.fixture
def one_plan(on: On) -> On:
    """A record with a plan; it is only read."""
    planned(on(MONDAY))
    return on
