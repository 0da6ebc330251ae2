import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.skill import Context, Pillar, Reflection, Role, Skill
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import from_record, to_record
from tests.domain.strategies import register

MODELS = (
    *(Rating, Roadmap, Resource, Practice),
    *(Skill, Pillar, Role, Context, Reflection),
)

register()


@given(st.one_of([st.from_type(model) for model in MODELS]))
def test_what_goes_through_json_comes_back_the_same(thing: Any) -> None:
    record = json.loads(json.dumps(to_record(thing), allow_nan=False))

    assert from_record(type(thing), record) == thing
    assert to_record(from_record(type(thing), record)) == record


RATING = Rating(
    skill="writing",
    level=3,
    rated_on=date(2026, 11, 23),
    rater=Rater(name="Ana", kind=RaterKind.PEER),
    confidence=Confidence.HIGH,
)
RECORD = {
    "skill": "writing",
    "level": 3,
    "rated_on": "2026-11-23",
    "rater": {"name": "Ana", "kind": "peer"},
    "confidence": "high",
    "importance": None,
    "evidence": None,
    "base": None,
    "edition": None,
    "top": None,
}


def test_a_record_is_plain_data() -> None:
    assert to_record(RATING) == RECORD
    assert to_record(frozenset({"b", "a"})) == ["a", "b"]
    assert to_record({1: (Span(skill="a", from_=0, to=1),)}) == {
        "1": [{"skill": "a", "from": 0, "to": 1}]
    }


def test_what_is_missing_takes_its_default_and_what_is_unknown_is_ignored() -> None:
    record = {"skill": "writing", "level": None, "rated_on": "2026-11-23", "mood": 7}

    assert from_record(Rating, record) == Rating(
        skill="writing", level=None, rated_on=date(2026, 11, 23)
    )


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        ("skill", 7, TypeError),
        ("skill", None, TypeError),
        ("level", "3", TypeError),
        ("level", 3.0, TypeError),
        ("level", True, TypeError),
        ("rated_on", 20261123, TypeError),
        ("rated_on", "23.11.2026", ValueError),
        ("rater", "Ana", TypeError),
        ("rater", {"kind": "boss"}, ValueError),
        ("confidence", [], ValueError),
    ],
)
def test_what_does_not_fit_is_refused(
    key: str, value: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        from_record(Rating, RECORD | {key: value})


def test_a_missing_field_is_named() -> None:
    with pytest.raises(KeyError, match="Span needs 'from'"):
        from_record(Span, {"skill": "writing", "to": 1})


def test_a_text_is_no_list_and_a_list_is_no_map() -> None:
    reflection = {"id": "a", "skill": "b", "question": "c", "look_for": "d"}

    with pytest.raises(TypeError, match="'abc' is not a list"):
        from_record(Reflection, reflection | {"covers": "abc"})
    with pytest.raises(TypeError, match="is not a map"):
        from_record(Rater, ["name"])  # type: ignore[arg-type]
