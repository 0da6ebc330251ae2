"""Reading files that people write: all of it is right, or all problems are told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import Field

from pillarplan.domain.text import is_safe, one_line
from pillarplan.knowledge.formats.files import KnowledgeFile, PartFile
from pillarplan.reading.complaints import Complaint
from pillarplan.reading.fields import Day, WholeKey
from pillarplan.reading.model import read_model
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source, UnreadableFileError
from pillarplan.reading.written import Written

KNOWLEDGE = Path(__file__).parents[1] / "data" / "knowledge"
PART = KNOWLEDGE / "resources" / "business.yaml"


class Note(Written):
    """A model with one field of every sort."""

    text: str = ""
    number: float = 0.0
    count: int = 0
    flag: bool = False
    on: Day | None = None
    words: tuple[str, ...] = ()
    levels: dict[WholeKey, str] = Field(default_factory=dict)


def read(text: str | bytes, name: str = "note.yaml") -> Note:
    content = text if isinstance(text, bytes) else text.encode()
    return read_model(Source(name, content), Note)


def problems(text: str | bytes, name: str = "note.yaml") -> list[str]:
    with pytest.raises(BrokenFileError) as caught:
        read(text, name)
    return [
        f"{each.line}:{each.column} {each.message}" for each in caught.value.problems
    ]


WHOLE = Note(
    text="Plain words",
    number=1.5,
    count=-3,
    flag=True,
    on=date(2026, 11, 23),
    words=("no", "2026-11-23", "012"),
    levels={1: "aware", 2: "learning"},
)

AS_YAML = """\
text: Plain words
number: 1.5
count: -3
flag: true
on: 2026-11-23
words: [no, 2026-11-23, 012]
levels:
  1: aware
  2: learning
"""

AS_JSON = WHOLE.model_dump_json(indent=1).replace("\n ", "\n\t")


def test_yaml_becomes_a_model() -> None:
    assert read(AS_YAML) == WHOLE


@pytest.mark.parametrize("name", ["note.json", "<stdin>", "note.yaml"])
def test_json_with_tabs_becomes_the_same_model(name: str) -> None:
    assert read(AS_JSON, name) == WHOLE


def test_a_mark_of_byte_order_and_windows_line_breaks_change_nothing() -> None:
    assert read(("\ufeff" + AS_YAML).replace("\n", "\r\n").encode()) == WHOLE


def test_a_text_is_one_line_with_composed_letters() -> None:
    folded = "text: >\n  Cafe\u0301  au\n  lait\n"

    assert read(folded) == Note(text="Caf\u00e9 au lait")


@pytest.mark.parametrize(
    "word",
    ["no", "NO", "off", "y", "True", "NULL", "1_000", "0x10", "12:30", "+1", "-0"],
)
def test_words_that_other_programs_read_as_something_else_are_text(word: str) -> None:
    assert read(f"text: {word}\n") == Note(text=word)


@pytest.mark.parametrize("word", ["yes", "no", "on", "Off", "y", "n", "TRUE", "1"])
def test_only_true_and_false_are_booleans(word: str) -> None:
    assert problems(f"flag: {word}\n")[0].startswith("1:7 flag must be true or false")


def test_all_problems_are_told_in_one_run() -> None:
    text = 'number: "7"\nfloag: true\ncount: 1.5\non: 2026-02-29\n'

    assert problems(text) == [
        "1:9 number must be a number, not text; remove the quotes",
        "2:1 unknown key 'floag'; did you mean 'flag'?",
        "3:8 count must be a whole number, not 1.5",
        "4:5 on must be a date of the calendar, such as 2026-11-23, not '2026-02-29'",
    ]


def test_a_doubt_about_a_sound_file_is_told_at_its_place() -> None:
    source = Source("note.yaml", b"text: Hm\nwords: [a, b]\n")

    with pytest.raises(BrokenFileError) as caught:
        read_model(source, Note, lambda _: [Complaint(("words", 1), "b is unknown")])

    assert str(caught.value) == (
        "note.yaml:2:12: b is unknown\n"
        "    words: [a, b]\n"
        "               ^\n"
        "1 problem in note.yaml. Nothing was changed; mend the file and try again."
    )


def test_a_file_that_is_not_there_is_no_broken_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="No such file"):
        Source.open(tmp_path / "none.yaml")


def told(content: bytes, model: type[Written], name: str = "any") -> None:
    """Read anything, and check that every problem stands inside the file."""
    try:
        read_model(Source(name, content), model)
    except BrokenFileError as broken:
        lines = content.decode("utf-8-sig", errors="replace").split("\n")
        for problem in broken.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert "Input should" not in problem.message
        assert str(broken).isprintable() or "\n" in str(broken)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"a: \x00")
@example(b'{"a": "\\ud800"}')
@example(b"? - a\n: b")
def test_any_bytes_give_a_model_or_problems(content: bytes) -> None:
    told(content, Note)


YAMLISH = st.lists(
    st.sampled_from(
        [
            *"abn:-?[]{},&*!|>'\"%@`#~<= \n\t01.",
            *["text", "number", "levels", "words", ": ", "- ", "\n  ", "\n", "<<: "],
            *["&a ", "*a", "!!str ", "---\n", "...\n", "\\u202e", "\u202e", "\ud7ff"],
            *["true", "null", "2026-11-23", "1e9", "é", "😀", "\x00", "\r", "\x85"],
        ]
    ),
    max_size=40,
).map("".join)


@given(YAMLISH, st.sampled_from(["any.yaml", "any.json"]))
def test_any_text_gives_a_model_or_problems(text: str, name: str) -> None:
    told(text.encode(), Note, name)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.dates().map(str)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*Note.model_fields, "id", "hours", "roles", "1", "x y"])
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
MAPS = st.dictionaries(st.sampled_from(list(PartFile.model_fields)), VALUES, max_size=4)


@given(MAPS | VALUES, st.sampled_from([PartFile, KnowledgeFile, Note]), st.booleans())
def test_any_structure_gives_a_model_or_problems(
    value: Any, model: type[Written], as_json: bool
) -> None:
    text = json.dumps(value) if as_json else yaml.safe_dump(value, allow_unicode=True)

    told(text.encode("utf-8", errors="replace"), model)


def mutations(value: Any) -> st.SearchStrategy[Any]:
    """Vary a sound record somewhere inside."""
    if isinstance(value, dict) and value:
        return st.sampled_from(sorted(value)).flatmap(
            lambda key: st.one_of(
                mutations(value[key]).map(lambda new: {**value, key: new}),
                st.just({k: v for k, v in value.items() if k != key}),
                st.text(max_size=5).map(lambda new: {**value, new: value[key]}),
            )
        )
    if isinstance(value, list) and value:
        return st.sampled_from(range(len(value))).flatmap(
            lambda at: mutations(value[at]).map(
                lambda new: [*value[:at], new, *value[at + 1 :]]
            )
        )
    return VALUES


SOUND = read_model(Source.open(PART), PartFile).model_dump(mode="json", by_alias=True)


@given(mutations(SOUND))
def test_a_part_that_is_wrong_somewhere_is_told_so_or_read(record: Any) -> None:
    told(json.dumps(record).encode("utf-8", errors="replace"), PartFile)


LETTERS = st.characters(codec="utf-8").filter(is_safe)
LINES = st.text(LETTERS, max_size=8).map(one_line)
NOTES = st.builds(
    Note,
    text=LINES,
    # None of them is -0.0, which no person means.
    number=st.floats(allow_nan=False, allow_infinity=False).map(lambda n: n + 0.0),
    count=st.integers(-(10**15), 10**15),
    words=st.lists(LINES, max_size=3).map(tuple),
    levels=st.dictionaries(st.integers(-9, 99), LINES, max_size=3),
)


@given(NOTES)
def test_what_is_written_as_json_is_read_as_it_was(note: Note) -> None:
    assert read(note.model_dump_json()) == note


@given(NOTES)
def test_json_is_also_read_by_the_reader_of_yaml(note: Note) -> None:
    text = note.model_dump_json()

    assert read(f"# Not JSON, but YAML.\n{text}") == note
