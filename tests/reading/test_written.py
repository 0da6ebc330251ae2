"""What people write turns into dataclasses in which nothing of pydantic is left."""

from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from pillarplan.reading.schema import record_schema, schema_of
from pillarplan.reading.written import Meant


@dataclass(frozen=True)
class Way:
    """A dataclass as the domain has them."""

    from_: str
    """Where it begins."""
    to: str


@dataclass(frozen=True)
class Map:
    """A dataclass with others inside."""

    ways: tuple[Way, ...]
    named: dict[str, tuple[Way, ...]]
    best: Way | None


class WayEntry(Meant):
    """How a way is written."""

    from_: str
    """Where it begins."""
    to: str = "home"

    def to_domain(self) -> Way:
        return Way(**self.content())


class MapFile(Meant):
    """How a map is written."""

    version: str
    ways: tuple[WayEntry, ...]
    named: dict[str, tuple[WayEntry, ...]]
    best: WayEntry | None = None

    def to_domain(self) -> Map:
        return Map(**self.content("version"))


WRITTEN = """{
    "version": "1.0",
    "ways": [{"from": "work"}, {"from": "a", "to": "b"}],
    "named": {"short": [{"from": "bed"}]}
}"""


def test_models_become_dataclasses_in_lists_and_in_maps() -> None:
    assert MapFile.model_validate_json(WRITTEN).to_domain() == Map(
        ways=(Way("work", "home"), Way("a", "b")),
        named={"short": (Way("bed", "home"),)},
        best=None,
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "a", "via": "b"},
        {"from_": "a"},
        {"from": 1},
        {"from": None},
        {},
    ],
)
def test_nothing_else_is_read(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        WayEntry.model_validate(wrong)


def test_what_was_read_stays_as_it_is() -> None:
    way = WayEntry.model_validate({"from": "a"})

    with pytest.raises(ValidationError, match="frozen"):
        way.to = "b"


def test_a_schema_calls_things_by_the_names_of_the_domain() -> None:
    schema = schema_of(MapFile, "A map")

    way = schema["$defs"]["Way"]
    assert (schema["title"], way["title"]) == ("A map", "Way")
    assert way["properties"]["from"]["description"] == "Where it begins."
    assert way["required"] == ["from"]
    assert way["additionalProperties"] is False


def test_the_schema_of_a_record_spells_keys_as_the_record_does() -> None:
    schema = record_schema(Map)

    way = schema["$defs"]["Way"]
    assert set(schema["properties"]) == {"ways", "named", "best"}
    assert way["properties"]["from"]["description"] == "Where it begins."
    assert way["required"] == ["from", "to"]
