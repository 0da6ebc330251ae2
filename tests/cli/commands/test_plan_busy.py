"""Plans around the meetings of calendars."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import Run

PLAN = ("plan", "--zone", "Europe/Berlin")


def calendar(folder: Path, *days: str, name: str = "work.ics") -> Path:
    """Write a calendar of meetings from eight to six on some days."""
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//Made by hand//EN"]
    for number, day in enumerate(days):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "SUMMARY:A secret"]
        lines += [f"DT{end};TZID=Europe/Berlin:{day}T{at}0000" for end, at in TIMES]
        lines += ["END:VEVENT"]
    path = folder / name
    path.write_text("\n".join([*lines, "END:VCALENDAR", ""]))
    return path


TIMES = (("START", "08"), ("END", "18"))


def sessions(run: Run, *options: str) -> Any:
    result = run(*PLAN, *options, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["sessions"]


def days(found: Any) -> list[str]:
    return list(dict.fromkeys(each["on"] for each in found))


def test_sessions_give_way_to_meetings_and_the_next_plan_knows_them(
    run: Run, rated: None, tmp_path: Path
) -> None:
    work = calendar(tmp_path, "20261124", "20261126")

    found = sessions(run, "--busy", str(work))

    assert days(found)[:2] == ["2026-11-25", "2026-11-27"]
    assert found[0]["at"] == "08:00"
    assert sessions(run) == found
    freed = sessions(run, "--busy", "none")
    assert days(freed)[:2] == ["2026-11-24", "2026-11-26"]
    assert sessions(run) == freed


def test_calendars_come_from_options_settings_and_environment(
    run: Run, rated: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = calendar(tmp_path, "20261124", name="my work.ics")
    folder = tmp_path / "calendars"
    folder.mkdir()
    calendar(folder, "20261126")
    both = sessions(run, "--busy", str(one), "--busy", str(folder), "--dry-run")

    assert {each["on"] for each in both}.isdisjoint({"2026-11-24", "2026-11-26"})
    monkeypatch.setenv("PILLARPLAN_BUSY", f"{one},{folder}")
    assert sessions(run, "--dry-run") == both
    monkeypatch.delenv("PILLARPLAN_BUSY")
    assert run("config", "set", "busy", f"{one},{folder}").exit_code == 0
    assert sessions(run, "--dry-run") == both


def test_a_broken_calendar_is_one_error_with_file_line_and_next_step(
    run: Run, rated: None, tmp_path: Path
) -> None:
    broken = calendar(tmp_path, "20261124")
    broken.write_text(broken.read_text()[:-25])

    result = run(*PLAN, "--busy", str(broken))

    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == (
        f"pillarplan: {broken}, line 7: the file ends within the VEVENT of line 3; "
        "it seems to be cut off.\n"
        "Mend it, or export it again. To plan without it, name the others after "
        "--busy; without any: pillarplan plan --busy none\n"
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    nothing = run(*PLAN, "--busy", str(empty))
    assert nothing.exit_code == 4
    assert f"{empty}: there is no .ics file in it." in nothing.stderr


def test_neither_record_nor_exports_nor_backups_hold_a_meeting(
    run: Run, rated: None, tmp_path: Path, home: Path
) -> None:
    work = calendar(tmp_path, "20261124", "20261126")

    run(*PLAN, "--busy", str(work))

    remembered = (home / "cache" / "busy.json").read_bytes()
    assert b"2026-11-24T07:00:00+00:00" in remembered
    assert b"secret" not in remembered
    record = [path for path in (home / "data").rglob("*") if path.is_file()]
    texts = [path.read_bytes() for path in record]
    assert texts
    assert not any(b"secret" in text or b"T07:00:00+00:00" in text for text in texts)
    exported = json.loads(run("export", "json").stdout)
    limits = exported["roadmap"]["limits"]
    assert limits["availability"]["meetings"] is None
    assert limits["busy"] == [str(work)]


def test_our_own_sessions_are_no_meetings(
    run: Run, rated: None, tmp_path: Path
) -> None:
    work = calendar(tmp_path, "20261124")
    planned = sessions(run, "--busy", str(work))
    mine = tmp_path / "mine.ics"
    mine.write_text(run("export", "ical").stdout)
    stripped = tmp_path / "stripped.ics"
    stripped.write_text(
        "\n".join(
            line
            for line in mine.read_text().splitlines()
            if not line.startswith(("PRODID", "X-PILLARPLAN"))
        )
    )

    for export in (mine, stripped):
        again = sessions(run, "--busy", f"{work},{export}")
        assert again == planned


def test_a_margin_is_kept_to_meetings(run: Run, rated: None, tmp_path: Path) -> None:
    path = calendar(tmp_path, "20261124")
    path.write_text(path.read_text().replace("T080000", "T130700"))
    lunch = (
        "--busy",
        str(path),
        "--at",
        "12:00-14:00",
        "--hours",
        "tue=1",
        "--dry-run",
    )

    first = sessions(run, *lunch, "--margin", "7m")[0]
    later = sessions(run, *lunch, "--margin", "8m", "--shortest", "1")[0]

    assert (first["on"], first["at"], first["hours"]) == ("2026-11-24", "12:00", 1)
    assert (later["on"], later["at"], later["hours"]) == ("2026-11-25", "12:00", 1)


def test_status_names_what_collides_and_what_changed(
    run: Run, rated: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = calendar(tmp_path, "20261124")
    sessions(run, "--busy", str(work))
    assert "Calendar" not in run("status").stdout

    calendar(tmp_path, "20261124", "20261126")
    changed = run("status").stdout
    assert "has changed since the plan looked; to look again: pillarplan plan" in (
        " ".join(changed.split())
    )
    assert json.loads(run("status", "--json").stdout)["calendars"] == {
        "kind": "calendars-say",
        "collide": 0,
        "sessions": 8,
        "changed": [str(work)],
    }

    sessions(run, "--dry-run")
    looked = run("status").stdout
    assert "1 of the next 8 sessions now collides with meetings; to move it:" in (
        " ".join(looked.split())
    )
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-11-27")
    assert "Calendar" not in run("status").stdout
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-11-23")
    sessions(run)
    assert "Calendar" not in run("status").stdout


def test_what_meetings_take_of_the_stated_hours_is_said(
    run: Run, rated: None, tmp_path: Path
) -> None:
    work = calendar(tmp_path, "20261130", *(f"2026120{day}" for day in range(1, 5)))
    until = ("--hours", "3", "--until", "2026-12-20", "--busy")

    full = run(*PLAN, *until, str(work), "--dry-run").stdout
    free = run(*PLAN, *until, str(calendar(tmp_path, "20261201")), "--dry-run").stdout

    assert "Meetings take 3 h of the 12 h that you stated" in " ".join(full.split())
    assert "Meetings take" not in free


def test_a_calendar_that_is_gone_stops_the_next_plan_too(
    run: Run, rated: None, tmp_path: Path
) -> None:
    work = calendar(tmp_path, "20261124")
    sessions(run, "--busy", str(work))
    work.unlink()

    gone = run("plan")
    without = run("plan", "--busy", "none")

    assert gone.exit_code == 4
    assert f"{work}: there is no such file." in gone.stderr
    assert without.exit_code == 0
    assert run("config", "set", "busy", "").exit_code == 2
