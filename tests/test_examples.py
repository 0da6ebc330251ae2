"""The examples of the repository work as they say."""

from pathlib import Path

import jsonschema
import pytest

from pillarplan.knowledge.base.entry import find_entry
from pillarplan.knowledge.base.loading import load
from pillarplan.knowledge.formats.schema import knowledge_schema
from pillarplan.reading.document import Document
from pillarplan.reading.source import Source
from tests.program import Run

TIDEWATER = Path(__file__).parents[1] / "examples" / "tidewater"


def test_the_example_base_has_twelve_skills_two_roles_and_a_practice() -> None:
    base = load(find_entry(TIDEWATER))

    assert len(list(base.skills)) == 12
    assert [role.id for role in base.roles] == ["product-owner", "head-of-product"]
    assert base.practices[0].id == "a-shift-on-the-quay"


def test_the_schema_for_editors_knows_the_short_forms_of_the_example() -> None:
    data = Document(Source.open(TIDEWATER / "base.yaml")).data

    jsonschema.validate(data, knowledge_schema())
    data["skills"] = ["Pricing", {"name": "A", "levels": {"1": "I can."}}]
    jsonschema.validate(data, knowledge_schema())
    data["skills"] = [{"summary": "S."}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, knowledge_schema())


def test_the_example_base_makes_a_plan_at_once(run: Run) -> None:
    run("config", "set", "base", str(TIDEWATER))
    run("assess", "--set", "working-with-crews=0", "--set", "pricing=1")

    plan = run("plan", "--hours", "3", "--yes").stdout

    assert "Don't Just Roll the Dice" in plan
    assert "A shift on the quay" in plan
    assert "Find a source for Working with crews at level 1" in plan


def test_the_example_base_goes_from_a_rating_to_what_is_missing(run: Run) -> None:
    run("config", "set", "base", str(TIDEWATER))
    run("assess", "--set", "working-with-crews=0", "--set", "pricing=1")

    shown = run("gaps").stdout

    assert shown.startswith("Gaps to Product owner  2 of 2 rated skills below target")
    assert "A shift on the quay" in run("kb", "show", "a-shift-on-the-quay").stdout
    assert run("demo").exit_code == 0
