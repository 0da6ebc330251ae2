"""Longest sessions, times of day, time zones, public holidays and pauses, as typed."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.program import Run

PLAN = ("plan", "--hours", "sat=3,sun=2", "--focus", "all")


def roadmap(run: Run, *options: str) -> Any:
    plan = ("plan", "--focus", "all") if "--hours" in options else PLAN
    return json.loads(run(*plan, *options, "--json").stdout)


def test_no_session_is_longer_than_asked(run: Run, rated: None) -> None:
    usual = max(each["hours"] for each in roadmap(run, "--dry-run")["sessions"])
    asked = roadmap(run, "--longest", "1", "--dry-run")["sessions"]

    assert usual > 1
    assert max(each["hours"] for each in asked) == 1


def test_no_session_is_shorter_than_asked_unless_it_ends_an_item(
    run: Run, rated: None
) -> None:
    week = ("plan", "--hours", "4", "--focus", "all", "--dry-run", "--json")
    usual = json.loads(run(*week).stdout)
    asked = json.loads(run(*week, "--shortest", "1:50").stdout)
    ends = {item["id"]: item["ends_on"] for item in asked["items"]}

    assert max(usual["limits"]["availability"]["desk"]) == 1.5
    assert max(asked["limits"]["availability"]["desk"]) == 2
    assert {
        each["hours"] for each in asked["sessions"] if each["on"] != ends[each["item"]]
    } == {2}


def test_the_heading_says_how_long_sessions_are(run: Run, rated: None) -> None:
    def says(*options: str) -> str:
        heading = run(*PLAN, "--dry-run", *options).stdout.splitlines()[1:3]
        return " · ".join(heading).partition("sessions of ")[2].partition(" ·")[0]

    assert says() == ""
    assert says("--shortest", "1") == "1 h or more"
    assert says("--longest", "1") == "up to 1 h"
    assert says("--shortest", "1", "--longest", "1.5") == "1 to 1.5 h"
    assert says("--shortest", "1", "--longest", "1") == "1 h"


def test_sessions_have_times_and_the_next_plan_keeps_them(
    run: Run, rated: None
) -> None:
    options = ("--at", "sat=10:00", "--zone", "Europe/Berlin", "--longest", "1.5")
    sessions = roadmap(run, *options)["sessions"]

    assert [each["at"] for each in sessions[:2]] == ["10:00", "11:30"]
    assert {each["at"] for each in sessions if each["on"] == "2026-11-29"} == {None}
    assert roadmap(run)["sessions"] == sessions
    assert "10:00" in run("roadmap").stdout
    assert run("next").stdout.count("28 Nov 10:00") == 1
    ical = run("export", "ical").stdout
    assert "DTSTART;TZID=Europe/Berlin:20261128T100000" in ical
    assert "DTSTART;VALUE=DATE:20261129" in ical


def test_hours_of_the_day_bound_the_sessions_and_spread_the_rest(
    run: Run, rated: None
) -> None:
    lunch = ("--hours", "4", "--at", "12:00-13:00")
    found = roadmap(run, *lunch, "--dry-run")["sessions"]

    assert all(each["at"] >= "12:00" and each["hours"] <= 1 for each in found)
    first_week = [each["on"] for each in found if each["on"] < "2026-11-30"]
    assert len({*first_week}) > 3
    heading = run("plan", *lunch, "--dry-run").stdout.splitlines()[1:3]
    assert "from 12:00 to 13:00" in " ".join(heading)


def test_a_part_of_the_hours_stays_free(run: Run, rated: None) -> None:
    half = ("--hours", "mon-fri=0.5", "--fill", "60%")
    found = roadmap(run, *half, "--dry-run")["sessions"]

    assert {each["on"] for each in found if each["on"] < "2026-11-30"} <= {
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
    }
    heading = run("plan", *half, "--dry-run").stdout.splitlines()[:4]
    assert any("1.5 h a week (60%)" in line for line in heading)


def test_none_lifts_what_was_asked(run: Run, rated: None) -> None:
    before = roadmap(run)
    options = ("--at", "07:30-09:00", "--zone", "Asia/Tokyo", "--longest", "1")
    more = (
        "--shortest",
        "1",
        "--holidays",
        "JP",
        "--buffer",
        "7",
        "--breaks",
        "2026-12-01",
        "--fill",
        "80%",
    )
    with_times = roadmap(run, *options, *more)
    names = (
        "--at",
        "--zone",
        "--longest",
        "--shortest",
        "--holidays",
        "--buffer",
        "--breaks",
        "--fill",
    )
    none = [each for name in names for each in (name, "none")]

    assert with_times["limits"]["holidays"] == "JP"
    assert with_times["limits"]["buffer_days"] == 7
    lifted = roadmap(run, *none)["limits"]
    assert lifted.pop("holidays") == "none"
    assert lifted.pop("availability") == before["limits"].pop("availability") | {
        "breaks": []
    }
    assert lifted == {
        name: value for name, value in before["limits"].items() if name != "holidays"
    }


def test_the_last_days_stay_free_and_the_next_plan_keeps_them_so(
    run: Run, rated: None
) -> None:
    deadline = ("--hours", "1", "--until", "2027-01-31")
    tight = roadmap(run, *deadline, "--dry-run")
    roomy = roadmap(run, *deadline, "--buffer", "14")

    assert tight["sessions"][-1]["on"] > "2027-01-17"
    assert roomy["sessions"][-1]["on"] <= "2027-01-17"
    assert roomy["until"] == "2027-01-31"
    assert roadmap(run, "--hours", "1")["sessions"] == roomy["sessions"]
    assert "--buffer none" in run("plan", "--until", "2026-12-01", "--buffer=9").stderr
    assert "pillarplan plan --buffer 7" in tight["notes"][-1]
    assert not any("--buffer" in note for note in roomy["notes"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--longest", "long"), "--longest: 'long' is no number of hours."),
        (("--longest", "0.1"), "--longest: '0.1' is no length of a session."),
        (("--longest", "0.25"), "Try: --longest 0.5, or --shortest 0.25"),
        (("--shortest", "brief"), "--shortest: 'brief' is no number of hours."),
        (("--shortest", "0"), "--shortest: '0' is no length of a session."),
        (("--shortest", "4"), "no day of your week has more than 3 h. Try"),
        (("--buffer", "-1"), "--buffer: '-1' is no number of days from 0 to 366."),
        (("--buffer", "2.5"), "'2.5' is no number of days from 0 to 366. Write 14."),
        (("--buffer", "367"), "'367' is no number of days from 0 to 366."),
        (("--at", "25:00"), "--at: '25:00' is no time of the day. Write 07:30."),
        (("--at", "monday"), "--at: 'monday' is no time of the day."),
        (("--at", "moon=07:30"), "--at: 'moon' is no weekday."),
        (("--at", "mon=7"), "--at: '7' is no time of the day."),
        (("--at", "17:00-09:00"), "--at: '17:00-09:00' ends before it begins."),
        (("--at", "9-17"), "--at: '9' is no time of the day. Write 07:30."),
        (("--fill", "0%"), "--fill: '0%' leaves no time at all. Write 60%."),
        (("--fill", "some"), "--fill: 'some' is no share. Write 25%."),
        (("--busy", "none,a.ics"), "--busy: none cannot stand beside other calendars"),
        (("--busy", ","), "--busy: name a calendar file, a folder of them, or none."),
        (("--margin", "10"), "--margin: '10' is more than two hours. Write 10m."),
        (("--zone", "Berlin"), "no time zone. Did you mean Europe/Berlin?"),
        (("--zone", "Europe"), "--zone: 'Europe' is no time zone."),
        (("--zone", "../../etc/passwd"), "is no time zone."),
        (("--zone", "CEST/now"), "is no time zone."),
        (("--holidays", "Germany"), "--holidays: 'Germany' is no place."),
        (("--holidays", "XX"), "There are no public holidays known for XX."),
    ],
)
def test_what_does_not_fit_is_named(
    run: Run, rated: None, options: tuple[str, ...], message: str
) -> None:
    result = run(*PLAN, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_holidays_without_the_extra_are_refused_with_the_way_out(
    run: Run, rated: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)

    result = run(*PLAN, "--holidays", "de-by")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "pip install 'pillarplan[holidays]'" in result.stderr


def test_a_pause_is_said_kindly_everywhere(run: Run, ana: Path) -> None:
    paused = run("pause", "--until", "2027-01-03", "--reason", "Leave")

    assert paused.exit_code == 0
    assert paused.stdout == (
        "Paused until 3 Jan 2027. Nothing is due; take your time.\n"
    )
    assert run("next").stdout == (
        "▌ Paused until 3 Jan 2027 (Leave). Nothing is due; take your time.\n\n"
        "Type: pillarplan resume\n"
    )
    assert run("next", "--short").stdout == "paused, back on 4 Jan 2027\n"
    assert "Paused until 3 Jan 2027 (Leave)" in run("status").stdout
    assert run("status", "--due").exit_code == 0


def test_resume_ends_with_what_is_next(run: Run, ana: Path) -> None:
    run("pause", "--until", "2027-01-03")

    back = run("resume")
    again = run("resume")

    assert back.stdout.startswith("Welcome back.\n\n▌ OWASP Top 10:2025 ")
    assert "pillarplan plan" in back.stderr
    assert again.stdout.startswith("You are not paused.\n\n▌ OWASP Top 10:2025 ")
    assert again.exit_code == 0


def test_a_pause_needs_a_day_that_is_not_over(run: Run) -> None:
    assert run("pause").exit_code == 2
    assert run("pause", "--until", "2026-11-22").exit_code == 2
    assert run("pause", "--until", "soon").exit_code == 2
