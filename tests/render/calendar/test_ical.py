"""The calendar, read back by the programs that people keep calendars in."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from pillarplan.domain.plan.adoption import Adoption
from pillarplan.domain.reports.almanac import Almanac
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.calendar.ical import calendar, components, files, is_ours
from tests.program import CheckGolden
from tests.render.packets import (
    HOSTILE,
    MADE_ON,
    RECORD,
    almanac,
    hostile,
    ordinary,
)
from tests.tools import call, find

CLIENTS = Path(__file__).parents[2] / "clients"

EVENTS: Mapping[str, Any] = {"todos": False, "remind_at": None}
EVERYTHING: Mapping[str, Any] = {"todos": True, "remind_at": time(8, 30)}

ALLOWED = {
    "VCALENDAR": {"VERSION", "PRODID", "NAME", "X-WR-CALNAME"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
    "VEVENT": {
        *("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL"),
        *("DTSTART", "DTEND", "RRULE", "TRANSP", "STATUS", "X-PILLARPLAN-RECORD"),
    },
    "VTODO": {
        *("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL"),
        *("DTSTART", "DUE", "STATUS", "COMPLETED", "X-PILLARPLAN-RECORD"),
    },
}
"""All properties that we write; one more came out of somebody's text."""


def parse(text: str) -> Any:
    """Return a calendar; what its properties may be is too wide a type to be of use."""
    return Calendar.from_ical(text)


def parts(told: Almanac) -> list[Any]:
    """Return all components; what their properties may be is too wide a type, too."""
    return list(components(told, **EVERYTHING))


def known(packet: Packet) -> dict[str, Any]:
    return {str(each.uid): each for each in parts(almanac(packet))}


def summaries(calendar: Any, kind: str) -> list[str]:
    return [str(each["SUMMARY"]) for each in calendar.walk(kind)]


def expected_sessions(texts: tuple[str, ...]) -> list[str]:
    return [f"{one_line(text)} (1 h)" for text in texts]


def test_the_calendar_is_as_it_was(check_golden: CheckGolden) -> None:
    check_golden("exports/roadmap.ics", calendar(almanac(ordinary()), **EVERYTHING))


def test_without_wishes_there_are_only_events_and_no_alarms() -> None:
    read = parse(calendar(almanac(ordinary()), **EVENTS))

    assert {each.name for each in read.walk()} == {"VCALENDAR", "VEVENT"}


def test_no_session_comes_after_the_day_on_which_its_item_ended() -> None:
    read = parse(calendar(almanac(ordinary()), **EVENTS))

    def told(status: str | None) -> list[tuple[date, str]]:
        return [
            (each.start, str(each["SUMMARY"]))
            for each in read.walk("VEVENT")
            if each.get("STATUS") == status
        ]

    assert told("CANCELLED") == [
        (date(2026, 11, 26), "Getting to Yes: Negotiating (0.5 h)")
    ]
    assert told(None) == [
        (date(2026, 11, 23), "Getting to Yes: Negotiating (0.5 h)"),
        (date(2026, 11, 25), "A talk, heard on the way (1 h)"),
        (date(2026, 11, 26), "Say no to Sales (1 h)"),
        (date(2026, 12, 1), "Negotiate a scope cut (1.5 h)"),
        (date(2026, 12, 8), "Negotiate a scope cut (1 h)"),
        (date(2027, 1, 22), "Rate Negotiation again"),
        (date(2026, 11, 30), "Check in"),
    ]


@pytest.mark.parametrize(("days", "first"), [(3, 3), (7, 7), (8, 7), (60, 7)])
def test_a_plan_shorter_than_a_week_ends_with_its_first_checkin(
    days: int, first: int
) -> None:
    short = ordinary()
    until = MADE_ON + timedelta(days=days)
    short = replace(short, roadmap=replace(short.roadmap, until=until))

    read = parse(calendar(almanac(short), **EVENTS))
    (checkin,) = (e for e in read.walk("VEVENT") if e["SUMMARY"] == "Check in")

    assert checkin["DTSTART"].dt == MADE_ON + timedelta(days=first)
    assert checkin["RRULE"]["UNTIL"] == [until]


def test_every_uid_is_a_uuid_of_its_own() -> None:
    uids = [str(each.uid) for each in components(almanac(hostile()), **EVERYTHING)]

    assert len(set(uids)) == len(uids)
    assert {UUID(uid).version for uid in uids} == {5}


def test_a_later_plan_keeps_the_uids_and_raises_the_sequence() -> None:
    packet = ordinary()
    later = replace(
        packet,
        roadmap=replace(
            packet.roadmap,
            sessions=tuple(
                replace(each, on=each.on + timedelta(days=7))
                for each in packet.roadmap.sessions[2:]
            ),
        ),
    )

    def by_uid(told: Almanac) -> dict[str, Any]:
        return {str(each.uid): each for each in parts(told)}

    before = by_uid(almanac(packet))
    adopted = Adoption(roadmap=packet.roadmap)
    after = by_uid(almanac(later, (adopted,), number=2))

    assert set(after) == set(before)
    assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in after)
    gone = [each for each in after.values() if each.get("STATUS") == "CANCELLED"]
    assert [str(each["SUMMARY"]) for each in gone if each.name == "VEVENT"] == [
        "A talk, heard on the way (1 h)",
        *["Getting to Yes: Negotiating (0.5 h)"] * 2,
    ]


def test_every_sequence_is_above_what_older_versions_sent() -> None:
    """They sent the ordinal of the day on which the plan was made."""
    for each in parts(almanac(ordinary(), number=0)):
        assert each["SEQUENCE"] > date(2700, 1, 1).toordinal()
        assert each["SEQUENCE"] < 2**31 - 1
        assert datetime.combine(MADE_ON, time(9, 30), UTC) == each.DTSTAMP


def test_hostile_texts_add_no_property_and_come_back_as_they_were() -> None:
    read = parse(calendar(almanac(hostile()), **EVERYTHING))

    assert [each for each in read.walk() if each.errors] == []
    assert [(each.name, set(each) - ALLOWED[each.name]) for each in read.walk()] == [
        (each.name, set()) for each in read.walk()
    ]
    sessions = summaries(read, "VEVENT")[: len(HOSTILE)]
    assert sessions == expected_sessions(HOSTILE)
    kinds = ["book", "practice"] * len(HOSTILE)
    assert summaries(read, "VTODO")[: len(HOSTILE)] == [
        f"{one_line(text)} ({kind}, 1 h)"
        for text, kind in zip(HOSTILE, kinds, strict=False)
    ]
    assert read.calendar_name == f"Roadmap to {one_line(HOSTILE[0])}"


@given(text=st.text(max_size=200))
def test_any_text_comes_back_on_lines_of_at_most_75_octets(text: str) -> None:
    written = calendar(almanac(hostile((text,))), **EVERYTHING)

    lines = written.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    session = parse(written).walk("VEVENT")[0]
    assert session["SUMMARY"] == f"{one_line(text)} (1 h)"


def test_the_same_plan_has_the_same_bytes() -> None:
    assert calendar(almanac(hostile()), **EVERYTHING) == calendar(
        almanac(hostile()), **EVERYTHING
    )


def test_a_file_is_ours_while_no_other_program_has_changed_it() -> None:
    told = almanac(ordinary())
    (name, text), *_ = files(told, **EVERYTHING).items()
    content, uid = text.encode(), name.removesuffix(".ics")
    whole = calendar(told, **EVERYTHING).encode()

    assert is_ours(name, content, told, ())
    assert not is_ours("copy.ics", content, told, ())
    assert not is_ours(name, content.replace(b"//pillarplan", b"//khal"), told, ())
    assert not is_ours("roadmap.ics", whole, told, ())
    theirs = content.replace(RECORD.encode(), b"fedcba9876543210")
    assert not is_ours(name, theirs, told, {uid})


def test_a_file_that_does_not_say_whose_it_is_is_known_by_its_name() -> None:
    told = almanac(ordinary())
    (name, text), *_ = files(told, **EVENTS).items()
    owner = f"X-PILLARPLAN-RECORD:{RECORD}\r\n"
    content = text.replace(owner, "").encode()

    assert is_ours(name, content, told, {name.removesuffix(".ics")})
    assert not is_ours(name, content, told, ())


# What real programs read


def test_ical_js_reads_what_icalendar_reads() -> None:
    node = find("node")
    script = CLIENTS / "calendar" / "read.cjs"
    written = calendar(almanac(hostile()), **EVERYTHING)
    if call(node, "-p", "try{require.resolve('ical.js')}catch{''}") == "\n":
        find("ical.js")

    read = json.loads(call(node, script, stdin=written))

    ours = list(known(hostile()).values())
    assert [each["name"] for each in read] == [each.name.lower() for each in ours]
    for each, component in zip(read, ours, strict=True):
        for name in ("SUMMARY", "DESCRIPTION", "UID", "URL"):
            assert each["properties"].get(name.lower()) == component.get(name), name
    *_, checkins = (each for each in read if each["name"] == "vevent")
    assert checkins["days"] == [
        f"{date(2026, 11, 30) + timedelta(weeks=week)}" for week in range(8)
    ]


@pytest.fixture
def khal(tmp_path: Path) -> list[str]:
    """A khal with two calendars: `mine` for imports, and the folder `shared`."""
    program = find("khal")
    for name in ("mine", "shared"):
        (tmp_path / name).mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[mine]]\npath = {tmp_path}/mine\n"
        f"[[shared]]\npath = {tmp_path}/shared\n"
        "[default]\ndefault_calendar = mine\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\nlocal_timezone = America/New_York\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    return [program, "-c", str(config)]


def listed(khal: list[str], name: str) -> list[str]:
    """Return what khal shows of a calendar: the day and the title of each event."""
    shown = call(
        *(*khal, "list", "-a", name, "--day-format", ""),
        *("--format", "{start-date} {title}", MADE_ON.isoformat(), "60d"),
        environment={"LC_ALL": "C.UTF-8", "COLUMNS": "1000"},
    )
    return sorted(line for line in shown.splitlines() if line)


def days_and_titles(texts: tuple[str, ...]) -> list[str]:
    sessions = [
        f"{MADE_ON + timedelta(days=place)} {title}"
        for place, title in enumerate(expected_sessions(texts))
    ]
    checkins = [f"{date(2026, 11, 30) + timedelta(weeks=n)} Check in" for n in range(8)]
    return sorted([*sessions, *checkins])


def test_khal_imports_every_event_once_even_if_asked_twice(
    khal: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "roadmap.ics"
    few = HOSTILE[:8]  # khal takes its time for each
    path.write_bytes(calendar(almanac(hostile(few)), **EVENTS).encode())

    for _ in range(2):
        call(*khal, "import", "--batch", "-a", "mine", path)

    shown = [line for line in listed(khal, "mine") if "Rate " not in line]
    assert [line.replace(" ⟳", "") for line in shown] == days_and_titles(few)


def test_khal_reads_the_files_of_a_folder_as_they_are(
    khal: list[str], tmp_path: Path
) -> None:
    for name, text in files(almanac(hostile()), **EVENTS).items():
        (tmp_path / "shared" / name).write_bytes(text.encode())

    shown = [line for line in listed(khal, "shared") if "Rate " not in line]
    assert [line.replace(" ⟳", "") for line in shown] == days_and_titles(HOSTILE)
