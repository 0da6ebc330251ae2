"""Questions to one's future self: once each, and about what is finished."""

import pytest

from pillarplan.domain.person.checkin import CheckIn, NewQuestion
from pillarplan.domain.person.recall import Grade, question_id
from pillarplan.errors import UsageError
from pillarplan.services.following.recalling import list_questions, record_questions
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, planned

BOOK, PRACTICE = "getting-to-yes", "decline-a-feature-well"
WHY = NewQuestion(item=BOOK, question="Why positions?", answer="Interests count")
WHY_ID = question_id(BOOK, "Why positions?")


@pytest.fixture
def reader(on: On) -> Workspace:
    """Somebody who finished the book of their plan."""
    planned(on(MONDAY))
    check_in(on(MONDAY), CheckIn(done=(BOOK,)))
    return on(MONDAY)


def test_a_question_comes_back_on_the_day_that_was_told(
    reader: Workspace, on: On
) -> None:
    (left,) = record_questions(reader, [WHY]).questions

    assert (left.id, left.text, left.answer) == (
        WHY_ID,
        "Why positions?",
        "Interests count",
    )
    assert left.next_on > MONDAY
    days = (left.next_on - MONDAY).days
    assert list_questions(on(after(days - 1))).due == ()
    assert list_questions(on(after(days))).due == (WHY_ID,)


def test_the_better_the_answer_came_to_mind_the_later_it_comes_back(
    reader: Workspace, on: On
) -> None:
    asked = [NewQuestion(item=BOOK, question=grade.value) for grade in Grade][:3]
    record_questions(reader, asked)
    grades = dict(
        zip((question_id(BOOK, q.question) for q in asked), Grade, strict=False)
    )

    told = record_questions(on(after(10)), recall=grades)

    days = {each.id: each.next_on for each in told.questions}
    in_order = [days[name] for name in grades]
    assert in_order == sorted(in_order)
    assert in_order[0] < in_order[-1]
    assert told.due == ()


def test_what_was_said_before_is_not_recorded_again(reader: Workspace, on: On) -> None:
    record_questions(reader, [WHY, WHY])
    record_questions(on(after(10)), recall={WHY_ID: Grade.GOOD})
    before = reader.journal.read().events

    record_questions(on(after(10)), [WHY], {WHY_ID: Grade.EASY})

    assert reader.journal.read().events == before


def test_a_question_that_is_taken_away_is_gone(reader: Workspace) -> None:
    record_questions(reader, [WHY])

    assert record_questions(reader, remove=[WHY_ID, WHY_ID]).questions == ()


def test_an_item_has_three_questions_at_most(reader: Workspace) -> None:
    three = [NewQuestion(item=BOOK, question=f"{number}?") for number in range(3)]
    record_questions(reader, three[:2])

    with pytest.raises(UsageError, match="3 questions at most"):
        record_questions(reader, [*three[1:], WHY])
    assert len(record_questions(reader, three).questions) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"left": [NewQuestion(item=PRACTICE, question="Why?")]}, "--done"),
        ({"left": [NewQuestion(item="no-such-book", question="?")]}, "no-such-book"),
        ({"recall": {"q000000": Grade.GOOD}}, "no question 'q000000'"),
        ({"remove": ["q000000"]}, "no question 'q000000'"),
    ],
)
def test_what_cannot_be_asked_is_refused_as_a_whole(
    reader: Workspace, arguments: dict[str, object], told: str
) -> None:
    before = reader.journal.read().events

    with pytest.raises(UsageError, match=told):
        record_questions(reader, **({"left": [WHY]} | arguments))  # type: ignore[arg-type]

    assert reader.journal.read().events == before
