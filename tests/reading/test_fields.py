"""The validators accept one spelling only of what could be written in many ways."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import Field

from pillarplan.reading.fields import Day, LevelKey
from pillarplan.reading.model import validate
from pillarplan.reading.written import Written
from tests.reading.formats import FORMATS


class Diary(Written):
    """A model with dates and with numbers as keys."""

    on: Day | None = None
    days: tuple[Day, ...] = (date(2026, 1, 1),)
    levels: dict[LevelKey, str] = Field(default_factory=lambda: {1: "aware"})


def test_defaults_stay_as_they_are() -> None:
    assert validate({}, Diary) == (Diary(), [])


def test_dates_and_numbers_are_read_in_their_one_spelling() -> None:
    data = {"on": "2024-02-29", "days": ["2026-11-23"], "levels": {"0": "", "5": "x"}}

    assert validate(data, Diary)[0] == Diary(
        on=date(2024, 2, 29), days=(date(2026, 11, 23),), levels={0: "", 5: "x"}
    )


@pytest.mark.parametrize(
    "text",
    [
        *["1699920000", "1699920000.0", "2026-1-5", "20261123", "2026-11-23T00:00:00Z"],
        *[
            "2026-02-29",
            " 2026-11-23",
            "2026-11-23\n",
            "２０２６-11-23",
            "",
            "-2026-11-23",
        ],
    ],
)
def test_no_other_spelling_of_a_date_is_read(text: str) -> None:
    assert validate({"on": text}, Diary)[0] is None


@pytest.mark.parametrize("key", ["01", "+1", "1.0", " 1", "1_0", "1e0", "٣", "", "-0"])
def test_no_other_spelling_of_a_number_is_a_key(key: str) -> None:
    assert validate({"levels": {key: "x"}}, Diary)[0] is None


def lenient(schema: Any, around: str = "") -> Iterator[str]:
    """Yield the parts of a core schema that would read more than one spelling."""
    if isinstance(schema, dict):
        kind = schema.get("type")
        if kind == "date" and around != "function-before":
            yield "date"
        if kind == "dict" and schema["keys_schema"]["type"] == "int":
            yield "key"
        for each in schema.values():
            yield from lenient(each, kind or around)
    elif isinstance(schema, list | tuple):
        for each in schema:
            yield from lenient(each, around)


@pytest.mark.parametrize("model", FORMATS)
def test_no_format_has_a_date_or_a_key_of_any_spelling(model: type[Written]) -> None:
    model.model_rebuild()

    assert list(lenient(model.__pydantic_core_schema__)) == []


def test_a_plain_date_or_key_would_be_noticed() -> None:
    class Loose(Written):
        on: date | None = None
        levels: dict[int, str] = Field(default_factory=dict)

    Loose.model_rebuild()

    assert list(lenient(Loose.__pydantic_core_schema__)) == ["date", "key"]
