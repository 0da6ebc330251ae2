"""Editors get schemas that agree with the reader."""

import json
from typing import Any

import jsonschema
import pytest

from pillarplan.domain.record import to_record
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.formats.schema import (
    knowledge_schema,
    overlay_schema,
    part_schema,
)
from pillarplan.reading.schema import DIALECT
from pillarplan.services.forms.file_schemas import FILE_SCHEMAS
from tests.knowledge.bases import SMALL

SCHEMAS = {name: make(5, ()) for name, make in FILE_SCHEMAS.items()}


def references(value: Any) -> set[str]:
    if isinstance(value, list):
        return {each for inner in value for each in references(inner)}
    if not isinstance(value, dict):
        return set()
    inner = {each for key in value for each in references(value[key])}
    return inner | ({value["$ref"]} if isinstance(value.get("$ref"), str) else set())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_whole_and_says_its_dialect(name: str) -> None:
    schema = SCHEMAS[name]

    assert schema["$schema"] == DIALECT
    assert schema["title"]
    assert references(schema) <= {f"#/$defs/{each}" for each in schema.get("$defs", {})}
    assert json.loads(json.dumps(schema)) == schema


def test_keys_have_descriptions_and_are_spelt_as_in_files() -> None:
    definitions = knowledge_schema()["$defs"]

    assert set(definitions["Span"]["properties"]) == {"skill", "from", "to"}
    apply = definitions["Resource"]["properties"]["apply"]
    assert apply["description"] == "The one thing to try next week."
    assert definitions["Skill"]["properties"]["levels"]["propertyNames"] == {
        "pattern": "^(1|2|3|4|5|6|7|8|9|10)$"
    }


def test_an_entry_of_an_overlay_needs_its_id_or_its_title_only() -> None:
    schema = overlay_schema(5)
    resource = schema["$defs"]["Resource"]

    assert schema["required"] == ["format", "version"]
    assert "required" not in resource
    assert resource["anyOf"] == [{"required": ["id"]}, {"required": ["title"]}]
    assert {"type": "null"} in resource["properties"]["hours"]["anyOf"]
    assert schema["$defs"]["Effort"] == part_schema(5)["$defs"]["Effort"]
    assert schema["properties"]["resources"]["items"] == {"$ref": "#/$defs/Resource"}


def test_the_keys_of_a_real_knowledge_base_are_all_known() -> None:
    data = to_record(load(SMALL))
    schema = knowledge_schema()

    written_only = {"format", "version", "include", "skills"}
    assert data.keys() | written_only == set(schema["properties"])
    keys = {
        section: set(schema["$defs"][name]["properties"])
        for section, name in [("resources", "Resource"), ("practices", "Practice")]
    }
    # A check is one map in a file, and three facts of the entry; who recommends it
    # stands in a table of its own, and is counted.
    told = {"checked_on", "checked_what", "recommenders"}
    assumed = {"hours_assumed"}
    assert set(data["resources"][0]) - told - assumed == keys["resources"]
    assert set(data["practices"][0]) - assumed == keys["practices"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ratings", {"ratings": {"ux": 3, "pricing": "n/a", "writing": {"level": 2}}}),
        ("checkin", {"drop": ["a-book", {"item": "a-course", "reason": "Too long"}]}),
    ],
)
def test_short_forms_are_allowed(name: str, data: dict[str, Any]) -> None:
    about = {"format": f"pillarplan-{name}", "version": "1.0"}

    jsonschema.validate(about | data, SCHEMAS[name])
