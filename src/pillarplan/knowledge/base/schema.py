"""JSON Schemas by which an editor completes and checks the files while one types."""

from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.knowledge.base.included import Part
from pillarplan.knowledge.base.overlay import MODELS, OverlayFile
from pillarplan.knowledge.checking.checks import PLACES
from pillarplan.reading.validation import adapter_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def knowledge_schema() -> dict[str, Any]:
    """Return the schema of the entry file of a knowledge base."""
    return schema_of(KnowledgeBase, "A knowledge base of pillarplan")


def part_schema() -> dict[str, Any]:
    """Return the schema of a file that the entry file includes."""
    return schema_of(Part, "A part of a knowledge base of pillarplan")


def overlay_schema() -> dict[str, Any]:
    """Return the schema of a person's own file over the built-in knowledge base.

    An entry may be a whole new one or name only what it changes; so nothing but its id
    is required, and null takes a key away.
    """
    schema = schema_of(OverlayFile, "A person's own additions to pillarplan")
    whole = part_schema()
    lists = {
        key: whole["properties"][key] for key in schema["properties"] if key in PLACES
    }
    definitions = whole["$defs"]
    for name in (model.__name__ for model in MODELS.values()):
        definitions[name] = _partial(definitions[name])
    return {
        **schema,
        "$defs": definitions,
        "properties": schema["properties"] | lists,
    }


def schema_of(model: type, title: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of any model that is read from files."""
    schema = adapter_for(model).json_schema(by_alias=True)
    if skill := schema.get("$defs", {}).get("Skill"):
        # The reader says so in `checks`; the type of the keys alone would allow 0.
        skill["properties"]["levels"]["propertyNames"] = {"pattern": "^[1-5]$"}
    return {"$schema": DIALECT, **schema, "title": title}


def _partial(definition: dict[str, Any]) -> dict[str, Any]:
    properties = {
        key: each if key in ("id", "skills") else {"anyOf": [each, {"type": "null"}]}
        for key, each in definition["properties"].items()
    }
    if "skills" in properties:
        properties["skills"] = {**properties["skills"], "minItems": 0}
    return {**definition, "properties": properties, "required": ["id"]}
