"""A version before this one reads what this one writes, on the same synced record.

The program of that version stands beside its records, whole and packed, since nothing
else can tell what it makes of a line that it does not know.
"""

import io
import json
import lzma
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_older_records import WRITTEN
from tests.program import Result, Run

Older = Callable[..., Result]

BOOK, PRACTICE = "getting-to-yes", "make-a-gap-list"

LATER = "2026-11-30"


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the earlier version, unpacked."""
    folder = tmp_path_factory.mktemp("older")
    packed = lzma.decompress((WRITTEN / "program.zip.xz").read_bytes())
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def older(home: Path, program: Path, tmp_path: Path) -> Older:
    """Run the earlier version, on a machine of its own or on the given one."""

    def run_older(*arguments: str, machine: Path = home) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "pillarplan", *arguments],
            env={
                **os.environ,
                "PYTHONPATH": str(program),
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONUTF8": "1",
                "PILLARPLAN_HOME": str(machine),
                "PILLARPLAN_TODAY": LATER,
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run_older


@pytest.fixture
def record(run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record with everything that only this version can tell."""
    told = (
        ("assess", "--set", "writing=n/a", "--importance", "security=3"),
        ("gaps", "--target", "negotiation=4"),
        ("plan", "--hours", "mon-fri=1", "--yes"),
        ("checkin", "--hours", f"{BOOK}=30", "--private", "--note", "For me"),
        ("checkin", "--done", "owasp-top-10", "--nothing"),
        ("checkin", "--hours", f"{PRACTICE}=1", "--applied", f"{PRACTICE}=Listed ten"),
        ("log", "Talk by Jo", "1:30", "--skill", "pricing"),
        ("pause", "--until", "2026-11-25"),
        ("resume",),
        ("reflect", "Grid", "--open", "weaponised=A review is due"),
        ("undo",),
    )
    for call in told:
        assert run(*call).exit_code == 0, call
    entries = json.loads(run("history", "--entries", "--json").stdout)["entries"]
    hours = [each["id"] for each in entries if each["hours"]]
    notes = [each["id"] for each in entries if each["text"] == "For me"]
    assert run("amend", hours[0], "--hours", "3").exit_code == 0
    assert run("amend", notes[0], "--withdraw").exit_code == 0
    monkeypatch.setenv("PILLARPLAN_TODAY", LATER)
    return ana


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def plan_in(roadmap: Any) -> list[tuple[str, ...]]:
    keys = ("id", "state", "starts_on", "ends_on", "title")
    return [tuple(item[key] for key in keys) for item in roadmap["items"]]


def test_it_is_really_an_earlier_version(older: Older, record: Path) -> None:
    assert older("--version").stdout == "pillarplan 0.1.0\n"
    assert older("amend", "1", "--withdraw").exit_code == 2


def test_an_earlier_version_shows_the_plan_that_was_adopted_here(
    run: Run, older: Older, record: Path
) -> None:
    here, there = answer(run("roadmap", "--json")), answer(older("roadmap", "--json"))

    assert plan_in(there) == plan_in(here)
    assert there["sessions"] == here["sessions"]
    assert (
        answer(older("next", "--json"))["item"] == answer(run("next", "--json"))["item"]
    )
    keys = ("plan_until", "items_done", "items_total", "last_checkin", "role")
    now, then = answer(run("status", "--json")), answer(older("status", "--json"))
    assert [then[key] for key in keys] == [now[key] for key in keys]
    assert older("doctor").stdout.endswith("All well.\n")


def test_an_earlier_version_counts_what_was_told_by_its_title(
    older: Older, record: Path
) -> None:
    spent = answer(older("export", "json"))["profile"]["spent"]
    assert {"item": "talk-by-jo", "hours": 1.5}.items() <= spent[-1].items()


def test_what_an_earlier_version_tells_counts_here_and_nothing_else_changes(
    run: Run, older: Older, record: Path
) -> None:
    before = answer(run("export", "json"))["profile"]
    plan = plan_in(answer(run("roadmap", "--json")))

    done = ("checkin", "--hours", f"{BOOK}=2", "--done", PRACTICE, "--note", "Well")
    assert older(*done).exit_code == 0

    after = answer(run("export", "json"))["profile"]
    assert (
        after["spent"][-1] | {"on": LATER, "item": BOOK, "hours": 2.0}
        == (after["spent"][-1])
    )
    assert after["spent"][:-1] == before["spent"]
    assert [each["item"] for each in after["done"]] == [
        *(each["item"] for each in before["done"]),
        PRACTICE,
    ]
    assert after["notes"][-1]["text"] == "Well"
    same = ("ratings", "evidence", "targets", "weighed", "reflected", "pauses")
    assert [after[key] for key in same] == [before[key] for key in same]
    states = {name: state for name, state, *_ in plan} | {PRACTICE: "done"}
    now = plan_in(answer(run("roadmap", "--json")))
    assert [each[0] for each in now] == [each[0] for each in plan]
    assert {name: state for name, state, *_ in now} == states
    assert run("doctor").stdout.endswith("All well.\n")


def test_both_go_on_in_turns_and_undo_what_the_other_told(
    run: Run, older: Older, record: Path
) -> None:
    before = answer(run("export", "json"))["profile"]

    assert older("checkin", "--hours", f"{BOOK}=2").exit_code == 0
    assert run("checkin", "--hours", f"{PRACTICE}=1").exit_code == 0
    assert older("undo").exit_code == 0
    assert run("undo").exit_code == 0

    assert answer(run("export", "json"))["profile"] == before
    assert run("doctor").stdout.endswith("All well.\n")
    assert older("doctor").stdout.endswith("All well.\n")


def test_a_plan_of_an_earlier_version_is_the_plan_here(
    run: Run, older: Older, record: Path
) -> None:
    assert older("plan", "--hours", "2", "--yes").exit_code == 0

    adopted = answer(older("roadmap", "--json"))
    shown = answer(run("roadmap", "--json"))
    assert plan_in(shown) == plan_in(adopted)
    assert shown["made_on"] == LATER
    since = answer(run("status", "--json"))["since_start"]
    assert (since["items_done"], since["hours"]) == (1, 8.0)


def test_two_machines_with_two_versions_share_a_folder(
    run: Run, older: Older, record: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(record / "data", other / "data")

    assert older("checkin", "--hours", f"{BOOK}=2", machine=other).exit_code == 0
    assert run("checkin", "--hours", f"{PRACTICE}=1").exit_code == 0
    mine, theirs = record / "data" / "journal", other / "data" / "journal"
    (own,) = mine.iterdir()
    (its,) = (each for each in theirs.iterdir() if each.name != own.name)
    shutil.copy(own, theirs)
    shutil.copy(its, mine)

    here = answer(run("roadmap", "--json"))
    assert plan_in(answer(older("roadmap", "--json", machine=other))) == plan_in(here)
    spent = answer(run("export", "json"))["profile"]["spent"][-2:]
    assert {(each["item"], each["hours"]) for each in spent} == {
        (BOOK, 2.0),
        (PRACTICE, 1.0),
    }
    assert run("doctor").stdout.endswith("All well.\n")
    assert older("doctor", machine=other).exit_code == 0
