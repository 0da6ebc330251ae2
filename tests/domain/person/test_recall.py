"""When a question to one's future self is due, and how it is known."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.recall import (
    Grade,
    OwnQuestion,
    Recall,
    due_questions,
    question_id,
)

MONDAY = date(2026, 11, 23)
DAYS = st.integers(0, 60).map(lambda number: MONDAY + timedelta(days=number))


def question(name: str = "q1", next_on: date = MONDAY) -> OwnQuestion:
    return OwnQuestion(
        id=name, item="a-book", text="Why?", left_on=date(2026, 11, 1), next_on=next_on
    )


def test_a_question_has_the_same_id_wherever_it_is_left() -> None:
    one, other = question_id("a-book", "Why?"), question_id("a-book", "Why not?")

    assert (one, other) == ("qa9c5d1", "q2a006b")


@given(next_on=DAYS, today=DAYS, last=DAYS)
def test_no_question_is_due_two_times_on_a_day(
    next_on: date, today: date, last: date
) -> None:
    recall = Recall(on=last, grade=Grade.FORGOT)
    asked = question().recalled(recall, next_on)

    assert asked.is_due(today) == (next_on <= today and last < today)


def test_what_has_waited_longest_is_asked_first() -> None:
    days = {"q1": 3, "q2": 1, "q3": 40, "q4": 2}
    questions = [
        question(name, MONDAY + timedelta(days=after)) for name, after in days.items()
    ]

    due = due_questions(questions, MONDAY + timedelta(days=7))

    assert [each.id for each in due] == ["q2", "q4", "q1"]


def test_a_recall_is_kept_with_its_day() -> None:
    recall = Recall(on=MONDAY, grade=Grade.GOOD)

    asked = question().recalled(recall, date(2026, 12, 14))

    assert asked == replace(question(), recalls=(recall,), next_on=date(2026, 12, 14))
    assert asked.last_on == MONDAY
