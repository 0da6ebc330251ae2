"""Sessions with a time of day: right in every time zone, and when clocks change."""

import os
import time as clock
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from pillarplan.domain.plan.availability import NO_HOURS, Availability
from pillarplan.domain.plan.roadmap import Session
from pillarplan.domain.reports.packet import Packet
from pillarplan.render.calendar.ical import calendar
from tests.render.packets import almanac, ordinary

BERLIN = "Europe/Berlin"

CHANGES = [
    (BERLIN, date(2027, 3, 28)),
    (BERLIN, date(2027, 10, 31)),
    ("America/Los_Angeles", date(2027, 3, 14)),
    ("America/Los_Angeles", date(2027, 11, 7)),
    ("Australia/Lord_Howe", date(2027, 4, 4)),
    ("Australia/Lord_Howe", date(2027, 10, 3)),
    ("Europe/Dublin", date(2027, 3, 28)),
]
"""Days on which clocks change, in both halves of the world, once by half an hour."""


@pytest.fixture(params=["UTC", "America/New_York", "Asia/Kathmandu"])
def elsewhere(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let the machine stand in another time zone."""
    if not hasattr(clock, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", request.param)
    clock.tzset()
    yield
    monkeypatch.setenv("TZ", before) if before else monkeypatch.delenv("TZ")
    clock.tzset()


def timed(zone: str, *starts: datetime, hours: float = 1.5) -> Packet:
    """A plan whose sessions begin at these times."""
    packet = ordinary()
    week = Availability(desk=NO_HOURS, time_zone=zone)
    return replace(
        packet,
        roadmap=replace(
            packet.roadmap,
            sessions=tuple(
                Session(on=each.date(), at=each.time(), item="scope", hours=hours)
                for each in starts
            ),
            limits=replace(packet.roadmap.limits, availability=week),
        ),
    )


def export(packet: Packet, remind_at: time | None = None) -> str:
    return calendar(almanac(packet), todos=False, remind_at=remind_at)


def sessions(text: str) -> list[Any]:
    read: Any = Calendar.from_ical(text)
    return [each for each in read.walk("VEVENT") if isinstance(each.start, datetime)]


def around(day: date) -> list[datetime]:
    """Half past seven on the days around a change of the clocks."""
    return [
        datetime.combine(day + timedelta(days=each), time(7, 30)) for each in (-1, 0, 1)
    ]


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_half_past_seven_stays_so_when_the_clocks_change(zone: str, day: date) -> None:
    found = sessions(export(timed(zone, *around(day))))

    assert [each.start.replace(tzinfo=None) for each in found] == around(day)
    assert {each["DTSTART"].params["TZID"] for each in found} == {zone}
    truth = [each.replace(tzinfo=ZoneInfo(zone)) for each in around(day)]
    assert [each.start.astimezone(UTC) for each in found] == [
        each.astimezone(UTC) for each in truth
    ]
    assert [each.DURATION for each in found] == [timedelta(hours=1.5)] * 3


def changes(zone: Any) -> list[tuple[datetime, timedelta]]:
    """Read a VTIMEZONE as RFC 5545 3.6.5 says: when it changes, and to what offset.

    A change is told in local time before it, hence with the offset from which it leads.
    """
    return sorted(
        ((start - part.TZOFFSETFROM).replace(tzinfo=UTC), part.TZOFFSETTO)
        for part in zone.subcomponents
        for start in (
            part.DTSTART,
            *(each.dt for each in getattr(part.get("RDATE"), "dts", ())),
        )
    )


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_the_zone_in_the_file_changes_when_the_clocks_do(zone: str, day: date) -> None:
    read: Any = Calendar.from_ical(export(timed(zone, *around(day))))

    (told,) = read.walk("VTIMEZONE")

    truth = ZoneInfo(zone)
    _, *found = changes(told)  # the first is where the file begins
    assert day in {when.astimezone(truth).date() for when, _ in found}
    for when, offset in found:
        before = when - timedelta(seconds=1)
        assert when.astimezone(truth).utcoffset() == offset
        assert before.astimezone(truth).utcoffset() != offset


def test_the_zone_of_the_machine_changes_nothing(elsewhere: None) -> None:
    text = export(timed(BERLIN, *around(date(2027, 3, 28))))

    assert [each.start.astimezone(UTC).time() for each in sessions(text)] == [
        time(6, 30),
        time(5, 30),
        time(5, 30),
    ]
    assert "DTSTART;TZID=Europe/Berlin:20270328T073000" in text


@pytest.mark.parametrize("zone", ["", "Middle/Earth", "Europe", "../passwd"])
def test_without_a_zone_that_is_known_the_time_is_that_of_wherever_one_is(
    elsewhere: None, zone: str
) -> None:
    text = export(timed(zone, datetime(2027, 3, 28, 7, 30)))

    assert "DTSTART:20270328T073000\r\nDURATION:PT1H30M" in text
    assert "VTIMEZONE" not in text


def test_timed_sessions_are_busy_and_all_other_events_are_not() -> None:
    text = export(timed(BERLIN, datetime(2027, 3, 1, 7, 30)))

    busy = {
        str(event["SUMMARY"]): str(event["TRANSP"])
        for event in Calendar.from_ical(text).walk("VEVENT")
    }
    assert busy == {
        "Negotiate a scope cut (1.5 h)": "OPAQUE",
        "Rate Negotiation again": "TRANSPARENT",
        "Check in": "TRANSPARENT",
    }


@pytest.mark.parametrize(
    ("remind_at", "before"), [(time(7), 30), (time(7, 30), 0), (time(8, 30), 0)]
)
def test_a_reminder_never_comes_after_the_start(remind_at: time, before: int) -> None:
    packet = timed(BERLIN, datetime(2027, 3, 1, 7, 30))

    (session,) = sessions(export(packet, remind_at))

    (alarm,) = session.walk("VALARM")
    trigger: timedelta = alarm.TRIGGER
    assert trigger == timedelta(minutes=-before)


def test_a_calendar_without_times_names_no_zone() -> None:
    assert "VTIMEZONE" not in export(ordinary())
