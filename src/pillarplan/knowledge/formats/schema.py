"""JSON Schemas by which an editor completes and checks the files while one types."""

from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.knowledge.formats.files import (
    ENTRIES,
    HiddenIds,
    KnowledgeFile,
    OverlayFile,
    PartFile,
)
from pillarplan.reading.schema import schema_of
from pillarplan.reading.written import plain_name

HIDDEN = HiddenIds.__name__


def knowledge_schema() -> dict[str, Any]:
    """Return the schema of the entry file of a knowledge base."""
    return schema_of(KnowledgeFile, "A knowledge base of pillarplan")


def part_schema(top: int = TOP_LEVEL) -> dict[str, Any]:
    """Return the schema of a file that the entry file includes."""
    return schema_of(PartFile, "A part of a knowledge base of pillarplan", top)


def overlay_schema(top: int) -> dict[str, Any]:
    """Return the schema of a person's own file over a base whose levels go to `top`.

    An entry may be a whole new one or name only what it changes; so nothing but its id
    or its name is required, and null takes a key away.
    """
    schema = schema_of(OverlayFile, "A person's own additions to pillarplan")
    whole = part_schema(top)
    properties, lists = schema["properties"], whole["properties"]
    definitions = whole["$defs"]
    for name in (plain_name(model.__name__) for model in ENTRIES.values()):
        definitions[name] = _partial(definitions[name])
    return {
        **schema,
        "$defs": {**definitions, HIDDEN: schema["$defs"][HIDDEN]},
        "properties": {key: lists.get(key, properties[key]) for key in properties},
    }


def _partial(definition: dict[str, Any]) -> dict[str, Any]:
    properties = {
        key: each if key in ("id", "skills") else {"anyOf": [each, {"type": "null"}]}
        for key, each in definition["properties"].items()
    }
    if "skills" in properties:
        properties["skills"] = {**properties["skills"], "minItems": 0}
    rest = {key: each for key, each in definition.items() if key != "required"}
    return {**rest, "properties": properties}
