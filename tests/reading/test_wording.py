"""What pydantic finds is said in plain words."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from pillarplan.knowledge.formats.files import KnowledgeFile
from pillarplan.reading.complaints import Complaint
from pillarplan.reading.fields import Level
from pillarplan.reading.model import validate
from pillarplan.reading.phrases import FORMS, LITERAL_FORM
from pillarplan.reading.schema import schema_of
from pillarplan.reading.written import Written
from tests.reading.formats import FORMATS


class Colour(StrEnum):
    """A choice of words."""

    RED = "red"
    GREEN = "green"


class Detail(Written):
    """One of two ways to state a thing."""

    level: Level
    colour: Colour = Colour.RED


class Thing(Written):
    """A model with unions."""

    state: dict[str, Level | Literal["n/a"] | Detail]
    from_: int = 0
    pair: Annotated[tuple[int, ...], Field(min_length=2, max_length=3)] = (1, 2)


def complaints(data: Any) -> list[Complaint]:
    model, found = validate(data, Thing)
    assert (model is None) is bool(found)
    return found


def test_of_a_union_only_what_was_meant_complains() -> None:
    state = {
        "a": 11,
        "b": "x",
        "c": {"level": 2, "color": "red"},
        "d": {"colour": "re"},
    }

    assert complaints({"state": state}) == [
        Complaint(("state", "d"), "missing 'level'"),
        Complaint(
            ("state", "a"),
            "a must be at most 10, n/a or a map of keys and values, not 11",
        ),
        Complaint(
            ("state", "b"),
            "b must be a whole number, n/a or a map of keys and values, not text",
        ),
        Complaint(
            ("state", "c", "color"),
            "unknown key 'color'; did you mean 'colour'?",
            at_key=True,
        ),
        Complaint(
            ("state", "d", "colour"), "colour cannot be 're'; did you mean 'red'?"
        ),
    ]


def test_a_list_is_not_called_short_because_an_entry_is_wrong() -> None:
    assert complaints({"state": {}, "pair": ["1", 2]}) == [
        Complaint(
            ("pair", 0),
            "an entry of 'pair' must be a whole number, not text; remove the quotes",
        )
    ]


def test_the_length_of_a_list_is_said() -> None:
    assert complaints({"state": {}, "pair": [1]}) == [
        Complaint(("pair",), "pair must be a list of at least 2 entries, not 1")
    ]
    assert complaints({"state": {}, "pair": [1, 2, 3, 4]}) == [
        Complaint(("pair",), "pair must be a list of at most 3 entries, not 4")
    ]


def test_a_key_is_suggested_as_it_is_spelt_in_files() -> None:
    assert complaints({"state": {}, "form": 1}) == [
        Complaint(("form",), "unknown key 'form'; did you mean 'from'?", at_key=True)
    ]


def patterns(schema: Any) -> Iterator[str]:
    """Yield every pattern that a schema asks for."""
    if isinstance(schema, dict):
        if isinstance(pattern := schema.get("pattern"), str):
            yield pattern
        yield from schema.get("patternProperties", ())
    inner = schema.values() if isinstance(schema, dict) else schema
    for each in inner if isinstance(schema, dict | list) else ():
        yield from patterns(each)


@pytest.mark.parametrize("model", FORMATS)
def test_every_pattern_of_a_format_has_plain_words(model: type[Written]) -> None:
    asked = set(patterns(schema_of(model, ""))) - {"^(1|2|3|4|5|6|7|8|9|10)$"}

    assert asked
    assert {
        each for each in asked if each not in FORMS and not LITERAL_FORM.fullmatch(each)
    } == set()


def test_no_sentence_is_pydantics_own() -> None:
    wrong: list[Any] = [
        None,
        True,
        1,
        1.5,
        -1,
        10**9,
        "",
        "x",
        "x" * 2000,
        [],
        {},
        [[]],
    ]
    keys = KnowledgeFile.model_fields

    for value in wrong:
        data = json.loads(json.dumps(dict.fromkeys(keys, value)))
        for complaint in validate(data, KnowledgeFile)[1]:
            assert "nput" not in complaint.message
            assert "of the form" not in complaint.message
