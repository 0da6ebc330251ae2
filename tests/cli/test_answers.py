"""JSON answers are what their published schemas say."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pillarplan.cli.frame.answers import ANSWERS, answer_schema
from tests.cli.walking import RATINGS, READING, Words
from tests.program import Run

# What these calls run, those of `test_conventions` and of each command run, too.
pytestmark = pytest.mark.no_cover

SMALL = {"backup", "lint", "config", "setting", "paths"}
"""Answers of one or two keys that have no model."""

MORE = (
    ("kb", "show", "getting-to-yes"),
    ("kb", "list", "--roles"),
    ("kb", "list", "--role", "director", "--diff", "senior-pm"),
    ("explain", "negotiation"),
    ("explain", "getting-to-yes"),
    ("explain", "pricing"),
    ("checkin", "--rate", "security=2", "--evidence", "security=x", "--note", "x"),
    (
        *("checkin", "--done", "getting-to-yes", "--pause-until", "2w"),
        *("--question", "getting-to-yes=What is a BATNA? | The best alternative"),
    ),
    ("assess", *RATINGS),
    (
        "plan",
        "--dry-run",
        "--hours",
        "0.5",
        "--until",
        "2027-01-15",
        "--listening",
        "1",
    ),
    ("plan", "--what-if", "hours=1,4", "--what-if", "until=2027-01-15"),
    ("plan", "--alternatives", "2"),
    ("plan", "--swap", "getting-to-yes", "--dry-run"),
    ("gaps", "--from", "pm", "--to", "director"),
    ("export", "json"),
    ("history", "--entries"),
)


schema_of = cache(answer_schema)


def check(answer: Any) -> str:
    """Check an answer against its schema, and that its keys are all known."""
    kind = str(answer["format"]).removeprefix("pillarplan-")
    if kind in SMALL:
        return kind
    schema = schema_of(kind)
    jsonschema.Draft202012Validator(schema).validate(answer)
    (body,) = schema["allOf"]
    bodies = [
        schema["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        for each in body.get("anyOf", [body])
    ]
    keys = answer.keys() - {"format", "version"}
    assert any(keys == each["properties"].keys() for each in bodies)
    return kind


@pytest.mark.parametrize("call", [*READING, *MORE])
def test_every_answer_is_what_its_schema_says(run: Run, ana: Path, call: Words) -> None:
    run("checkin", "--note", "Before", "--hours", "getting-to-yes=1")

    result = run(*call, "--json")

    if result.exit_code == 2:  # an item of the example that is none
        pytest.fail(result.stderr)
    check(json.loads(result.stdout))


@pytest.mark.parametrize("call", [("next",), ("status",), ("kb", "search", "zzzz")])
def test_answers_about_nothing_are_too(run: Run, call: Words) -> None:
    result = run(*call, "--json")

    assert result.exit_code == 3
    check(json.loads(result.stdout))


@pytest.mark.parametrize("kind", ANSWERS)
def test_schemas_of_answers_are_published_and_valid(run: Run, kind: str) -> None:
    schema = json.loads(run("kb", "schema", f"answer-{kind}").stdout)

    assert schema == schema_of(kind)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_an_unknown_schema_is_named_with_those_that_exist(run: Run) -> None:
    result = run("kb", "schema", "answer-nothing")

    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        "There are: knowledge, part, overlay, ratings, checkin, mapping, settings, ans"
        in (result.stderr)
    )
