"""The line of a shell prompt is remembered, left behind by changes, and never old."""

import subprocess
import sys
from pathlib import Path

import pytest

from pillarplan.cli.frame.remembered import FILE
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.survey import Survey
from tests.cli.walking import MONDAY
from tests.program import Run, Shell

PROMPT = """
import sys
sys.argv = ["pillarplan", "next", "--short"]
from pillarplan.cli import main
try:
    main()
finally:
    print("read" if "pillarplan.journal.journal" in sys.modules else "remembered")
"""


@pytest.fixture
def own_cache(ana: Path) -> Path:
    """The file of the remembered line."""
    return ana / "cache" / FILE


def prompt(home: Path, today: str = MONDAY) -> list[str]:
    """Return the line of the prompt, and whether the journal was read for it."""
    done = subprocess.run(
        [sys.executable, "-c", PROMPT],
        env={"PILLARPLAN_HOME": str(home), "PILLARPLAN_TODAY": today},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    "change",
    [
        ("checkin", "--note", "x"),
        ("checkin", "--done", "owasp-top-10"),
        ("plan", "--hours", "5", "--yes"),
        ("assess", "--set", "negotiation=3"),
        ("pause", "--until", "2027-01-11"),
        ("undo",),
    ],
)
def test_a_command_that_changes_something_leaves_the_line_behind(
    run: Run, ana: Path, own_cache: Path, change: tuple[str, ...]
) -> None:
    assert run(*change).exit_code == 0

    line, how = prompt(ana)

    assert how == "remembered"
    own_cache.unlink()
    assert prompt(ana) == [line, "read"]


def test_a_command_that_changes_nothing_leaves_nothing(
    run: Run, ana: Path, own_cache: Path
) -> None:
    for call in (("status",), ("roadmap",), ("plan", "--dry-run"), ("demo",)):
        run(*call)

    assert not own_cache.exists()


def test_another_day_or_another_machines_check_in_is_seen(
    run: Run, ana: Path, own_cache: Path
) -> None:
    run("checkin", "--note", "x")
    (log,) = (ana / "data" / "journal").glob("*.jsonl")

    assert prompt(ana, today="2026-11-24")[1] == "read"
    assert prompt(ana)[1] == "read"
    assert prompt(ana)[1] == "remembered"
    (log.parent / "ffffffffffff.jsonl").write_bytes(b"")
    assert prompt(ana)[1] == "read"


@pytest.mark.parametrize("content", ["", "x", "1\n2\n3\n", "\0" * 40, "a\nb"])
def test_a_broken_memory_is_no_memory(
    run: Run, ana: Path, own_cache: Path, content: str
) -> None:
    run("checkin", "--note", "x")
    line = prompt(ana)[0]
    own_cache.write_text(content)

    assert prompt(ana) == [line, "read"]


def test_a_cache_that_cannot_be_written_stops_no_check_in(
    run: Run, ana: Path, own_cache: Path
) -> None:
    run("kb", "list")
    own_cache.mkdir()

    assert run("checkin", "--note", "x").exit_code == 0
    assert prompt(ana)[1] == "read"


def test_no_line_is_left_if_another_writes_meanwhile(
    run: Run, ana: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes while the line is made must not make it pass for new."""
    survey = Journal.survey

    def survey_while_another_writes(journal: Journal, *, wary: bool = False) -> Survey:
        found = survey(journal, wary=wary)
        (journal.logs / "ffffffffffff.jsonl").write_bytes(b"\n")
        return found

    monkeypatch.setattr(Journal, "survey", survey_while_another_writes)
    assert run("checkin", "--note", "x").exit_code == 0

    assert not own_cache.exists()
    assert prompt(ana)[1] == "read"


@pytest.mark.parametrize("words", [(), ("next",)])
@pytest.mark.parametrize("state", ["planned", "paused", "nothing", "damaged"])
def test_what_is_next_is_the_same_with_typer_and_without(
    run: Run, shell: Shell, ana: Path, state: str, words: tuple[str, ...]
) -> None:
    if state == "paused":
        run("pause", "--until", "2w")
    elif state == "nothing":
        run("undo")
    elif state == "damaged":
        (ana / "config.toml").write_text("hours = ", encoding="utf-8")

    at_once = shell(*words, PILLARPLAN_TODAY=MONDAY)

    assert at_once == shell("--no-input", *words, PILLARPLAN_TODAY=MONDAY)


def test_next_does_without_typer(ana: Path) -> None:
    program = "import sys; sys.argv = ['pillarplan', 'next']; import pillarplan.cli\n"
    program += "try: pillarplan.cli.main()\nfinally: print('typer' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PILLARPLAN_HOME": str(ana), "PILLARPLAN_TODAY": MONDAY},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.splitlines()[-1] == "False"
