"""What pydantic finds is said in plain words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pillarplan.domain.bounds import STRICT, Bounds, Level
from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.reading.expectation import FORMS, LITERAL_FORM
from pillarplan.reading.validation import validate
from pillarplan.reading.wording import Complaint


class Colour(StrEnum):
    """A choice of words."""

    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One of two ways to state a thing."""

    __pydantic_config__ = STRICT

    level: Level
    colour: Colour = Colour.RED


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A model with unions."""

    __pydantic_config__ = STRICT

    state: dict[str, Level | Literal["n/a"] | Detail]
    from_: int = 0
    pair: Annotated[tuple[int, ...], Bounds(min_length=2, max_length=3)] = (1, 2)


def complaints(data: Any) -> list[Complaint]:
    model, found = validate(data, Thing)
    assert (model is None) is bool(found)
    return found


def test_of_a_union_only_what_was_meant_complains() -> None:
    state = {"a": 9, "b": "x", "c": {"level": 2, "color": "red"}, "d": {"colour": "re"}}

    assert complaints({"state": state}) == [
        Complaint(("state", "d"), "missing 'level'"),
        Complaint(
            ("state", "a"),
            "a must be at most 5, n/a or a map of keys and values, not 9",
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


def patterns(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Yield every pattern that a model asks for, in it and below."""
    for bound in getattr(kind, "__metadata__", ()):
        if isinstance(bound, Bounds) and "pattern" in bound.bounds:
            yield bound.bounds["pattern"]
    for inner in get_args(kind):
        yield from patterns(inner, seen)
    if is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        hints = get_type_hints(kind, include_extras=True)
        for each in fields(kind):
            yield from patterns(hints[each.name], seen)


def test_every_pattern_of_the_knowledge_base_has_plain_words() -> None:
    unknown = {
        each
        for each in patterns(KnowledgeBase, set())
        if each not in FORMS and not LITERAL_FORM.fullmatch(each)
    }

    assert unknown == set()


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
    keys = get_type_hints(KnowledgeBase)

    for value in wrong:
        data = json.loads(json.dumps(dict.fromkeys(keys, value)))
        for complaint in validate(data, KnowledgeBase)[1]:
            assert "nput" not in complaint.message
            assert "of the form" not in complaint.message
