"""Whatever lies in a source, it is one clear error within moments."""

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pillarplan.errors import PillarplanError
from pillarplan.knowledge.importing.sources import limits
from tests.knowledge.importing.shapes import brought_in, counts, workbook, written

HEAD = b"skill,level,text\n"

SOON = 20
"""Seconds, on a machine with a lot else to do."""

LAUGHS = b"a: &a [ha, ha]\n" + b"".join(
    b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 120)
)

FAULTS = {
    "nul.csv": (HEAD + b"Lamps,1,\0\n", r"nul\.csv:2: a NUL byte, so this is no text"),
    "latin.csv": (HEAD + b"Caf\xe9,1,x\n", r"latin\.csv:2: byte 0xe9 is not UTF-8"),
    "utf16.csv": ("skill".encode("utf-16"), "UTF-16 text; save the file as UTF-8"),
    "empty.csv": (b"", "the file is empty"),
    "head.csv": (HEAD, "there are no rows below the names of the columns"),
    "names.csv": (
        b"skil,level,text\n",
        r"no column 'skill'\. Columns there are: skil, level and text; did you mean",
    ),
    "twice.csv": (b"skill,level,level,text\n", "two columns are called 'level'"),
    "open.csv": (
        HEAD + b'Lamps,1,"x\n',
        r"open\.csv:2: a quote that is opened here is",
    ),
    "early.csv": (HEAD + b'Lamps,1,"x" y\n', "after a quote that closes a cell, only"),
    "long.csv": (
        HEAD + b'Lamps,1,"' + b"x" * 1_100_000,
        "perhaps a quote is never closed",
    ),
    "one.csv": (HEAD + b"Lamps,1,x\n", "at least 2 levels; this has 1, 'Level 1'"),
    "thirty.csv": (
        HEAD + b"".join(b"Lamps,%d,x\n" % n for n in range(31)),
        "a scale has at most 10 levels; this has up to 30",
    ),
    "words.csv": (
        HEAD + b"".join(b"Lamps,%c,x\n" % n for n in range(97, 110)),
        "a scale has at most 10 levels; this has 13: a, b, c,",
    ),
    "skills.csv": (
        HEAD + b"".join(b"s%d,1,x\n" % n for n in range(limits.MOST_SKILLS + 1)),
        "more than 20,000 skills",
    ),
    "rows.csv": (HEAD + b"s,1,x\n" * (limits.MOST_ROWS + 1), "more than 250,000 rows"),
    "big.csv": (HEAD + b"x" * limits.MOST_BYTES, "larger than 20 MB"),
    "laughs.yaml": (LAUGHS, "anchors"),
    "tag.yaml": (b"- !!python/name:os.system ''\n", "tags"),
    "deep.yaml": (b"[" * 100_000, "nest more than 40 deep"),
    "deep.json": (b"[" * 100_000, "nest more than 40 deep"),
    "values.json": (b"[" + b"1," * 500_001 + b"1]", "more than 500,000 values"),
    "keys.json": (b'{"ladder": []}', r"'\[\]' leads to nothing in it|no entry has"),
    "marks.md": (b"# a\n" + b"[" * 200_000, "no table is in it.*It holds a"),
    "quotes.md": (b"> " * 100_000 + b"x\n", "no table is in it"),
    "cells.md": (
        b"|a" * 3_000 + b"|\n" + b"|-" * 3_000 + b"|\n" + b"|b|\n" * 3_000,
        "no",
    ),
    "large.md": (b"x" * 1_100_000, "a page of more than 1 MB"),
    "no.xlsx": (HEAD, "this is no workbook that can be read"),
    "x.exe": (b"MZ", r"the name of a file must end in \.csv, \.tsv"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_hostile_file_is_refused_soon_with_its_name(
    name: str, tmp_path: Path
) -> None:
    content, message = FAULTS[name]
    source = written(tmp_path, name, content)
    began = time.monotonic()

    with pytest.raises(PillarplanError, match=message) as caught:
        brought_in(source)

    assert time.monotonic() - began < SOON
    assert name in str(caught.value)


def repacked(source: Path, target: Path, parts: dict[str, bytes]) -> Path:
    """Copy a workbook with other parts in it."""
    with zipfile.ZipFile(source) as old:
        all_parts = {each: old.read(each) for each in old.namelist()} | parts
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for each, content in all_parts.items():
            new.writestr(each, content)
    return target


SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    rows: list[list[Any]] = [
        ["skill", "level", "text"],
        ["Lamps", 1, "one"],
        ["Lamps", 2, "two"],
    ]
    return workbook(tmp_path / "good.xlsx", {"All": rows})


def sheet_of(book: Path) -> bytes:
    with zipfile.ZipFile(book) as opened:
        return opened.read(SHEET)


def test_a_workbook_that_would_fill_the_memory_is_refused(
    book: Path, tmp_path: Path
) -> None:
    bomb = repacked(book, tmp_path / "bomb.xlsx", {"xl/x.xml": b"0" * 100_000_000})

    with pytest.raises(PillarplanError, match=r"bomb\.xlsx: it unpacks to more than"):
        brought_in(bomb)


def test_a_workbook_with_entities_is_refused(book: Path, tmp_path: Path) -> None:
    sheet = sheet_of(book).replace(b"<worksheet", b"<!doctype x []><worksheet", 1)
    evil = repacked(book, tmp_path / "evil.xlsx", {SHEET: sheet})

    with pytest.raises(PillarplanError, match="it holds XML that no workbook has"):
        brought_in(evil)


@pytest.mark.parametrize("sheet", [b"<worksheet><sheetData><row>", b"", b"\0"])
def test_a_workbook_that_is_damaged_is_refused(
    sheet: bytes, book: Path, tmp_path: Path
) -> None:
    torn = repacked(book, tmp_path / "torn.xlsx", {SHEET: sheet})

    with pytest.raises(PillarplanError, match=r"torn\.xlsx: this is no workbook"):
        brought_in(torn)


def test_what_a_sheet_says_of_its_size_is_not_believed(
    book: Path, tmp_path: Path
) -> None:
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>Fog</t></is></c></row>'
    sheet = sheet_of(book).replace(
        b"</sheetData>", row % (90_000, 90_000) + b"</sheetData>"
    )
    longer = repacked(book, tmp_path / "longer.xlsx", {SHEET: sheet})

    framework, left = brought_in(longer)

    assert [each.name for each in framework.skills] == ["Lamps", "Fog"]
    assert counts(left) == {}


def test_nothing_is_read_outside_of_the_folder(tmp_path: Path) -> None:
    written(tmp_path, "secret.csv", HEAD + b"Lamps,1,x\nLamps,2,y\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.csv").symlink_to("../secret.csv")

    with pytest.raises(PillarplanError, match="a link that leads out of the folder"):
        brought_in(folder)


def test_a_folder_without_any_such_file_says_what_it_takes(tmp_path: Path) -> None:
    written(tmp_path, "photo.png", b"x")
    written(tmp_path, ".hidden.csv", HEAD)

    with pytest.raises(PillarplanError, match="there is no file to read; it takes CSV"):
        brought_in(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("name: skill\nfiles: no*.csv\n", r"no file matches 'no\*\.csv'"),
        ("name: skil\n", "there is no column 'skil'"),
        (
            "each: ladder[]\nname: skill\n",
            "'ladder.*leads to nothing in it; it is a list",
        ),
        (
            "name: skill\ncolumns: [level, text]\nscale: [a, b, c]\n",
            "2 columns are leve",
        ),
        (
            "name: skill\nlevel: level\ntext: text\nscale: [a, A]\n",
            "two levels of the sc",
        ),
        (
            "name: skill\nscale: /levels[]\nlevel: level\ntext: text\n",
            "leads to nothing",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_the_source_says_what_is_there(
    wanted: str, message: str, tmp_path: Path
) -> None:
    written(tmp_path, "ladder.csv", HEAD + b"Lamps,1,x\nLamps,2,y\n")

    with pytest.raises(PillarplanError, match=message):
        brought_in(tmp_path, wanted)


def test_a_field_that_no_entry_has_is_a_mistake_of_the_mapping(tmp_path: Path) -> None:
    source = written(
        tmp_path, "a.json", '[{"skill": "Lamps", "level": 1, "text": "x"}]'
    )

    with pytest.raises(PillarplanError, match="no entry has 'txt'"):
        brought_in(source, "name: skill\nlevel: level\ntext: txt\n")
