"""Days, weeks and breaks as people write them."""

import pytest

from pillarplan.cli.input.days import (
    parse_breaks,
    parse_week,
    parse_weekday,
)
from pillarplan.cli.input.week import parse_times
from pillarplan.errors import UsageError


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


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("mon-fri=1", (1, 1, 1, 1, 1, 0, 0)),
        ("mon - fri = 1", (1, 1, 1, 1, 1, 0, 0)),
        ("sat-sun=2,wed=0:30", (0, 0, 0.5, 0, 0, 2, 2)),
        ("fri-mon=1", (1, 0, 0, 0, 1, 1, 1)),
        ("Monday=1,tu=2,THURS=3", (1, 2, 0, 3, 0, 0, 0)),
        ("mon-mon=1", (1, 0, 0, 0, 0, 0, 0)),
    ],
)
def test_days_of_a_week_may_be_named_one_by_one_and_from_one_to_another(
    text: str, week: tuple[float, ...]
) -> None:
    assert parse_week(text, "--hours") == week


@pytest.mark.parametrize(
    "text",
    [
        *("monkey=2", "mond-day=1", "m=1", "=1", "mon-=1", "-fri=1", "mon-fri-sun=1"),
        *("weekday=1", "mon=1,mon=2", "mon-wed=1,tue=2", "mon/fri=1", "mon..fri=1"),
    ],
)
def test_what_names_no_day_or_names_one_twice_is_refused(text: str) -> None:
    for parse in (parse_week, parse_times):
        with pytest.raises(UsageError):
            parse(text.replace("=1", "=1:00").replace("=2", "=2:00"), "--hours")


@pytest.mark.parametrize("text", ["monkey", "mon-fri", "m", "", "2", "someday"])
def test_one_weekday_is_one_weekday(text: str) -> None:
    with pytest.raises(UsageError, match="no weekday"):
        parse_weekday(text, "--on")
