"""Reading calendars in a process of its own, and what is remembered of them."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pillarplan.busy.cache import FILE, changed_files, remembered
from pillarplan.busy.finding import BrokenCalendarError
from pillarplan.busy.reading import busy_times, read_files
from pillarplan.busy.times import Interval
from tests.busy.test_calendars import CALENDARS

FIRST, LAST = date(2026, 11, 23), date(2026, 12, 31)

MEETING = Interval(
    datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)
)


def event(*lines: str) -> str:
    body = "\n".join(("BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\n{body}\nEND:VCALENDAR\n"


def write(folder: Path, text: str, name: str = "work.ics") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def complaint(path: Path, deadline: float = 60) -> str:
    with pytest.raises(BrokenCalendarError) as caught:
        read_files([path], FIRST, LAST, deadline=deadline)
    return str(caught.value).splitlines()[0]


def test_files_are_read_in_a_process_of_its_own() -> None:
    assert read_files([CALENDARS / "one-meeting.ics"], FIRST, LAST) == [MEETING]


def test_what_never_comes_true_is_told_and_not_waited_for(tmp_path: Path) -> None:
    never = write(
        tmp_path,
        event(
            "DTSTART:19700101T090000Z",
            "DTEND:19700101T093000Z",
            "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        ),
    )

    assert complaint(never) == (
        f"{never}, line 2: the event repeats in a way that has no end."
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="others do not limit addresses")
def test_what_takes_too_much_memory_is_told(tmp_path: Path) -> None:
    # A letter beyond most others makes all letters of a text take four bytes.
    large = write(tmp_path, "\N{GRINNING FACE}" + "A" * 95_000_000 + "\n A")

    assert complaint(large) == f"{large}, line 1: it takes too much memory to read."


def test_a_deadline_ends_the_process_where_nothing_else_does(tmp_path: Path) -> None:
    path = write(tmp_path, event("DTSTART:20261123T090000Z"))

    assert complaint(path, deadline=0.001) == (f"{path}: it takes too long to read.")


def test_what_no_library_expects_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, event("DTSTART:20261123T090000Z", "DURATION:P99999999D"))

    assert complaint(path) == (
        f"{path}, line 2: the event cannot be read "
        "(OverflowError: date value out of range)."
    )


def test_a_file_that_cannot_be_read_is_no_file_without_meetings(tmp_path: Path) -> None:
    assert complaint(tmp_path / "gone.ics") == (
        f"{tmp_path / 'gone.ics'}: No such file or directory."
    )


def look(folder: Path, cache: Path, first: date = FIRST) -> tuple[Interval, ...]:
    return busy_times([folder], first, LAST, cache, lambda: [])


def test_calendars_are_read_again_only_once_they_change(tmp_path: Path) -> None:
    folder, cache = tmp_path / "calendars", tmp_path / "cache"
    folder.mkdir()
    write(folder, (CALENDARS / "one-meeting.ics").read_text())

    assert look(folder, cache) == (MEETING,)
    kept = (cache / FILE).read_text()
    (cache / FILE).write_text(kept.replace("T09:00", "T09:30"))
    longer = Interval(MEETING.begins, MEETING.ends.replace(minute=30))
    assert look(folder, cache) == (longer,)
    assert look(folder, cache, date(2026, 11, 24)) == (longer,)
    assert look(folder, cache, date(2026, 11, 16)) == (MEETING,)

    (cache / FILE).write_text("{}")
    assert remembered(cache) is None
    assert look(folder, cache) == (MEETING,)


def test_titles_and_people_are_in_no_file_of_the_program(tmp_path: Path) -> None:
    folder, cache = tmp_path / "calendars", tmp_path / "cache"
    folder.mkdir()
    text = event("DTSTART:20261123T090000Z", "DURATION:PT1H", "SUMMARY:A secret")
    write(folder, text)

    look(folder, cache)

    kept = (cache / FILE).read_text()
    assert "secret" not in kept
    assert json.loads(kept)["busy"] == [
        ["2026-11-23T09:00:00+00:00", "2026-11-23T10:00:00+00:00"]
    ]
    assert (cache / FILE).stat().st_mode & 0o777 == 0o600


def test_files_that_changed_since_are_named(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    one = write(tmp_path, event("DTSTART:20261123T090000Z"), "one.ics")
    look(tmp_path, cache)
    before = remembered(cache)
    assert before is not None
    assert changed_files(before) == ()

    one.write_text(event("DTSTART:20261124T090000Z", "DURATION:PT1H"))
    two = write(tmp_path, event("DTSTART:20261125T090000Z"), "two.ics")
    assert changed_files(before) == (str(one), str(two))

    one.unlink()
    two.unlink()
    assert changed_files(before) == (str(one),)
