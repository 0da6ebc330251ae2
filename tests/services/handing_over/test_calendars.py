"""Calendars that follow a plan: imported again and again, or kept in a folder."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from icalendar import Calendar

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.plan.adoption import Adoption, number_plans
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.kinds import plans
from pillarplan.services.following.pausing import (
    adopted_plan,
    pause,
    resume,
    say_overrun,
)
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.handing_over.almanac import find_revisions
from pillarplan.services.handing_over.calendars import export_ical, refresh_vdir
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, planned, rate

Held = dict[str, Any]
"""What a calendar program holds, by UID."""


def export(workspace: Workspace, *, todos: bool = False) -> str:
    return export_ical(workspace, todos=todos, remind_at=None).text


def read(text: str) -> Iterator[Any]:
    calendar: Any = Calendar.from_ical(text)
    return (each for each in calendar.walk() if each.name in ("VEVENT", "VTODO"))


def imported(held: Held, text: str) -> Held:
    """Import a calendar as RFC 5546 3.2.1 asks: a later SEQUENCE takes the place."""
    for each in read(text):
        before = held.get(str(each["UID"]))
        if before is None or each["SEQUENCE"] > before["SEQUENCE"]:
            held[str(each["UID"])] = each
    return held


def shown(held: Held) -> list[tuple[date, str]]:
    """What somebody sees of it: the days and titles of all that is not cancelled."""
    return sorted(
        (each["DTSTART"].dt, str(each["SUMMARY"]))
        for each in held.values()
        if each.get("STATUS") != "CANCELLED"
    )


def sessions(roadmap: Roadmap, first: date) -> list[tuple[date, str]]:
    titles = {item.id: item.title for item in roadmap.items}
    return sorted(
        (each.on, f"{titles[each.item]} ({each.hours:g} h)")
        for each in roadmap.sessions
        if each.on >= first
    )


def sessions_in(held: Held, first: date) -> list[tuple[date, str]]:
    return [
        (day, title)
        for day, title in shown(held)
        if day >= first and title.endswith(" h)")
    ]


def somebody(on: On, home: Path) -> On:
    """Open the record of somebody else."""
    return lambda day: replace(on(day), data=home / "data", state=home / "state")


# Planning again


def test_a_second_plan_of_a_day_changes_what_an_import_shows(on: On) -> None:
    planned(on(MONDAY))
    first = list(read(export(on(MONDAY), todos=True)))
    again = plan(on(MONDAY), desk=spread(1))

    second = {str(each["UID"]): each for each in read(export(on(MONDAY), todos=True))}

    for each in first:
        later = second[str(each["UID"])]
        assert later["SEQUENCE"] > each["SEQUENCE"]
    held = imported(imported({}, export(on(MONDAY))), export(on(MONDAY)))
    assert sessions_in(held, MONDAY) == sessions(again, MONDAY)


def test_the_stamp_is_when_the_plan_was_adopted(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(3)), CheckIn(note="A week"))

    for each in read(export(on(after(5)))):
        assert each["DTSTAMP"].dt == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_same_record_gives_the_same_bytes_on_any_day(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(1)), CheckIn(hours={"getting-to-yes": 1}))

    assert export(on(after(1))) == export(on(after(9)))


@pytest.mark.no_cover  # it runs what other tests count, over and over
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_weeks_of_planning_again_never_book_a_start_twice(on: On, seed: int) -> None:
    """Whatever is done or missed, and with how many hours the next plan is made."""
    draw = Random(seed)
    rate(on(MONDAY), negotiation=1, security=1, strategy=2)
    plan(on(MONDAY))
    held = imported({}, export(on(MONDAY)))
    for week in range(1, 9):
        today = after(7 * week + draw.randint(-2, 2))
        workspace = on(today)
        roadmap = adopted_plan(workspace.profile())
        assert roadmap is not None
        for item in list(roadmap.open_items())[:2]:
            hours = draw.choice((0, 0.5, 2))
            done = (item.id,) if hours and draw.random() < 0.5 else ()
            check_in(
                workspace, CheckIn(hours={item.id: hours}, done=done, nothing=True)
            )
        held = imported(held, export(workspace))
        if draw.random() < 0.2:
            pause(workspace, today + timedelta(days=draw.randint(0, 20)))
            held = imported(held, export(workspace))
        if draw.random() < 0.3:
            resume(workspace)
        if draw.random() < 0.8:
            plan(workspace, desk=spread(draw.randint(1, 4)))
        held = imported(held, export(workspace))

        now = adopted_plan(workspace.profile())
        assert now is not None
        ended = workspace.profile().finished
        left = replace(
            now, sessions=tuple(s for s in now.sessions if s.item not in ended)
        )
        first = max(today + timedelta(days=1), now.made_on)
        assert sessions_in(held, first) == sessions(left, first)


def test_a_session_that_was_held_stays_where_it_was(on: On) -> None:
    before = planned(on(MONDAY))
    first = before.sessions[0]
    held = imported({}, export(on(MONDAY)))
    evening = on(first.on)
    check_in(evening, CheckIn(hours={first.item: first.hours}))
    plan(evening, desk=spread(2), starts_on=first.on + timedelta(days=1))

    held = imported(held, export(evening))

    assert sessions(before, first.on)[0] in sessions_in(held, first.on)
    assert len([day for day, _ in sessions_in(held, first.on) if day == first.on]) == 1


def test_what_the_next_plan_has_no_more_is_sent_as_cancelled(on: On) -> None:
    old = planned(on(MONDAY))
    held = imported({}, export(on(MONDAY), todos=True))
    item = old.items[-1]
    check_in(on(after(1)), CheckIn(drop=(Drop(item=item.id),)))
    plan(on(after(1)))

    held = imported(held, export(on(after(1)), todos=True))

    assert not [title for _, title in shown(held) if item.title in title]
    gone = [each for each in held.values() if item.title in str(each["SUMMARY"])]
    assert {each.name for each in gone} == {"VEVENT", "VTODO"}


def test_what_is_cancelled_is_sent_until_its_time_is_over(on: On) -> None:
    old = planned(on(MONDAY))
    check_in(on(after(1)), CheckIn(drop=(Drop(item=old.items[-1].id),)))
    plan(on(after(1)))
    later = max(each.on for each in old.sessions) + timedelta(days=30)
    plan(on(later), until=later + timedelta(days=200))

    held = imported({}, export(on(later)))

    assert old.until > later or all(
        each.get("STATUS") != "CANCELLED" for each in held.values()
    )
    assert old.items[-1].title not in str(held)


def test_a_plan_that_was_undone_is_taken_out_of_the_calendar(on: On) -> None:
    first = planned(on(MONDAY))
    held = imported({}, export(on(MONDAY)))
    plan(on(after(1)), desk=spread(6))
    held = imported(held, export(on(after(1))))
    undo(on(after(1)))

    held = imported(held, export(on(after(1))))

    assert sessions_in(held, MONDAY) == sessions(first, MONDAY)


# Numbers


def adoption(made_on: int, *days: int, worked: tuple[str, ...] = ()) -> Adoption:
    made = after(made_on)
    roadmap: Any = type("Plan", (), {})()
    roadmap.made_on = made
    roadmap.sessions = tuple(Session(on=after(d), item="book", hours=1) for d in days)
    return Adoption(roadmap=roadmap, worked=frozenset(worked))


def numbers(*adoptions: Adoption) -> list[list[int]]:
    return [[each.number for each in plan.sessions] for plan in number_plans(adoptions)]


def test_sessions_are_numbered_on_from_what_is_over() -> None:
    assert numbers(adoption(0, 1, 3, 8), adoption(7, 8, 10, 12)) == [
        [1, 2, 3],
        [3, 4, 5],
    ]
    assert numbers(adoption(0, 1, 3), adoption(2, 2, 4), adoption(9, 9)) == [
        [1, 2],
        [2, 3],
        [4],
    ]


def test_a_session_of_today_is_over_once_it_was_worked_on() -> None:
    morning, evening = adoption(0, 1, 3), adoption(1, 1, 3)

    assert numbers(morning, evening) == [[1, 2], [1, 2]]
    assert numbers(morning, replace(evening, worked=frozenset({"book"}))) == [
        [1, 2],
        [2, 3],
    ]


def test_a_plan_that_was_undone_numbers_nothing() -> None:
    undone = replace(adoption(2, 4, 6), holds=False)

    assert numbers(adoption(0, 1, 3, 8), undone, adoption(7, 9)) == [
        [1, 2, 3],
        [2, 3],
        [3],
    ]


# A pause


def test_in_a_pause_there_are_no_sessions_and_no_checkins(on: On) -> None:
    planned(on(MONDAY))
    held = imported({}, export(on(MONDAY)))
    pause(on(after(2)), after(20))

    held = imported(held, export(on(after(2))))

    days = [day for day, _ in sessions_in(held, MONDAY)]
    assert not [day for day in days if after(2) <= day <= after(20)]
    (weekly,) = [each for each in held.values() if "RRULE" in each]
    assert {each.dt for each in weekly["EXDATE"].dts} == {after(7), after(14)}
    roadmap = adopted_plan(on(after(2)).profile())
    assert roadmap is not None
    assert sessions_in(held, MONDAY) == sessions(roadmap, MONDAY)


def test_the_roadmap_says_what_status_says(on: On) -> None:
    made = planned(on(MONDAY))
    pause(on(after(1)), after(28))

    moved = adopted_plan(on(after(1)).profile())
    status = report_status(on(after(1)))

    assert moved is not None
    assert status.forecast is not None
    last = max(item.ends_on for item in moved.items)
    assert last <= (status.forecast.whole.by_50 or last)
    assert last > max(item.ends_on for item in made.items)
    assert [each.hours for each in moved.sessions] == [
        each.hours for each in made.sessions
    ]
    (rerate,), (was,) = moved.rerate, made.rerate
    delay = moved.sessions[-1].on - made.sessions[-1].on
    assert rerate.on == was.on + delay


def test_who_comes_back_early_gets_the_days_back(on: On) -> None:
    made = planned(on(MONDAY))
    held = imported({}, export(on(MONDAY)))
    pause(on(after(1)), after(28))
    held = imported(held, export(on(after(1))))
    resume(on(after(1)))

    held = imported(held, export(on(after(1))))

    assert adopted_plan(on(after(1)).profile()) == made
    assert sessions_in(held, MONDAY) == sessions(made, MONDAY)


def test_a_pause_that_does_not_fit_is_told(on: On) -> None:
    made = planned(on(MONDAY))
    pause(on(after(1)), made.until)

    moved = adopted_plan(on(after(1)).profile())

    assert moved is not None
    told = say_overrun(moved)
    assert told is not None
    assert told.startswith("With your pause the work goes on until ")
    assert say_overrun(made) is None
    assert min(each.on for each in moved.sessions[1:]) > made.until


# Whose it is


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_people_share_a_folder(on: On, home: Path, tmp_path: Path) -> None:
    mine, theirs, folder = (
        on(MONDAY),
        somebody(on, home / "b")(MONDAY),
        tmp_path / "shared",
    )
    planned(mine)
    planned(theirs)

    first = refresh_vdir(mine, folder, todos=True, remind_at=None)
    second = refresh_vdir(theirs, folder, todos=True, remind_at=None)
    again = refresh_vdir(mine, folder, todos=True, remind_at=None)

    assert (first.written, second.removed) == (second.written, 0)
    assert (again.written, again.removed) == (0, 0)
    assert len(content(folder)) == first.written + second.written
    theirs.close()


def adopted_by_an_older_version(workspace: Workspace, roadmap: Roadmap) -> None:
    change = changes.roadmap_adopted(roadmap)
    data = {key: each for key, each in change.data.items() if key != plans.NAMES}
    workspace.record([change._replace(data=data)])


def test_an_update_doubles_nothing(on: On, tmp_path: Path) -> None:
    """Names that all people shared once are cancelled, and their files removed."""
    rate(on(MONDAY), negotiation=1)
    roadmap = plan(on(MONDAY))
    undo(on(MONDAY))
    adopted_by_an_older_version(on(MONDAY), roadmap)
    folder = tmp_path / "growth"
    folder.mkdir()
    held: Held = {}
    once = [
        each for each in read(export(on(MONDAY))) if each.get("STATUS") == "CANCELLED"
    ]
    for each in once:
        if "X-PILLARPLAN-RECORD" not in each:
            each["SEQUENCE"] = MONDAY.toordinal()
            each.pop("STATUS")
            held[str(each["UID"])] = each
            text = f"PRODID:-//pillarplan//pillarplan//EN\r\nUID:{each['UID']}\r\n"
            (folder / f"{each['UID']}.ics").write_bytes(text.encode())
    assert len(held) == len(roadmap.sessions) + len(roadmap.rerate) + 1
    (folder / "theirs.ics").write_text(
        "PRODID:-//pillarplan//pillarplan//EN\r\nUID:theirs"
    )

    done = refresh_vdir(on(MONDAY), folder, todos=False, remind_at=None)
    held = imported(held, export(on(MONDAY)))

    assert sessions_in(held, MONDAY) == sessions(roadmap, MONDAY)
    assert done.removed == len(once)
    assert "theirs.ics" in content(folder)


def test_a_folder_keeps_what_is_over(on: On, tmp_path: Path) -> None:
    made = planned(on(MONDAY))
    folder = tmp_path / "growth"
    refresh_vdir(on(MONDAY), folder, todos=False, remind_at=None)
    later = made.sessions[2].on
    worked = made.sessions[0].item
    check_in(on(later), CheckIn(hours={worked: 1}))
    plan(on(later), desk=spread(2))

    refresh_vdir(on(later), folder, todos=False, remind_at=None)

    days = sorted(
        each["DTSTART"].dt
        for text in content(folder).values()
        for each in read(text.decode())
        if str(each["SUMMARY"]).endswith(" h)")
    )
    now = on(later).profile().roadmap
    assert now is not None
    over = [each.on for each in made.sessions if each.on < later]
    today = [
        each.on for each in made.sessions if (each.on, each.item) == (later, worked)
    ]
    assert days == sorted([*over, *today, *(each.on for each in now.sessions)])


def test_the_record_is_called_the_same_on_every_device(on: On) -> None:
    planned(on(MONDAY))
    before = {str(each["UID"]) for each in read(export(on(MONDAY)))}
    elsewhere = replace(on(after(1)), host="laptop", state=on(MONDAY).state / "laptop")

    check_in(elsewhere, CheckIn(note="From elsewhere"))

    assert {str(each["UID"]) for each in read(export(elsewhere))} == before
    elsewhere.close()


def test_what_two_devices_said_at_once_still_raises_the_number(on: On) -> None:
    """Their events have the same logical time; their places in the log differ."""
    planned(on(MONDAY))
    shared = on(MONDAY).journal.read().events
    laptop = replace(on(after(1)), host="laptop", state=on(MONDAY).state / "laptop")
    plan(on(after(1)), desk=spread(1))
    desk = on(after(1)).journal.read().events
    plan(laptop, desk=spread(2))
    together = on(after(1)).journal.read().events
    theirs = [each for each in together if each not in desk]
    at_once = sorted(
        [*desk, *(each._replace(lam=desk[-1].lam) for each in theirs)],
        key=lambda each: (each.lam, each.dev, each.seq),
    )

    apart = (
        find_revisions([*shared, *theirs]).plan.number,
        find_revisions(desk).plan.number,
    )

    assert find_revisions(at_once).plan.number > max(apart)
    laptop.close()


@pytest.mark.parametrize("key", ["names"])
def test_older_versions_read_an_adopted_plan_as_before(on: On, key: str) -> None:
    roadmap = planned(on(MONDAY))
    (event,) = [
        each for each in on(MONDAY).journal.read().events if "adopted" in each.type
    ]

    assert json.loads(json.dumps(event.data)).pop(key)
    assert on(MONDAY).profile().roadmap == roadmap


def test_a_plan_of_a_day_to_come_is_no_plan_of_today(on: On) -> None:
    planned(on(MONDAY))
    today = shown(imported({}, export(on(MONDAY))))
    plan(on(date(2099, 1, 5)))

    held = imported({}, export(on(MONDAY)))

    assert shown(held) == today
