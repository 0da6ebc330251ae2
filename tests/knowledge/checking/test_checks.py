"""Rules beyond types; whole files that break them are under tests/data/broken."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.record import to_record
from pillarplan.knowledge.base.builtin import bundled_path
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.checking.checks import (
    Entry,
    entries,
    flaws,
    is_isbn13,
    references,
)
from pillarplan.knowledge.checking.ids import name_of
from tests.knowledge.bases import SMALL

KEYS = [
    "pillars",
    "skills",
    "id",
    "resources",
    "develops",
    "skill",
    "from",
    "to",
    "levels",
    "1",
    "0",
    "scale",
    "level",
    "effort",
    "isbn",
    "cost",
    "price",
    "targets",
    "raises",
    "covers",
    "draws_on",
    "pillar",
    "roles",
]

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(["pillars", "resources", "scale"]), JUNK) | JUNK)
def test_checks_bear_any_data(data: object) -> None:
    for entry in entries(data if isinstance(data, dict) else {"pillars": data}):
        name_of(entry)
        list(flaws(entry))
        list(references(entry))


@pytest.mark.parametrize("path", [SMALL, bundled_path()])
def test_a_sound_knowledge_base_has_no_flaws_and_no_dangling_ids(path: Path) -> None:
    data = to_record(load(path))
    found = list(entries(data))
    names = {name_of(entry) for entry in found}

    assert [flaw for entry in found for flaw in flaws(entry)] == []
    assert len(names) == len(found)
    assert {
        (each.kind, each.id) for entry in found for each in references(entry)
    } <= names


def messages(kind: str, **record: object) -> list[str]:
    return [flaw.message for flaw in flaws(Entry(kind, (), record))]


@pytest.mark.parametrize(
    "effort",
    [
        {"pages": 100},
        {"pages": 100, "reading": "dense", "minutes": None},
        {"minutes": 30, "reading": "normal"},
        {"weeks": 4, "hours_per_week": 3},
    ],
)
def test_an_effort_states_one_rule(effort: object) -> None:
    assert messages("resource", effort=effort) == []


@pytest.mark.parametrize(
    "effort", [{}, {"weeks": 4}, {"pages": 9, "minutes": 9}, {"reading": "easy"}]
)
def test_an_effort_without_a_rule_or_with_two_is_a_flaw(effort: object) -> None:
    assert messages("resource", effort=effort) == [
        "state pages, or minutes, or weeks with hours_per_week"
    ]


def test_levels_go_from_one_to_five() -> None:
    whole = {str(level): ["I can."] for level in range(1, 6)}

    assert messages("skill", levels=whole) == []
    assert messages("skill", levels={"2": [], "5": []}) == [
        "levels go from 1 to 5; missing: 1, 3, 4"
    ]


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 11))
def test_one_mistyped_digit_of_an_isbn_is_noticed(digits: str, place: int) -> None:
    (isbn,) = [f"{digits}{last}" for last in range(10) if is_isbn13(f"{digits}{last}")]
    other = str((int(isbn[place]) + 1) % 10)

    assert not is_isbn13(isbn[:place] + other + isbn[place + 1 :])


@pytest.mark.parametrize("isbn", ["9780143118756", "9781250179944", "9791034304042"])
def test_known_isbns_fit(isbn: str) -> None:
    assert is_isbn13(isbn)
