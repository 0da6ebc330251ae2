"""Rules beyond types; whole files that break them are under tests/data/broken."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.record import to_record
from pillarplan.knowledge.base.entry import bundled_path
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
    "band",
    "basis",
    "amount",
    "free_part",
    "when",
    "recommended",
    "guests",
    "synonyms",
    "lists",
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


@given(
    st.dictionaries(
        st.sampled_from(
            ["pillars", "resources", "scale", "recommended", "guests", "synonyms"]
        ),
        JUNK,
    )
    | JUNK
)
def test_checks_bear_any_data(data: object) -> None:
    for entry in entries(data if isinstance(data, dict) else {"pillars": data}):
        name_of(entry)
        list(flaws(entry, 5))
        list(references(entry))


def as_written(base: KnowledgeBase) -> dict[str, Any]:
    """Return a base as plain data; a price without its band is its short form."""
    data: dict[str, Any] = to_record(base)
    data["scale"] = data["scale"]["levels"]
    for each in data["resources"]:
        price = each["price"]
        if price and price["basis"] == "seen" and price["seen_on"] is None:
            each["price"] = {key: price[key] for key in ("amount", "currency")}
    return data


@pytest.mark.parametrize("path", [SMALL, bundled_path()])
def test_a_sound_knowledge_base_has_no_flaws_and_no_dangling_ids(path: Path) -> None:
    data = as_written(load(path))
    found = list(entries(data))
    names = {name_of(entry) for entry in found}

    assert [flaw for entry in found for flaw in flaws(entry, 5)] == []
    assert len(names) == len(found)
    assert {
        (each.kind, each.id) for entry in found for each in references(entry)
    } <= names


def messages(kind: str, **record: object) -> list[str]:
    return [flaw.message for flaw in flaws(Entry(kind, (), record), 5)]


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


def test_levels_go_from_one_to_five_and_some_may_be_missing() -> None:
    assert messages("skill", levels={"2": ["I can."], "5": ["I lead."]}) == []
    assert messages("skill", levels={"0": ["I cannot."]}) == [
        "levels begin at 1; nobody has to show level 0"
    ]


@given(st.from_regex(r"97[89][0-9]{9}", fullmatch=True), st.integers(0, 11))
def test_one_mistyped_digit_of_an_isbn_is_noticed(digits: str, place: int) -> None:
    (isbn,) = [f"{digits}{last}" for last in range(10) if is_isbn13(f"{digits}{last}")]
    other = str((int(isbn[place]) + 1) % 10)

    assert not is_isbn13(isbn[:place] + other + isbn[place + 1 :])


@pytest.mark.parametrize("isbn", ["9780143118756", "9781250179944", "9791034304042"])
def test_known_isbns_fit(isbn: str) -> None:
    assert is_isbn13(isbn)


USUAL = {"band": "20-50", "basis": "usual"}
SEEN = {
    **USUAL,
    "basis": "seen",
    "amount": 30,
    "currency": "USD",
    "seen_on": "2026-11-26",
    "seen_at": "https://example.org/",
}


@pytest.mark.parametrize(
    "price",
    [
        USUAL,
        SEEN,
        {**SEEN, "amount": 50},
        {**SEEN, "amount": 90, "currency": "SEK"},
        {"amount": 30, "currency": "EUR"},
    ],
)
def test_a_price_is_a_usual_band_or_an_amount_that_was_seen(price: object) -> None:
    assert messages("resource", cost="paid", price=price) == []
    assert messages("resource", cost="freemium", price=price) == []


@pytest.mark.parametrize(
    ("price", "message"),
    [
        ({**USUAL, "amount": 30, "currency": "USD"}, "a usual price is a band only"),
        ({"basis": "usual"}, "state the band of the usual price"),
        ({"band": "20-50"}, "state a band with its basis"),
        ({"amount": 30}, "state the amount with its currency"),
        ({**SEEN, "seen_on": None}, "a price that was seen has also seen_on"),
        ({**SEEN, "amount": 51}, "51 USD do not belong to the band 20-50"),
    ],
)
def test_a_price_that_claims_too_much_or_too_little_is_a_flaw(
    price: object, message: str
) -> None:
    (found,) = messages("resource", cost="paid", price=price)

    assert found.startswith(message)


def test_only_what_is_free_in_part_has_a_free_part() -> None:
    part = {"what": "the first module", "enough": False}

    assert messages("resource", cost="freemium", free_part=part) == []
    for cost in ("free", "paid"):
        assert messages("resource", cost=cost, free_part=part) == [
            f"what is {cost} has no free part; freemium has"
        ]


@pytest.mark.parametrize(
    ("when", "sound"),
    [
        ({"months": [4], "place": "Oslo"}, True),
        ({"on": ["2027-04-01"]}, True),
        ({"every_weeks": 2, "months": []}, True),
        ({"place": "Oslo"}, False),
        ({"months": [4], "every_weeks": 2}, False),
    ],
)
def test_an_occasion_has_one_sort_of_time(when: object, sound: bool) -> None:
    assert (messages("resource", when=when) == []) is sound
