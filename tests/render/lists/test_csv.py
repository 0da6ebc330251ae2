"""Tables for spreadsheets: true to the texts, and safe to open."""

import csv
import io
import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.lists.csv import (
    BYTE_ORDER_MARK,
    Row,
    evidence_table,
    items_table,
    ratings_table,
    sessions_table,
    write_table,
)
from tests.program import CheckGolden
from tests.render.packets import hostile, ordinary

GUARD = re.compile(r"(^|;)'(?=['=+\-@＇＝＋－＠])")
"""The apostrophe that we put in front of a formula."""


def tables(packet: Packet) -> dict[str, list[Row]]:
    return {
        "items": list(items_table(packet)),
        "sessions": list(sessions_table(packet)),
        "ratings": list(ratings_table(packet.profile, packet.skills)),
        "evidence": list(evidence_table(packet.profile, packet.skills)),
    }


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("name", ["items", "sessions", "ratings", "evidence"])
def test_a_table_is_as_it_was(check_golden: CheckGolden, name: str) -> None:
    check_golden(f"exports/{name}.csv", write_table(tables(ordinary())[name]))


@pytest.mark.parametrize("name", ["items", "sessions", "ratings", "evidence"])
def test_without_the_guard_hostile_texts_come_back_as_they_were(name: str) -> None:
    rows = tables(hostile())[name]

    assert read(write_table(rows, raw=True)) == [
        ["" if cell is None else one_line(str(cell)) for cell in row] for row in rows
    ]


@pytest.mark.parametrize("name", ["items", "sessions", "ratings", "evidence"])
def test_taking_the_guard_away_gives_the_texts_back(name: str) -> None:
    rows = tables(hostile())[name]
    safe = write_table(rows).removeprefix(BYTE_ORDER_MARK)

    guarded = [[GUARD.sub(r"\1", cell) for cell in row] for row in read(safe)]

    assert guarded == read(write_table(rows, raw=True))


def test_formulas_in_hostile_texts_get_an_apostrophe() -> None:
    texts = [row[3] for row in read(write_table(tables(hostile())["evidence"]))]

    assert [text for text in texts if "'" in text[:1] or ";'" in text] == [
        '\'=HYPERLINK("https://example.org","Click")',
        "'+1+cmd|' /C calc'!A0",
        "'-2+3",
        "'@SUM(A1:A9)",
        "''=1+1",
        "'=1+1",
        "'＝1+1",
        'Sales;\'=1+1;"=2+2"',
        "'- [x] done",
        "'+project @context due:2020-01-01 pri:A a:b:c :d e: +",
    ]


@given(text=st.text(max_size=60) | st.from_regex(r"\s*[;'=+\-@＇＝＋－＠\t]{1,5}\w*"))
def test_no_cell_begins_like_a_formula_whatever_parts_the_cells(text: str) -> None:
    written = write_table([[text]]).removeprefix(BYTE_ORDER_MARK)

    ((cell,),) = read(written)
    parts = chain(re.split("[;\t]", cell))
    assert not any(re.match(r"[=+\-@＇＝＋－＠]", part) for part in parts)
