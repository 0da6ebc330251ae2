"""A command reads the journal once: the files, their lines, and what they tell."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from pillarplan.journal.meaning.replay import tell
from pillarplan.journal.storage.scan import scan
from pillarplan.journal.storage.surveying import survey
from tests.program import Run

READING = {each.__code__: each.__name__ for each in (survey, scan, tell)}

ONCE = {"survey": 1, "scan": 1, "tell": 1}

FIRST = "getting-to-yes"

FORM = """\
format: pillarplan-ratings
version: "1.0"
rater: {name: Dana, kind: manager}
ratings: {negotiation: 3}
"""

OWN = FORM.replace("rater: {name: Dana, kind: manager}\n", "")

WEEK = f"""\
format: pillarplan-checkin
version: "1.0"
hours: {{{FIRST}: 1}}
"""


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Count how often the journal is surveyed, scanned and told."""
    counts: Counter[str] = Counter()

    def see(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code in READING:
            counts[READING[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        yield counts
    finally:
        sys.setprofile(before)


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    "command",
    [
        "status",
        "next",
        "next --json",
        "roadmap",
        "roadmap --timeline",
        "gaps",
        "gaps --shape",
        "gaps --from pm --to director",
        "gaps --json",
        "history",
        "review",
        "review --json",
        "feedback show",
        "feedback import form.yaml",
        "feedback request",
        "explain",
        "explain negotiation",
        "plan --dry-run",
        "plan --yes --hours 2",
        f"plan --yes --drop {FIRST}",
        "checkin --nothing",
        f"checkin --hours {FIRST}=1 --done {FIRST} --note Good --id week-48",
        "checkin --rate negotiation=2 --evidence negotiation=Sales",
        "checkin --from week.yaml",
        "recall --list",
        "reflect Grid --list",
        "export markdown",
        "export ical",
        "export csv --table ratings",
        "export json",
        "export sqlite -o out.db",
        "resume",
    ],
)
def test_a_command_reads_the_journal_once(
    run: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "form.yaml").write_text(FORM)
    (tmp_path / "week.yaml").write_text(WEEK)

    with counted() as counts:
        result = run(*command.split())

    assert result.exit_code == 0, result.stderr
    assert counts == ONCE


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    "command",
    [
        "assess --set writing=4 --role pm",
        "assess --importance writing=3",
        "assess --from ratings.yaml",
        "reflect Grid --open weaponised=Soon",
        "pause --until 2w",
        "backup",
        "undo",
    ],
)
def test_a_command_that_needs_no_profile_tells_none(
    run: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "ratings.yaml").write_text(OWN)

    with counted() as counts:
        result = run(*command.split())

    assert result.exit_code == 0, result.stderr
    assert (counts["survey"], counts["scan"]) == (1, 1)


@pytest.mark.usefixtures("ana")
def test_the_end_of_a_pause_reads_it_once(run: Run) -> None:
    assert run("pause", "--until", "2w").exit_code == 0

    with counted() as counts:
        assert run("resume").exit_code == 0

    assert counts == ONCE


@pytest.mark.usefixtures("ana")
def test_a_check_in_that_is_asked_for_reads_it_once(run: Run) -> None:
    with counted() as counts:
        result = run("--plain", "checkin", stdin="\n" * 20)

    assert (result.exit_code, counts) == (0, ONCE)


def test_each_log_of_another_device_is_scanned_once(run: Run, ana: Path) -> None:
    (log,) = (ana / "data" / "journal").iterdir()
    log.with_name("0123456789ab.jsonl").write_bytes(log.read_bytes())

    with counted() as counts:
        assert run("checkin", "--nothing").exit_code == 0

    assert counts == {**ONCE, "scan": 2}


def test_the_first_command_looks_twice_as_it_names_the_device(run: Run) -> None:
    """Before it there is no file to scan, nor a name for the one to come."""
    with counted() as counts:
        stated = ("--set", "writing=3", "--context", "connected-products")
        assert run("assess", *stated).exit_code == 0

    assert counts == {"survey": 2, "tell": 1}
