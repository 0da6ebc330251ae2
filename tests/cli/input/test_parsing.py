"""What people write after an option, turned into values."""

from datetime import date

import pytest

from pillarplan.cli.input.parsing import parse_breaks, parse_drops, parse_until
from pillarplan.cli.input.recall import parse_grade, parse_question
from pillarplan.domain.person.recall import Grade
from pillarplan.errors import UsageError

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2w", date(2026, 12, 7)),
        (" 10D ", date(2026, 12, 3)),
        ("0d", MONDAY),
        ("2027-01-03", date(2027, 1, 3)),
    ],
)
def test_a_day_to_come_is_a_date_or_weeks_or_days_from_today(
    text: str, day: date
) -> None:
    assert parse_until(text, MONDAY, "--until") == day


@pytest.mark.parametrize("text", ["2m", "w", "-1d", "soon", "1000000w"])
def test_no_other_spelling_of_a_day_is_guessed(text: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        parse_until(text, MONDAY, "--until")


@pytest.mark.parametrize(
    ("text", "share"),
    [("25%", 0.25), ("25", 0.25), ("0.25", 0.25), ("1", 1.0), ("1%", 0.01), ("0", 0.0)],
)
def test_what_is_left_of_a_lighter_day_is_a_share_or_per_cent(
    text: str, share: float
) -> None:
    (lighter,) = parse_breaks(f"2026-12-20..2026-12-24={text}", "--breaks")

    assert lighter.factor == share


@pytest.mark.parametrize("text", ["101%", "101", "-1%", "half"])
def test_nothing_else_is_a_share(text: str) -> None:
    with pytest.raises(UsageError, match="--breaks"):
        parse_breaks(f"2026-12-20..2026-12-24={text}", "--breaks")


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
