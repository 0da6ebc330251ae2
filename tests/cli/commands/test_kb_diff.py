"""``kb diff``: how two editions differ, and what of one's record that touches."""

import json
from pathlib import Path

import pytest

from tests.cli.test_answers import check
from tests.program import Run

LADDER = """\
format: pillarplan-knowledge
version: "1.1"
id: ladder
title: Our ladder
pillars:
  - id: craft
    name: Craft
    skills:
"""

OLD = """\
      - {id: data, name: Data skills}
      - {id: writing, name: Writing, levels: {1: [I write.]}}
      - {id: talking, name: Talking}
      - {id: stakeholders, name: Stakeholder management}
"""

NEW = """\
      - {id: sql, name: SQL, was: [data]}
      - {id: statistics, name: Statistics, was: [data]}
      - {id: communication, name: Communication, was: [writing, talking]}
      - {id: partners, name: Managing stakeholders}
"""


@pytest.fixture
def bases(tmp_path: Path) -> tuple[str, str]:
    """Two editions of a ladder, as files."""
    paths = tmp_path / "old.yaml", tmp_path / "new.yaml"
    for path, skills in zip(paths, (OLD, NEW), strict=True):
        path.write_text(LADDER + skills, encoding="utf-8")
    old, new = map(str, paths)
    return old, new


@pytest.fixture
def rated(run: Run, bases: tuple[str, str]) -> None:
    """Somebody rated themselves by the old one."""
    levels = ("data=3", "writing=2", "talking=4", "stakeholders=1")
    sets = [part for level in levels for part in ("--set", level)]
    assert run("--base", bases[0], "assess", *sets).exit_code == 0


WHOLE = """\
Skills: 1 gone, 1 divided, 1 joined and 1 added
  gone: stakeholders (Stakeholder management; is it partners, Managing
    stakeholders, now? Nobody says so)
  divided: data → sql and statistics (Data skills)
  joined: writing and talking → communication (Communication; other texts at
    level 1)
  added: partners (Managing stakeholders)

In your record: 4 things
  divided: data (1 rating): counts for sql and statistics, unsure
  joined: writing (1 rating): counts for communication, the lowest level, unsure
  joined: talking (1 rating): counts for communication, the lowest level, unsure
  gone: stakeholders (1 rating): kept, but it counts for nothing until you name
    a successor: pillarplan kb adopt stakeholders=NEW
"""


@pytest.mark.usefixtures("rated")
def test_what_differs_is_shown_with_what_of_the_record_it_touches(
    run: Run, bases: tuple[str, str]
) -> None:
    shown = run("kb", "diff", *bases, "--mine")

    assert (shown.exit_code, shown.stdout) == (0, WHOLE)
    assert run("kb", "diff", *bases).stdout == WHOLE.split("\n\nIn your")[0] + "\n"


@pytest.mark.usefixtures("rated")
def test_the_same_is_answered_as_json(run: Run, bases: tuple[str, str]) -> None:
    answer = json.loads(run("kb", "diff", *bases, "--mine", "--json").stdout)

    assert check(answer) == "diff"
    assert [each["how"] for each in answer["entries"]] == [
        *("split", "merged", "gone", "added")
    ]
    assert [each["said"]["id"] for each in answer["mine"]] == [
        *("data", "writing", "talking", "stakeholders")
    ]
    assert json.loads(run("kb", "diff", *bases, "--json").stdout)["mine"] is None


@pytest.mark.usefixtures("rated")
def test_the_new_edition_is_told_once_and_the_doctor_names_each_thing(
    run: Run, bases: tuple[str, str]
) -> None:
    first = run("--base", bases[1], "gaps")
    second = run("--base", bases[1], "gaps")
    status = run("--base", bases[1], "status")
    doctor = run("--base", bases[1], "doctor")

    assert "another than before: 1 gone and 3 under another name" in (
        " ".join(first.stderr.split())
    )
    assert (second.stderr, status.stderr) == ("", "")
    assert doctor.exit_code == 0
    said = " ".join(doctor.stdout.split())
    assert "has no longer: stakeholders (1 rating)." in said
    assert "data (1 rating) for sql and statistics" in said
    assert "--skill sql --skill statistics --skill communication" in said


def test_a_base_that_is_none_is_refused_by_its_name(
    run: Run, bases: tuple[str, str], tmp_path: Path
) -> None:
    nothing, broken = tmp_path / "nothing", tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")

    for other in (nothing, broken):
        refused = run("kb", "diff", bases[0], str(other))

        assert (refused.exit_code, refused.stdout) == (4, "")
        assert other.name in refused.stderr
