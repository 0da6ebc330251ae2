"""Hours as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.written_hours import hours_from


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        *(("2", 2), ("2.5", 2.5), (".5", 0.5), ("2h", 2), (" 2 H ", 2), ("2.", 2)),
        *(("1:30", 1.5), ("0:05", 5 / 60), ("1:30h", 1.5), ("90m", 1.5)),
        *(("90 min", 1.5), ("1h30", 1.5), ("1 h 30 m", 1.5), ("0", 0)),
    ],
)
def test_hours_may_be_written_in_several_ways(text: str, hours: float) -> None:
    assert hours_from(text) == pytest.approx(hours)


@pytest.mark.parametrize(
    "text",
    [
        *("1:-30", "1_0", "-0", "-1", "+1", "1e3", "nan", "inf", "1:60", "1:3", ""),
        *(".", "h", "m", "1:30m", "1,5", "two", "٣", "1:30:00", "1h90", "0x1"),
    ],
)
def test_what_is_no_number_of_hours_is_not_guessed(text: str) -> None:
    assert hours_from(text) is None


@given(st.text(max_size=12))
def test_hours_are_never_negative_nor_without_end(text: str) -> None:
    hours = hours_from(text)

    assert hours is None or 0 <= hours <= 10_000
