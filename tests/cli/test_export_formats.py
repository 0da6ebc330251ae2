"""`pillarplan export` for calendars, spreadsheets and to-do lists."""

import csv
import io
import json
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar

from tests.program import Run, Shell

FORMATS = {
    "ical": "roadmap.ics",
    "csv": "items.csv",
    "taskwarrior": "roadmap.json",
    "obsidian": "Roadmap.md",
    "todotxt": "todo.txt",
}

ALL_DAY = (
    "Each session lasts all day, since the plan has no time for it. To give it one:\n"
    "  pillarplan plan --at 18:00\n"
)

Files = dict[str, bytes]


def identities(folder: Path) -> dict[str, tuple[int, int]]:
    """Return by what a program sees that a file was replaced or written."""
    stats = {path.name: path.stat() for path in folder.iterdir()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def content(folder: Path) -> Files:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_the_screen_shows(
    run: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / FORMATS[name]

    shown = run("export", name)
    written = run("export", name, "-o", str(path))
    again = run("export", name, "-o", str(path))
    forced = run("export", name, "-o", str(path), "--force")

    assert path.read_bytes() == shown.stdout.encode()
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == f"Wrote {path}.\n" + (ALL_DAY if name == "ical" else "")
    assert again.exit_code == 1
    assert again.stderr.endswith("Add --force to replace it.\n")
    assert forced.exit_code == 0


@pytest.mark.usefixtures("ana")
def test_who_has_times_is_not_told_how_to_get_them(run: Run, tmp_path: Path) -> None:
    run("plan", "--at", "18:00", "--yes")

    assert run("export", "ical", "-o", "roadmap.ics").stderr == "Wrote roadmap.ics.\n"
    folder = run("export", "ical", "--vdir", "growth").stderr
    assert folder.endswith(" written, 0 removed.\n")


@pytest.mark.usefixtures("ana")
def test_no_advice_adds_to_a_list_what_stands_in_it_already(run: Run) -> None:
    """Appended twice, every task would stand there twice."""
    assert ">>" not in run("help", "export", "todotxt").stdout
    assert ">>" not in run("export", "todotxt", "--help").stdout


@pytest.mark.parametrize("name", FORMATS)
def test_without_a_plan_there_is_nothing_to_export(run: Run, name: str) -> None:
    done = run("export", name)

    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        "pillarplan: There is no plan to export yet: pillarplan plan\n"
    )


@pytest.mark.usefixtures("rated")
def test_ratings_are_a_table_even_without_a_plan(run: Run) -> None:
    done = run("export", "csv", "--table", "ratings", "--raw")

    head, *rows = csv.reader(io.StringIO(done.stdout, newline=""))
    assert head[:4] == ["rated_on", "skill", "name", "level"]
    assert ["2026-11-23", "negotiation", "Negotiation", "1"] in [
        row[:4] for row in rows
    ]


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("name", FORMATS)
def test_a_pipe_gets_the_whole_text_where_the_screen_is_ascii(
    shell: Shell, run: Run, name: str
) -> None:
    where = {"PILLARPLAN_TODAY": "2026-11-23", "PYTHONIOENCODING": "ascii"}
    shown = shell("export", name, PYTHONUTF8="0", LC_ALL="C", **where)

    assert shown.stdout == run("export", name).stdout


@pytest.mark.usefixtures("ana")
def test_what_is_done_is_done_in_every_list(run: Run) -> None:
    item = json.loads(run("export", "taskwarrior").stdout)[0]
    name = json.loads(run("roadmap", "--json").stdout)["items"][0]["id"]
    assert run("checkin", "--done", name).exit_code == 0

    task = json.loads(run("export", "taskwarrior").stdout)[0]
    assert (item["status"], task["status"]) == ("pending", "completed")
    assert item["uuid"] == task["uuid"]
    assert run("export", "obsidian").stdout.splitlines()[2].startswith("- [x] ")
    assert run("export", "todotxt").stdout.startswith("x 2026-11-23 2026-11-23 ")


# A calendar folder


@pytest.mark.usefixtures("ana")
def test_a_calendar_folder_has_one_file_for_each_uid(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calendars" / "growth"

    done = run("export", "ical", "--vdir", str(folder), "--todos")

    files = content(folder)
    assert done.stderr == f"{folder}: {len(files)} written, 0 removed.\n{ALL_DAY}"
    for name, text in files.items():
        (component,) = Calendar.from_ical(text).subcomponents
        assert f"{UUID(str(component['UID']))}.ics" == name


@pytest.mark.usefixtures("ana")
def test_refreshing_a_calendar_folder_again_writes_nothing(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "growth"
    run("export", "ical", "--vdir", str(folder))
    before = identities(folder)

    done = run("export", "ical", "--vdir", str(folder))

    assert done.stderr == f"{folder}: 0 written, 0 removed.\n"
    assert identities(folder) == before


@pytest.mark.usefixtures("ana")
def test_a_new_plan_removes_its_old_files_and_touches_no_others(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "growth"
    run("export", "ical", "--vdir", str(folder), "--todos")
    ours = content(folder)
    edited = min(ours)
    foreign: Files = {
        "holiday.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//x\r\nEND:VCALENDAR\r\n",
        "copy.ics": ours[edited],
        "notes.txt": b"PRODID:-//pillarplan//pillarplan//EN",
        "color": b"#336699",
    }
    for name, text in foreign.items():
        (folder / name).write_bytes(text)
    run("plan", "--hours", "1", "--focus", "1", "--yes")

    run("export", "ical", "--vdir", str(folder))

    run("export", "ical", "--vdir", str(tmp_path / "fresh"))
    fresh = content(tmp_path / "fresh")
    assert content(folder) == fresh | foreign
    assert set(ours) - set(fresh)


@pytest.mark.usefixtures("ana")
def test_a_stale_event_that_another_program_changed_stays(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "growth"
    run("export", "ical", "--vdir", str(folder), "--todos")
    todo = next(path for path in folder.iterdir() if b"VTODO" in path.read_bytes())
    todo.write_bytes(todo.read_bytes().replace(b"-//pillarplan//pillarplan", b"-//x"))

    run("export", "ical", "--vdir", str(folder))

    assert [path for path in folder.iterdir() if b"VTODO" in path.read_bytes()] == [
        todo
    ]


@pytest.mark.usefixtures("ana")
def test_a_calendar_folder_must_be_a_folder(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "growth"
    path.write_text("mine")

    done = run("export", "ical", "--vdir", str(path))

    assert done.exit_code == 1
    assert done.stderr == (
        f"pillarplan: {path}: File exists. The folder may hold a part of the plan; "
        "the same command completes it.\n"
    )
    assert path.read_text() == "mine"


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("-o", "a.ics", "--vdir", "growth"), "Choose one of --output and --vdir."),
        (("--remind", "25:00"), "'25:00' does not match the formats '%H:%M'."),
    ],
)
def test_options_that_do_not_fit_are_refused(
    run: Run, options: tuple[str, ...], sentence: str
) -> None:
    done = run("export", "ical", *options)

    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr
