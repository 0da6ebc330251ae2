"""What people write after an option, turned into values."""

from datetime import date

import pytest

from pillarplan.cli.input.checkin import parse_grade, parse_question
from pillarplan.cli.input.parsing import parse_assignments, parse_drops
from pillarplan.domain.person.recall import Grade
from pillarplan.errors import UsageError

MONDAY = date(2026, 11, 23)


def test_a_drop_may_say_why() -> None:
    assert parse_drops(["a", "b=Too long", "c= a=b "], "--drop") == {
        "a": "",
        "b": "Too long",
        "c": "a=b",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a-book=Why?", ("a-book", "Why?", None)),
        ("a-book=Why x=2? | Since y|z", ("a-book", "Why x=2?", "Since y|z")),
    ],
)
def test_a_question_may_have_an_answer(
    text: str, told: tuple[str, str, str | None]
) -> None:
    assert parse_question(text, "--question") == told


def test_a_grade_is_a_word_or_a_number() -> None:
    stated = ["1", "2", "3", "4", "Forgot", "HARD", "good", "easy"]

    assert [parse_grade(text, "--grade") for text in stated] == [*Grade, *Grade]


def test_a_name_that_is_told_twice_is_refused_rather_than_forgotten() -> None:
    with pytest.raises(UsageError, match="pricing stands twice"):
        parse_assignments(["pricing=1", "pricing=2"], "--set")
    with pytest.raises(UsageError, match="a-book stands twice"):
        parse_drops(["a-book", "a-book=Too long"], "--drop")
