"""Each shape of a framework becomes the skills, levels and roles that it holds."""

import json
from pathlib import Path

from tests.knowledge.importing.shapes import (
    SIMPLE_TABLE,
    brought_in,
    counts,
    levels_of,
    targets_of,
    workbook,
    written,
)

LAMPS_AND_FOG = {
    "Lamps": {1: ("I can light one",), 2: ("I keep ten alight",)},
    "Fog": {1: ("I hear a horn",), 2: ("I sound it in time",)},
}


def test_a_table_of_skill_level_and_text_needs_no_mapping(tmp_path: Path) -> None:
    source = written(tmp_path, "ladder.csv", SIMPLE_TABLE)

    framework, left = brought_in(source)

    assert levels_of(framework) == LAMPS_AND_FOG
    assert [each.group for each in framework.skills] == ["Tower", "Sea"]
    assert framework.title == "ladder"
    assert left == {}


def test_cells_may_be_separated_by_tabs_or_semicolons_and_have_no_group(
    tmp_path: Path,
) -> None:
    lines = [line.rpartition(",")[0] for line in SIMPLE_TABLE.splitlines()]
    for separator in ("\t", ";", "|"):
        text = "\r\n".join(line.replace(",", separator) for line in lines)
        source = written(tmp_path, "ladder.tsv", f"\ufeffOur ladder\n\n{text}")

        framework, left = brought_in(source)

        assert levels_of(framework) == LAMPS_AND_FOG
        assert left == {}


def test_columns_are_levels_and_another_file_has_the_roles(tmp_path: Path) -> None:
    written(
        tmp_path,
        "skills.csv",
        'Skill Name,About,Aware,Able\nLamps,Light,"You can:\n- light one\n- name two",'
        'not defined\nFog,Sound,hear a horn,"- sound it\n- teach it"\n',
    )
    written(
        tmp_path,
        "roles.csv",
        "Family,Level,Skill Name,Needs\nKeeper,Keeper,Lamps,Able\n"
        "Keeper,Head keeper,Lamps,Able\nKeeper,Head keeper,Fog,Aware\n"
        "Keeper,Head keeper,Fog,Aware\nKeeper,Head keeper,Fog,Able\n"
        "Keeper,Head keeper,Oars,Able\nKeeper,Keeper,Fog,Expert\n"
        "Keeper,Boy,Fog,n/a\n",
    )

    framework, left = brought_in(
        tmp_path,
        """
files: skills.csv
name: Skill Name
summary: About
columns: [Aware, Able]
nothing: [n/a, not defined]
roles: {files: roles.csv, name: [Family, Level], skill: Skill Name, level: Needs}
""",
    )

    assert levels_of(framework) == {
        "Lamps": {1: ("light one", "name two")},
        "Fog": {1: ("hear a horn",), 2: ("sound it", "teach it")},
    }
    assert targets_of(framework) == {
        "Keeper": {"lamps": 2},
        "Head keeper": {"lamps": 2, "fog": 1},
    }
    assert framework.levels.names == ("Aware", "Able")
    assert counts(left) == {
        "no-such-level": 1,
        "nothing": 2,
        "lead-in": 1,
        "repeated": 1,
        "no-such-skill": 1,
        "other-target": 1,
        "no-targets": 1,
    }
    assert left["no-such-level"].examples == ("Keeper: Expert",)


def test_entries_refer_to_levels_and_themes_elsewhere_in_the_file(
    tmp_path: Path,
) -> None:
    source = written(
        tmp_path,
        "ladder.yml",
        """
levels: [{id: jun, name: Junior}, {id: sen, name: Senior}]
themes:
  - {id: lamps, name: Care of lamps, summary: They must burn}
  - {id: fog, name: Fog}
competencies:
  - id: 4711
    theme: lamps
    level: sen
    summary: |
      Keeps ten of them
      alight. And teaches it.
  - {theme: lamps, level: jun, summary: Lights one}
  - {theme: fog, level: jun, summary: Hears a horn}
  - {theme: fog, level: old, summary: Is deaf}
""",
    )

    framework, left = brought_in(
        source,
        """
each: "competencies[]"
id: theme
level: level
text: summary
scale: "/levels[]"
names: "/themes[]"
""",
    )

    assert levels_of(framework) == {
        "Care of lamps": {
            1: ("Lights one",),
            2: ("Keeps ten of them alight. And teaches it.",),
        },
        "Fog": {1: ("Hears a horn",)},
    }
    assert [each.summary for each in framework.skills] == ["They must burn", ""]
    assert framework.levels.names == ("Junior", "Senior")
    assert counts(left) == {"no-such-level": 1}


def test_levels_may_lie_inside_skills_before_a_page_of_markdown(
    tmp_path: Path,
) -> None:
    source = written(
        tmp_path,
        "keeper.md",
        """---
topics:
  - name: lamps
    title: Lamps
    content:
      - {level: 1, criteria: [I can light one]}
      - {level: 2, criteria: [I keep ten alight]}
  - name: fog
    title: Fog
    content:
      - {level: 1, criteria: I hear a horn}
      - {level: 2, criteria: [I sound it in time]}
---
# Keeper
""",
    )

    framework, left = brought_in(
        source,
        'each: "topics[].content[]"\nname: title\nlevel: level\ntext: criteria\n',
    )

    assert levels_of(framework) == LAMPS_AND_FOG
    assert left == {}


def test_keys_on_the_way_may_be_levels_roles_and_their_seniority(
    tmp_path: Path,
) -> None:
    skills = [
        {
            "id": "lamp_care",
            "name": "Soin des lampes",
            "category": {"name": "Tour"},
            "needs": {"keeper": [0, 2], "cook": ["NC", 1]},
            "signs": {"0": ["Rien"], "1": ["J'allume"], "2": ["J'enseigne", "Je"]},
        }
    ]
    source = written(tmp_path, "matrix.json", json.dumps({"skills": skills}))

    framework, left = brought_in(
        source,
        """
title: Phare
each: "skills[].signs[level]"
id: id
name: name
group: category.name
level: level
text: .
scale: [Débutant, Maître]
names: {keeper: Gardien, cook: Cuisinier, "1": junior, "2": senior}
nothing: [NC]
roles: {each: "skills[].needs[role][step]", name: [role, step], skill: id, level: .}
""",
    )

    assert levels_of(framework) == {
        "Soin des lampes": {1: ("J'allume",), 2: ("J'enseigne", "Je")}
    }
    assert [each.group for each in framework.skills] == ["Tour"]
    assert [each.id for each in framework.skills] == ["lamp-care"]
    assert targets_of(framework) == {
        "Gardien, junior": {"lamp-care": 0},
        "Gardien, senior": {"lamp-care": 2},
        "Cuisinier, senior": {"lamp-care": 1},
    }
    assert counts(left) == {"level-0": 1, "nothing": 1, "no-targets": 1}


def test_a_row_of_a_page_that_fills_only_the_name_begins_a_group(
    tmp_path: Path,
) -> None:
    source = written(
        tmp_path,
        "titles.md",
        """# Titles

Some words.

| Level | Senior |
|--|--|
| 1 | no |

## Expectations

| Area | Junior (L1) | Senior (L2) |
| --- | --- | --- |
| **Tower** |  |  |
| *Lamps* | I can [light](https://example.org) one | I keep `ten` alight |
| **Sea** |  |  |
| *Fog* | I hear a horn | I sound it in<br>time |
""",
    )

    framework, left = brought_in(
        source,
        """
each: Expectations[]
name: Area
headings: true
columns: [Junior (L1), Senior (L2)]
""",
    )

    assert levels_of(framework) == LAMPS_AND_FOG
    assert [each.group for each in framework.skills] == ["Tower", "Sea"]
    assert framework.levels.names == ("Junior (L1)", "Senior (L2)")
    assert counts(left) == {"no-table": 1}


def test_headings_are_skills_and_lists_below_them_levels(tmp_path: Path) -> None:
    numbered = "# Levels\n\n## Lamps\n1. I can light one\n2. I keep ten alight\n\n"
    source = written(
        tmp_path,
        "radar.md",
        f"{numbered}## Fog\n1. I hear a horn\n2. I sound it in time\n# Axes\n- Lamps\n",
    )
    text = "name: skill\nlevel: level\ntext: .\n"

    framework, left = brought_in(source, f"each: Levels[skill][level]\n{text}")

    assert levels_of(framework) == LAMPS_AND_FOG
    assert left == {}


def test_lists_in_lists_are_levels_and_their_behaviours(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        "page.md",
        "# Ours\n## Lamps\nText.\n- **Novice**\n  - I can light one\n- **Master**\n"
        "  - I keep ten alight\n  - I teach it\n",
    )

    framework, _ = brought_in(
        source, "each: Ours[skill][level]\nname: skill\nlevel: level\ntext: .\n"
    )

    assert levels_of(framework) == {
        "Lamps": {1: ("I can light one",), 2: ("I keep ten alight", "I teach it")}
    }
    assert framework.levels.names == ("Novice", "Master")
    assert not framework.levels.ordered


def test_each_sheet_of_a_workbook_may_be_a_skill(tmp_path: Path) -> None:
    source = workbook(
        tmp_path / "book.xlsx",
        {
            "Lamps": [["Junior", 0, "Senior", 0], ["I can light one", 1, "I keep", 2]],
            "Fog": [["What we ask"], ["Senior", "Junior"], [None, "I hear a horn"]],
            "Sums": [["Weight", 0.5]],
        },
    )

    framework, left = brought_in(
        source, 'each: "[skill][]"\nname: skill\ncolumns: [Junior, Senior]\n'
    )

    assert levels_of(framework) == {
        "Lamps": {1: ("I can light one",), 2: ("I keep",)},
        "Fog": {1: ("I hear a horn",)},
    }
    assert counts(left) == {"no-table": 1}
    assert left["no-table"].examples == ("sheet Sums",)


def test_a_matrix_of_skills_and_roles_has_its_levels_from_the_numbers(
    tmp_path: Path,
) -> None:
    source = workbook(
        tmp_path / "matrix.xlsx",
        {"All": [["Skill", "Keeper", "Cook"], ["Lamps", 3.0, 1], ["Fog", 2, None]]},
    )

    framework, left = brought_in(
        source, "name: Skill\nroles: {skill: Skill, columns: [Keeper, Cook]}\n"
    )

    assert levels_of(framework) == {"Lamps": {}, "Fog": {}}
    assert targets_of(framework) == {
        "Keeper": {"lamps": 3, "fog": 2},
        "Cook": {"lamps": 1},
    }
    assert framework.levels.names == ("Level 1", "Level 2", "Level 3")
    assert left == {}


def test_a_folder_of_files_is_one_framework(tmp_path: Path) -> None:
    for skill, texts in LAMPS_AND_FOG.items():
        levels = {level: list(lines) for level, lines in texts.items()}
        path = f"skills/{skill}.json"
        written(tmp_path, path, json.dumps({"skill": skill, "levels": levels}))
    written(tmp_path, "skills/config.json", '{"roles": []}')
    written(tmp_path, "README.md", "# Read me")

    framework, left = brought_in(
        tmp_path,
        'files: skills/**/*.json\neach: "levels[n]"\nname: skill\nlevel: n\ntext: .\n',
    )

    assert levels_of(framework) == {
        name: LAMPS_AND_FOG[name] for name in ("Fog", "Lamps")
    }
    assert counts(left) == {"no-table": 1}
