"""A list of names is enough to be planned, told, done and handed over."""

import json
from pathlib import Path

import pytest

from tests.knowledge.bases import own_base
from tests.program import Run

EXPORTS = (
    "markdown",
    "html",
    "one-on-one",
    "json",
    "ical",
    "csv",
    "taskwarrior",
    "obsidian",
    "todotxt",
)


NAMES = """\
skills:
  - SQL
  - {name: Story, levels: {2: [Tells it to ten people.]}}
roles:
  - {name: Maker, targets: {sql: 3, story: 2}}
"""


@pytest.fixture
def ladder(tmp_path: Path, run: Run) -> Path:
    """Two skills of which one level is described, and a rating in each."""
    base = own_base(tmp_path / "ladder", NAMES)
    run("config", "set", "base", str(base))
    run("assess", "--set", "sql=2", "--set", "story=1")
    return base


def items(run: Run) -> list[tuple[str, str, str]]:
    items = json.loads(run("roadmap", "--json").stdout)["items"]
    return [(item["id"], item["state"], item["title"]) for item in items]


def test_a_plan_of_names_leads_somewhere(run: Run, ladder: Path) -> None:
    planned = run("plan", "--hours", "3", "--yes")
    told = run("done", "find.story.2", "--hours", "2")
    shown = run("done", "show story", "--applied", "Told ten people on Monday.")

    assert (planned.exit_code, told.exit_code, shown.exit_code) == (0, 0, 0)
    assert items(run) == [
        ("find.story.2", "done", "Find a source for Story at level 2"),
        ("show.story.2", "done", "Show: Tells it to ten people"),
        ("find.sql.3", "planned", "Find a source for SQL at level 3"),
        ("show.sql.3", "planned", "Show SQL at level 3"),
    ]
    assert "Story: 1 line of evidence by now" in shown.stdout


def test_what_is_next_is_no_circle(run: Run, ladder: Path) -> None:
    run("plan", "--hours", "3", "--yes")

    said = json.loads(run("next", "--json").stdout)

    assert said["act"] == "work"
    assert said["item"] in {"find.sql.3", "find.story.2"}


def test_the_doctor_misses_them_only_with_their_skill(run: Run, ladder: Path) -> None:
    run("plan", "--hours", "3", "--yes")
    well = run("doctor").stdout
    text = ladder.read_text("utf-8")
    ladder.write_text(text.replace("  - SQL\n", "").replace("sql: 3, ", ""), "utf-8")
    lost = " ".join(run("doctor").stdout.split())

    assert "no longer" not in well
    assert "find.sql.3 (in your plan)" in lost
    assert "find.story.2" not in lost


def test_a_file_may_tell_of_bare_steps(run: Run, ladder: Path, tmp_path: Path) -> None:
    run("plan", "--hours", "3", "--yes")
    report = tmp_path / "checkin.yaml"
    report.write_text("hours: {find.sql.3: 1.5}\ndone: [show.story.2]\n")

    result = run("checkin", "--from", str(report))

    assert result.exit_code == 0
    assert [name for name, state, _ in items(run) if state == "started"] == [
        "find.sql.3"
    ]


@pytest.mark.parametrize("form", EXPORTS)
def test_each_export_says_what_is_to_be_found_and_shown(
    run: Run, ladder: Path, form: str, tmp_path: Path
) -> None:
    run("plan", "--hours", "3", "--yes")
    file = tmp_path / "export"

    result = run("export", form, "-o", str(file))

    assert result.exit_code == 0
    exported = file.read_text(encoding="utf-8").replace("\n ", "")
    assert "Find a source for SQL at level 3" in exported
    assert "Show: Tells it to ten people" in exported


def test_dropped_ones_come_back_when_they_are_pinned(run: Run, ladder: Path) -> None:
    run("plan", "--hours", "3", "--drop", "find.sql.3", "--yes")
    without = [name for name, _, _ in items(run)]
    run("plan", "--pin", "find.sql.3", "--yes")

    assert without == ["find.story.2", "show.story.2"]
    assert "find.sql.3" in [name for name, _, _ in items(run)]


def test_one_may_look_for_sources_in_any_language(run: Run, ladder: Path) -> None:
    run("plan", "--hours", "3", "--language", "de", "--format", "book", "--yes")

    assert len(items(run)) == 4


def test_what_no_skill_has_is_refused(run: Run, ladder: Path) -> None:
    result = run("done", "find.sql.9")

    assert result.exit_code == 2
    assert "There is no item 'find.sql.9'" in result.stderr
