"""Streams that are closed, full, or left by their reader: no bug, no lost record."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.walking import ARGUMENTS, CALLS, DATA, MONDAY, Words

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams are those of POSIX")

WITHOUT_READER = {"full": ">/dev/full", "closed": ">&-"}

LASTING = {
    ("backup",),
    ("remind", "--install"),
    ("kb", "import", *ARGUMENTS["kb", "import"]),
}
"""Calls of the walk that do something for good, and record nothing."""

FAST = (("next", "--short"), ("--version",), ("--help",), ("plan", "--help"))
"""What is answered before any command is known, or instead of one."""


def _process(
    ana: Path, call: Words, redirection: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "pillarplan"]
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", *program, *call],
        env={
            "PATH": os.environ["PATH"],
            "PILLARPLAN_HOME": str(ana),
            "PILLARPLAN_TODAY": MONDAY,
            **variables,
        },
        cwd=ana.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _record(ana: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((ana / "data").rglob("*.jsonl"))]


def _is_no_bug(told: str) -> bool:
    return "Traceback" not in told and "inside the program" not in told


@pytest.mark.parametrize("way", WITHOUT_READER)
@pytest.mark.parametrize("call", [*CALLS, *FAST])
def test_an_answer_that_cannot_be_shown_is_told_with_what_was_recorded(
    ana: Path, call: Words, way: str
) -> None:
    before = _record(ana)

    done = _process(ana, call, WITHOUT_READER[way])

    assert _is_no_bug(done.stderr)
    unshown = "The answer could not be shown" in done.stderr
    recorded = _record(ana) != before
    lasts = recorded or call in LASTING
    assert (done.returncode == 0) is (lasts or not unshown)
    assert ("What you told is recorded" in done.stderr) is (unshown and recorded)
    assert ("Nothing was recorded." in done.stderr) is (unshown and not lasts)


@pytest.mark.parametrize(
    "call",
    [
        ("config", "set", "hours", "3", "--json"),
        ("config", "unset", "hours", "--json"),
        ("backup", "-o", "new.zip"),
        ("restore", "whole.zip", "--yes", "--json"),
        ("doctor", "--repair", "--json"),
    ],
)
def test_what_is_done_is_said_to_be_done_though_its_answer_cannot_be_shown(
    ana: Path, call: Words
) -> None:
    _process(ana, ("config", "set", "hours", "2"), "")
    _process(ana, ("backup", "-o", "whole.zip"), "")
    for log in (ana / "data" / "journal").glob("*"):
        log.write_bytes(log.read_bytes()[:-9])
    shutil.rmtree(ana / "state" / "shadow")

    done = _process(ana, call, ">/dev/full")

    assert "What you asked for is done" in done.stderr
    assert done.returncode == 0


def test_the_walk_meets_both_kinds_of_command(ana: Path) -> None:
    told = {
        call: _process(ana, call, ">/dev/full").stderr
        for call in (("checkin", "--note", "x"), ("roadmap",))
    }

    assert "What you told is recorded" in told[("checkin", "--note", "x")]
    assert "Nothing was recorded." in told[("roadmap",)]


@pytest.mark.parametrize("call", [("checkin",), ("assess",), *FAST, *CALLS[::4]])
def test_a_closed_input_is_an_empty_one(ana: Path, call: Words) -> None:
    done = _process(ana, call, "<&-")

    assert _is_no_bug(done.stderr)
    assert done.returncode in {0, 2}


def test_a_closed_stderr_takes_nothing_from_the_answer(ana: Path) -> None:
    done = _process(ana, ("checkin", "--note", "x"), "2>&-")

    assert done.returncode == 0
    assert done.stdout.startswith("Recorded.")


@pytest.mark.parametrize("call", [("checkin", "--from", "-"), ("checkin", "--plain")])
def test_an_input_that_cannot_be_read_is_told_as_one(ana: Path, call: Words) -> None:
    before = _record(ana)

    done = _process(ana, call, f"0>{ana.parent / 'written'}")

    assert done.returncode == 4
    reason = "pillarplan: The standard input cannot be read: Bad file descriptor."
    assert done.stderr.rstrip().endswith(reason)
    assert _record(ana) == before


def test_bytes_that_are_no_text_are_answered_as_such(ana: Path) -> None:
    program = [sys.executable, "-m", "pillarplan", "checkin", "--plain"]

    done = subprocess.run(
        program,
        env={"PATH": os.environ["PATH"], "PILLARPLAN_HOME": str(ana)},
        input=b"\xff\xfe\n",
        capture_output=True,
        check=False,
    )

    assert _is_no_bug(done.stderr.decode())
    assert done.returncode == 3


RECORDING: tuple[Words, ...] = (
    ("plan", "--hours", "2", "--yes"),
    ("plan", "--drop", "getting-to-yes=Too long", "--yes"),
    ("checkin", "--note", "x"),
    ("undo",),
    ("amend", "1", "--withdraw"),
    ("assess", "--set", "writing=2"),
    ("assess", "--importance", "negotiation=3"),
    ("gaps", "--target", "writing=4"),
    ("pause", "--until", "2026-12-31"),
    ("reflect", "Grid", "--open", "weaponised=A review is due"),
    ("feedback", "import", str(DATA / "feedback" / "form.yaml")),
    ("restore", str(DATA / "written-by-0.1.0" / "backup.zip"), "--yes"),
)
"""Commands of every kind that add to the record."""


@pytest.mark.parametrize("call", RECORDING)
def test_a_reader_that_goes_early_does_not_stop_the_record(
    ana: Path, call: Words
) -> None:
    before = _record(ana)
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "pillarplan", *call],
        env={
            "PATH": os.environ["PATH"],
            "PILLARPLAN_HOME": str(ana),
            "PILLARPLAN_TODAY": MONDAY,
        },
        stdin=subprocess.DEVNULL,
        stdout=writing,
        check=False,
    )

    os.close(writing)
    assert done.returncode == 0
    assert _record(ana) != before


def test_who_wants_nothing_kept_back_gets_each_line_in_its_turn(ana: Path) -> None:
    call = ("--plain", "add", "practice", "Price talk", "--skill", "pricing")
    (ana.parent / "answers").write_text("0-1\n3\nTwo pages\n", encoding="utf-8")

    done = _process(ana, call, "<answers 2>&1", PYTHONUNBUFFERED="1")

    assert "(Enter: nothing yet)\n> \nAdded: Price talk (price-talk)\n" in done.stdout
