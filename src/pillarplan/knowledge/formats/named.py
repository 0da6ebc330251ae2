"""Entries that have an id, or a name from which their id follows."""

from typing import Any

from pydantic import ConfigDict
from pydantic.config import JsonDict

from pillarplan.domain.text import spoken
from pillarplan.reading.written import Meant

NAMES = ("name", "title", "question")
"""The keys under which an entry may say what it is called."""


def _id_or_name(schema: JsonDict) -> None:
    """Let a schema ask for an id or for a name, which a reader does for all alike."""
    properties = schema["properties"]
    assert isinstance(properties, dict)  # as that of every model
    keys = ("id", *(key for key in NAMES if key in properties))
    schema["anyOf"] = [{"required": [key]} for key in keys]


class NamedEntry(Meant):
    """An entry whose id may be left out if it has a name, and the other way round."""

    model_config = ConfigDict(json_schema_extra=_id_or_name)


def named(said: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of an entry, with its id in words if it has no name."""
    return {**said, "name": said["name"] or spoken(said["id"])}
