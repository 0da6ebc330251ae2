"""Everyday verbs: check-ins in one word, with the same answers."""

import json
from pathlib import Path

import pytest

from tests.cli.walking import Words
from tests.program import Run

GAPS = "make-a-gap-list"


@pytest.mark.parametrize(
    ("verb", "options"),
    [
        (("log", "owasp", "1:30"), ("--hours", "owasp-top-10=1:30")),
        (("log", "security", "gap", "list", "2", "h"), ("--hours", f"{GAPS}=2 h")),
        (("log", "45m", "2"), ("--hours", f"{GAPS}=45m")),
        (("done", "2"), ("--done", GAPS)),
        (("done", "make", "a", "security"), ("--done", GAPS)),
        (
            ("done", "2", "--hours", "3", "--applied", "The list", "--on", "fri"),
            (
                *("--done", GAPS, "--hours", f"{GAPS}=3", "--on", "2026-11-20"),
                *("--applied", f"{GAPS}=The list"),
            ),
        ),
    ],
)
def test_a_verb_tells_what_a_checkin_tells(
    run: Run, ana: Path, verb: Words, options: Words
) -> None:
    by_verb = run(*verb, "--json")
    run("undo")
    by_options = run("checkin", *options, "--json")

    assert by_verb.exit_code == 0
    assert by_verb.stdout == by_options.stdout


def test_what_a_verb_told_is_taken_back_as_one(run: Run, ana: Path) -> None:
    before = run("status").stdout
    run("done", "2", "--hours", "3", "--applied", "The list")

    run("undo")

    assert run("status").stdout == before


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        (("log",), "How long? Say it at the end: pillarplan log ITEM 1:30"),
        (("log", "owasp"), "How long? Say it at the end: pillarplan log owasp 1:30"),
        (
            ("log", "1:30"),
            "Which item? If it is OWASP Top 10:2025: pillarplan log owasp-top-10 1:30",
        ),
        (
            ("done",),
            "Which item? If it is OWASP Top 10:2025: pillarplan done owasp-top-10",
        ),
    ],
)
def test_what_is_missing_is_said_with_what_to_type(
    run: Run, ana: Path, call: Words, answer: str
) -> None:
    result = run(*call)

    assert (result.exit_code, result.stderr) == (2, f"pillarplan: {answer}\n")


def test_without_a_plan_a_verb_says_what_comes_first(run: Run) -> None:
    result = run("done")

    assert result.exit_code == 2
    assert result.stderr.endswith("Type: pillarplan assess\n")


def test_an_answer_can_be_read_by_programs(run: Run, ana: Path) -> None:
    answer = json.loads(run("--json", "log", "2", "1").stdout)

    assert (answer["format"], answer["hours"]) == ("pillarplan-checkin", {GAPS: 1.0})
