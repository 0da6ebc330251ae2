"""Days as people write them; what may be two days is never guessed."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.cli.input.written_days import read_day
from pillarplan.domain.text import WEEKDAYS, on_day
from pillarplan.errors import UsageError

THURSDAY = date(2026, 11, 26)

ANY_DAY = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-06-30", date(2027, 6, 30)),
        (" 2027-06-30 ", date(2027, 6, 30)),
        ("today", THURSDAY),
        ("Tomorrow", date(2026, 11, 27)),
        ("2w", date(2026, 12, 10)),
        (" 10D ", date(2026, 12, 6)),
        ("0d", THURSDAY),
        ("+3d", date(2026, 11, 29)),
        ("in 2 weeks", date(2026, 12, 10)),
        ("a week", date(2026, 12, 3)),
        ("3 months", date(2027, 2, 26)),
        ("fri", date(2026, 11, 27)),
        ("thu", date(2026, 12, 3)),
        ("this Monday", date(2026, 11, 30)),
        ("31 May", date(2027, 5, 31)),
        ("31st of May", date(2027, 5, 31)),
        ("May 31", date(2027, 5, 31)),
        ("May 31st, 2027", date(2027, 5, 31)),
        ("Mon 31 May 2027", date(2027, 5, 31)),
        ("31. May", date(2027, 5, 31)),
        ("31.5.2027", date(2027, 5, 31)),
        ("31.05.", date(2027, 5, 31)),
        ("5.6.2027", date(2027, 6, 5)),
        ("31/5/2027", date(2027, 5, 31)),
        ("5/31/2027", date(2027, 5, 31)),
        ("5/5/2027", date(2027, 5, 5)),
        ("2027/5/6", date(2027, 5, 6)),
        ("end of February 2028", date(2028, 2, 29)),
        ("29 Feb", date(2028, 2, 29)),
        ("3/12/2026", date(2026, 12, 3)),  # the other reading is over
    ],
)
def test_a_day_to_come_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_day(text, THURSDAY, "--until") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday", date(2026, 11, 25)),
        ("thu", THURSDAY),
        ("fri", date(2026, 11, 20)),
        ("last thursday", date(2026, 11, 19)),
        ("2d", date(2026, 11, 24)),
        ("2 weeks ago", date(2026, 11, 12)),
        ("20 Nov", date(2026, 11, 20)),
        ("27 Nov", date(2025, 11, 27)),
        ("11/12/2026", date(2026, 11, 12)),  # the other reading is still to come
    ],
)
def test_what_was_done_was_done_on_a_day_before(text: str, day: date) -> None:
    assert read_day(text, THURSDAY, "--on", past=True) == day


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "5/6/2027",
            "may be 6 May 2027 or 5 Jun 2027. Write 2027-05-06 or 2027-06-05.",
        ),
        (
            "next fri",
            "may be 27 Nov 2026 or 4 Dec 2026. Write 2026-11-27 or 2026-12-04.",
        ),
        (
            "fri 31 May 2027",
            "31 May 2027 is a Monday. Write 2027-05-31 if you mean it.",
        ),
        ("soon", "Write it as 2026-11-26, 31 May, fri, tomorrow or 2w."),
    ],
)
def test_what_is_not_clear_is_answered_with_what_to_write(
    text: str, readings: str
) -> None:
    with pytest.raises(UsageError) as refused:
        read_day(text, THURSDAY, "--until")

    assert str(refused.value).startswith("--until: ")
    assert str(refused.value).endswith(readings)


@pytest.mark.parametrize(
    "text",
    [
        *("2m", "w", "-1d", "", "1000000w", "frodo", "may", "2027", "12", "30 Feb"),
        *("3pm", "31 May 10:00", "31 Mai", "32 May", "9" * 30, "31 May 99999", "٣"),
    ],
)
def test_no_other_spelling_is_guessed(text: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        read_day(text, THURSDAY, "--until")


@given(ANY_DAY, ANY_DAY, st.booleans())
def test_a_whole_date_is_the_same_on_any_day(
    day: date, today: date, past: bool
) -> None:
    written = [str(day), on_day(day), f"{day:%d.%m.%Y}", f"{day:%B %d, %Y}"]

    assert {read_day(each, today, "--on", past=past) for each in written} == {day}


@given(ANY_DAY, st.integers(0, 364))
def test_without_a_year_the_next_such_day_is_meant(today: date, days: int) -> None:
    day = today + timedelta(days=days)

    assert read_day(on_day(day, year=False), today, "--until") == day
    if 1 <= days <= 7:
        assert read_day(WEEKDAYS[day.weekday()], today, "--until") == day


@given(st.text(max_size=50), ANY_DAY)
def test_any_text_is_a_day_or_is_refused(text: str, today: date) -> None:
    with suppress(UsageError):
        assert isinstance(read_day(text, today, "--until"), date)
