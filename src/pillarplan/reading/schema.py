"""JSON Schemas by which editors complete and check files, and programs read answers."""

from collections.abc import Iterable
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DictSchema

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.record import spelling
from pillarplan.reading.fields import LEVEL
from pillarplan.reading.written import Written, plain_name

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _PlainNames(GenerateJsonSchema):
    def normalize_name(self, name: str) -> str:
        return plain_name(super().normalize_name(name))

    def dict_schema(self, schema: DictSchema) -> JsonSchemaValue:
        written = super().dict_schema(schema)
        if "patternProperties" in written:  # as the reader, allow no other keys
            written["additionalProperties"] = False
        return written


def schema_of(
    model: type[Written], title: str, top: int = TOP_LEVEL, names: Iterable[str] = ()
) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file format.

    Levels go to `top`; people may call them by their names, as far as these are known.
    """
    schema = model.model_json_schema(schema_generator=_PlainNames)
    return {"$schema": DIALECT, **_on_scale(schema, top, [*names]), "title": title}


def _on_scale(schema: Any, top: int, names: list[str]) -> Any:
    """Return a schema in which each level that was marked has its bounds."""
    if isinstance(schema, list):
        return [_on_scale(each, top, names) for each in schema]
    if not isinstance(schema, dict):
        return schema
    match schema.get(LEVEL):
        case True | "stated" as mark:
            bounds: dict[str, Any] = {"maximum": top, "minimum": 0}
            if mark == "stated" and names:
                known = [*range(top + 1), *names]
                bounds |= {"type": ["integer", "string"], "enum": known}
        case "key":
            levels = "|".join(str(level) for level in range(1, top + 1))
            bounds = {"pattern": f"^({levels})$"}
        case _:
            return {key: _on_scale(each, top, names) for key, each in schema.items()}
    return bounds | {key: each for key, each in schema.items() if key != LEVEL} | bounds


def record_schema(model: Any) -> dict[str, Any]:
    """Return the JSON Schema of what ``to_record`` makes of a dataclass, or of a union.

    It has no dialect nor title of its own, since it is a part of another.
    """
    config = ConfigDict(alias_generator=spelling, use_attribute_docstrings=True)
    adapter = TypeAdapter(tuple[model], config=config)
    schema = adapter.json_schema(mode="serialization")
    (body,), definitions = schema["prefixItems"], schema.get("$defs", {})
    if "$ref" in body:
        body = definitions.pop(body["$ref"].rpartition("/")[2])
    return {**body, "$defs": definitions}
