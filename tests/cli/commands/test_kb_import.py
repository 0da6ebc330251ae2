"""A framework of others becomes a base by one command, and says what became of it."""

import json
import sys
from pathlib import Path

import pytest

from tests.program import CheckGolden, Run

LADDER = Path(__file__).parents[3] / "examples" / "ladder.csv"

MAPPING = """\
format: pillarplan-mapping
version: "1.0"
title: The lighthouse
name: Skill
summary: About
columns: [Novice, Keeper]
nothing: [tbd]
roles: {name: Role, skill: Skill, level: Needs}
"""

TABLE = """\
Skill,About,Novice,Keeper,Role,Needs
Lamps,All that burns,"You can:\n- light one\n- name two",keep ten,Head,Keeper
Fog,,tbd,sound it,Boy,Chief
,,whose,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "map.yaml").write_text(MAPPING)
    path = tmp_path / "ladder.csv"
    path.write_text(TABLE)
    return path


def test_the_example_becomes_a_base_on_which_all_commands_work(run: Run) -> None:
    imported = run("kb", "import", str(LADDER), "-o", "ours")
    chosen = run("config", "set", "base", "ours")
    listed = run("kb", "list", "--json")
    rated = run("assess", "--set", "pricing=1")

    assert (imported.exit_code, imported.stderr) == (0, "")
    assert imported.stdout.splitlines()[-1] == (
        "To use it: pillarplan config set base ours"
    )
    assert (chosen.exit_code, rated.exit_code) == (0, 0)
    skills = json.loads(listed.stdout)["skills"]
    assert len(skills) == 10
    assert {each["pillar_name"] for each in skills} == {
        "Business",
        "Customers",
        "Team",
        "Craft",
    }


def test_what_is_found_left_out_and_missing_is_told(
    run: Run, table: Path, check_golden: CheckGolden
) -> None:
    result = run("kb", "import", "ladder.csv", "--map", "map.yaml", "-o", "ours")

    assert result.exit_code == 0
    check_golden("cli/kb-import.txt", result.stdout)
    check_golden("cli/kb-import-base.yaml", Path("ours/base.yaml").read_text())


def test_programs_are_told_the_same(run: Run, table: Path) -> None:
    result = run("kb", "import", "ladder.csv", "--map", "map.yaml", "-o", "o", "--json")

    answer = json.loads(result.stdout)
    assert answer["format"] == "pillarplan-import"
    assert answer["found"]["skills"] == 2
    assert {each["why"]: each["count"] for each in answer["left_out"]} == {
        "no-name": 1,
        "no-such-level": 1,
        "nothing": 1,
        "lead-in": 1,
        "no-targets": 1,
    }
    assert answer["next"] == "pillarplan config set base o"


def test_a_mapping_may_come_from_another_program(run: Run, table: Path) -> None:
    result = run(
        "kb", "import", "ladder.csv", "--map", "-", "-o", "ours", stdin=MAPPING
    )

    assert result.exit_code == 0


def test_a_base_is_never_lost_by_mistake(run: Run, table: Path) -> None:
    words = ("kb", "import", str(LADDER), "-o", "ours")
    first, again, forced = run(*words), run(*words), run(*words, "--force")
    Path("ours", "notes.txt").write_text("mine")
    with_notes = run(*words, "--force")

    assert [each.exit_code for each in (first, again, forced, with_notes)] == [
        *(0, 1, 0, 1)
    ]
    assert "ours exists already. Add --force to replace it." in again.stderr
    assert "holds other things (notes.txt)" in with_notes.stderr
    assert Path("ours", "notes.txt").read_text() == "mine"


def test_a_source_that_cannot_be_read_leaves_nothing_behind(run: Run) -> None:
    Path("bad.csv").write_bytes(b"skill,level,text\nCaf\xe9,1,x\n")

    result = run("kb", "import", "bad.csv", "-o", "ours")
    missing = run("kb", "import", "none.csv", "-o", "ours")

    assert (result.exit_code, missing.exit_code) == (4, 4)
    assert "bad.csv:2: byte 0xe9 is not UTF-8" in result.stderr
    assert "Cannot read none.csv: No such file or directory" in missing.stderr
    assert not Path("ours").exists()


def test_a_workbook_without_its_reader_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    Path("ladder.xlsx").write_bytes(b"PK")

    result = run("kb", "import", "ladder.xlsx", "-o", "ours")

    assert result.exit_code == 2
    assert "pip install 'pillarplan[xlsx]'" in result.stderr
    assert "save the sheet as CSV (UTF-8)" in result.stderr
