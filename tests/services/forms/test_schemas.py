"""Schemas are found by name."""

import json

import pytest

from pillarplan.errors import UsageError
from pillarplan.reading.schema import DIALECT
from pillarplan.services.forms.file_schemas import FILE_SCHEMAS
from pillarplan.services.forms.schemas import FILES, schema
from tests.worlds import MONDAY, On


def test_help_names_every_kind_of_file_that_has_a_schema() -> None:
    assert tuple(FILE_SCHEMAS) == FILES


@pytest.mark.parametrize("name", [*FILES, "answer-plan"])
def test_a_schema_is_found_by_its_name(on: On, name: str) -> None:
    more = {"answer-plan": lambda: {"$schema": DIALECT}}

    assert json.loads(schema(on(MONDAY), name, more))["$schema"] == DIALECT


def test_who_mistypes_a_name_is_told_all_names(on: On) -> None:
    with pytest.raises(UsageError, match=r"knowledge, part, .*, answer-plan"):
        schema(on(MONDAY), "books", {"answer-plan": dict})
