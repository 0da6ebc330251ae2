"""What cannot be brought in as it stands is told, with its number and an example."""

from pathlib import Path

import pytest

from pillarplan.domain.text import LONGEST_LINE
from pillarplan.knowledge.importing.behaviours import behaviours
from pillarplan.knowledge.importing.sources.tally import Tally
from tests.knowledge.importing.shapes import brought_in, counts, levels_of, written

LONG = "I " + "say it again and " * 20 + "stop."


def test_ragged_and_repeated_rows_are_counted(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        "ladder.csv",
        "skill,level,text\nLamps,1,one,more,\nlamps,1,one\n Lamps ,2,two\n,1,whose\n"
        "Fog,1\nFog,,which\nFog\n,,\nLamps!,1,x\n",
    )

    framework, left = brought_in(source)

    assert levels_of(framework) == {
        "Lamps": {1: ("one",), 2: ("two",)},
        "Fog": {},
        "Lamps!": {1: ("x",)},
    }
    assert [each.id for each in framework.skills] == ["lamps", "fog", "lamps-2"]
    assert counts(left) == {
        "extra-cell": 1,
        "repeated": 1,
        "no-name": 1,
        "no-text": 1,
        "no-level": 1,
        "renamed": 1,
    }
    assert left["extra-cell"].examples == ("line 2: more",)


def test_skills_of_one_name_in_two_groups_are_two(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        "ladder.csv",
        "skill,level,text,group\nTalk,1,a,Team\nTalk,2,b,\nTalk,1,c,Sales\nTalk,2,d,\n",
    )

    framework, left = brought_in(source)

    assert [(each.id, each.group, each.levels) for each in framework.skills] == [
        ("talk", "Team", {1: ("a",), 2: ("b",)}),
        ("talk-2", "Sales", {1: ("c",), 2: ("d",)}),
    ]
    assert counts(left) == {"renamed": 1}


def test_characters_that_cannot_be_seen_are_taken_out_and_counted(
    tmp_path: Path,
) -> None:
    text = "skill,level,text\nLa\u200bmps,1,one\u202e\nLamps,2,two\u00ad\n"

    framework, left = brought_in(written(tmp_path, "ladder.csv", text))

    assert levels_of(framework) == {"Lamps": {1: ("one",), 2: ("two",)}}
    assert counts(left) == {"unreadable": 3}
    assert left["unreadable"].examples == ("U+00AD", "U+200B", "U+202E")


@pytest.mark.parametrize(
    ("text", "bullets", "lines"),
    [
        (
            "You can:\n- explain it\n  in full\n- do it",
            None,
            ["explain it in full", "do it"],
        ),
        ("In short\n* do it", None, ["In short", "do it"]),
        (
            "I do it.\nI teach\nit.\n\nOften.",
            None,
            ["I do it.", "I teach it.", "Often."],
        ),
        ("1. one\n2) two", None, ["one", "two"]),
        ("one; two;;three", ";", ["one", "two", "three"]),
        ("a - b", None, ["a - b"]),
    ],
)
def test_a_text_is_divided_into_its_behaviours(
    text: str, bullets: str | None, lines: list[str]
) -> None:
    assert [*behaviours(text, bullets, Tally())] == lines


def test_sentences_that_are_too_long_are_divided_and_lose_no_word() -> None:
    tally = Tally()

    lines = [*behaviours(f"Short. {LONG} And short again.", None, tally)]

    assert lines[0] == "Short."
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert " ".join(" ".join(lines).replace("…", "").split()) == (
        f"Short. {LONG} And short again."
    )
    assert [(each.why.value, each.count) for each in tally.told()] == [("divided", 1)]


@pytest.mark.parametrize(
    ("words", "names", "ordered"),
    [
        (["2", "1"], ("Level 1", "Level 2"), True),
        (["L3", "L1"], ("L1", "Level 2", "L3"), True),
        (["2 - Able", "1 - Aware"], ("Aware", "Able"), True),
        (["Able", "aware", "ABLE"], ("Able", "aware"), False),
        (["Able", "2"], ("Able", "2"), False),
        (["0", "1", "2"], ("Level 1", "Level 2"), True),
    ],
)
def test_levels_are_ordered_by_their_numbers_or_else_as_they_appear(
    tmp_path: Path, words: list[str], names: tuple[str, ...], ordered: bool
) -> None:
    rows = "".join(f"Lamps,{word},text {n}\n" for n, word in enumerate(words))

    framework, _ = brought_in(
        written(tmp_path, "ladder.csv", f"skill,level,text\n{rows}")
    )

    assert framework.levels.names == names
    assert framework.levels.ordered is ordered
