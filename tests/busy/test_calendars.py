"""Calendar files of all sorts, and when one is busy by them."""

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.busy.blocks import read_blocks
from pillarplan.busy.broken import BrokenError
from pillarplan.busy.cutting import Window, cut
from pillarplan.busy.expanding import expand
from pillarplan.busy.times import Interval, merge

CALENDARS = Path(__file__).parents[1] / "data" / "calendars"

FIRST, LAST = date(2026, 10, 1), date(2027, 4, 30)

OURS = frozenset({"our-own"})


def busy(content: bytes) -> list[Interval]:
    found = [
        interval
        for calendar in read_blocks(content)
        for interval in expand(
            cut(calendar, Window(FIRST, LAST), OURS), FIRST, LAST, lambda line: None
        )
    ]
    return merge(found)


def show(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}" + ("Z" if at.tzinfo else "")


def names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.ics"))


@pytest.mark.parametrize("name", names(CALENDARS))
def test_a_calendar_says_when_one_is_busy(name: str) -> None:
    found = busy((CALENDARS / f"{name}.ics").read_bytes())

    shown = [f"{show(each.begins)}/{show(each.ends)}" for each in found]
    assert shown == (CALENDARS / f"{name}.expect").read_text().split()


@pytest.mark.parametrize("name", names(CALENDARS / "broken"))
def test_a_broken_calendar_says_in_which_line(name: str) -> None:
    with pytest.raises(BrokenError) as caught:
        busy((CALENDARS / "broken" / f"{name}.ics").read_bytes())

    told = f"line {caught.value.line}: {caught.value.what}"
    assert told == (CALENDARS / "broken" / f"{name}.expect").read_text().strip()


@given(
    st.sampled_from(names(CALENDARS)),
    st.integers(0, 600),
    st.integers(0, 40),
    st.binary(max_size=12),
)
def test_whatever_becomes_of_a_file_is_read_or_told(
    name: str, start: int, length: int, instead: bytes
) -> None:
    whole = (CALENDARS / f"{name}.ics").read_bytes()
    damaged = whole[:start] + instead + whole[start + length :]

    with suppress(BrokenError):
        for calendar in read_blocks(damaged):
            kept = cut(calendar, Window(FIRST, LAST), OURS)
            assert kept.name == "VCALENDAR"
