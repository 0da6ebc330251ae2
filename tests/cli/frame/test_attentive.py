"""Nothing that is said with an option is dropped without a word."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from pillarplan.cli.frame.app import app
from pillarplan.cli.frame.attentive import LISTS
from pillarplan.cli.input.options.plan import PLAN_OPTIONS
from tests.cli.walking import LEAVES, Words
from tests.program import Run


def _command(path: Words) -> Any:
    command: Any = typer.main.get_command(app)
    context = command.make_context("pillarplan", ["help"], resilient_parsing=True)
    for name in path:
        _, command, _ = command.resolve_command(context, [name])
    return command


def _single(command: Any) -> Iterator[Any]:
    """Options that take one value, which is no list."""
    for option in command.params:
        takes_one = option.param_type_name == "option" and not option.multiple
        if takes_one and not option.is_flag and option.name not in LISTS:
            yield option


SINGLE = tuple(
    (path, option.opts[0])
    for path in [(), *LEAVES]
    for option in _single(_command(path))
)
"""Each option of each command, and of the program, that takes one value."""


def test_the_walk_finds_options_of_the_program_and_of_inner_commands() -> None:
    assert {((), "--home"), (("plan",), "--hours"), (("kb", "list"), "--role")} <= {
        *SINGLE
    }


@pytest.mark.parametrize(("path", "flag"), SINGLE)
def test_an_option_with_two_values_is_refused(run: Run, path: Words, flag: str) -> None:
    result = run(*path, flag, "2", flag, "3")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "was given twice: say which one counts." in result.stderr
    assert flag in result.stderr


@pytest.mark.parametrize(("path", "flag"), SINGLE)
def test_an_option_without_a_value_is_refused(run: Run, path: Words, flag: str) -> None:
    result = run(*path, flag, "")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is empty: say a value, or leave it away." in result.stderr
    assert flag in result.stderr


def test_the_same_value_twice_is_one_value(run: Run, ana: Path) -> None:
    assert run("plan", "--hours", "3", "--hours", "3", "--dry-run").exit_code == 0


def test_a_flag_and_its_opposite_are_refused(run: Run, ana: Path) -> None:
    result = run("assess", "--full", "--quick")

    assert result.exit_code == 2
    assert "--full/--quick was given twice" in result.stderr


def test_options_that_take_lists_are_those_of_the_table() -> None:
    lists = {
        row.name
        for row in PLAN_OPTIONS
        if "with commas" in row.help + row.meaning and not row.many
    }

    assert lists == LISTS


def test_days_off_add_up(run: Run, ana: Path) -> None:
    breaks = ("2026-12-20..2027-01-03", "2027-02-01..2027-02-07")
    words = [word for each in breaks for word in ("--breaks", each)]

    told = json.loads(run("plan", *words, "--json").stdout)

    found = told["limits"]["availability"]["breaks"]
    own = [each for each in found if each["source"] == "own"]
    assert [(each["first"], each["last"]) for each in own] == [
        ("2026-12-20", "2027-01-03"),
        ("2027-02-01", "2027-02-07"),
    ]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            ("plan", "--pin", "nist-ssdf", "--drop", "nist-ssdf=No"),
            "nist-ssdf cannot be both pinned and dropped.",
        ),
        (
            ("reflect", "Grid", "--settled", "weaponised=a", "--open", "weaponised=b"),
            "weaponised cannot be both settled and open.",
        ),
        (
            ("checkin", "--done", "getting-to-yes", "--drop", "getting-to-yes"),
            "getting-to-yes cannot be both done and dropped.",
        ),
        (
            ("amend", "1", "--hours", "1", "--withdraw"),
            "Say what it was with --hours, or take it back: --withdraw.",
        ),
    ],
)
def test_two_options_that_contradict_each_other_are_refused(
    run: Run, ana: Path, call: Words, told: str
) -> None:
    result = run(*call)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"pillarplan: {told}\n"
