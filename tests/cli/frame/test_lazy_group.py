"""Commands are listed by a table, and imported only when they are called."""

import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from pillarplan.cli.frame import lazy_group
from pillarplan.cli.frame.app import app
from pillarplan.cli.frame.lazy_group import COMMANDS, load
from pillarplan.render.lines.help import GROUPS, overview
from pillarplan.render.pieces import plain
from tests.program import Shell

SOLVER = "pillarplan.planner.selection.highs"
"""It loads the core of the solver, which Python does not list among the imports."""

LISTING = """
import sys
from pillarplan.cli.frame.app import run
run(sys.argv[1:])
print(sorted(each for each in sys.modules if each.startswith("pillarplan.cli.commands.")
             or each.startswith(("pillarplan.services", "rich", "pydantic"))))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_help_of_a_command_begins_with(name: str) -> None:
    first = inspect.cleandoc(load(name).help).partition("\n\n")[0]

    assert COMMANDS[name] == " ".join(first.split())


def test_the_overview_has_each_command_once() -> None:
    listed = [name for group in GROUPS.values() for name in group]

    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_overview_fits_its_terminal(width: int) -> None:
    lines = plain(overview(width)).split("\n")

    assert max(map(len, lines)) <= min(width, 80)
    assert len(lines) <= 20 or width < 80


def test_headings_and_options_are_set_off_where_there_is_colour(shell: Shell) -> None:
    whole, one = (
        shell(*words, "--help", FORCE_COLOR="1").stdout for words in ((), ("undo",))
    )

    assert "\x1b[1mEvery week\x1b[0m" in whole
    assert "\x1b[36m  next      \x1b[0mwhat to do now" in whole
    assert "\x1b[1mOptions:\x1b[0m" in one
    assert "\x1b[36m  -h, --help\x1b[0m" in one
    for words in ((), ("undo",)):
        assert "\x1b" not in shell(*words, "--help").stdout
        assert (
            "\x1b" not in shell("--no-color", *words, "--help", FORCE_COLOR="1").stdout
        )


def test_every_module_of_a_command_stands_in_the_table() -> None:
    folder = Path(lazy_group.__file__).parents[1] / "commands"
    modules = (path for path in folder.glob("*.py") if path.stem != "__init__")
    apps = {path.stem for path in modules if "\napp = typer.Typer(" in path.read_text()}

    assert apps == set(COMMANDS)


def test_a_command_that_is_resolved_takes_its_options_and_a_listed_one_none() -> None:
    program: Any = typer.main.get_command(app)
    context = typer.Context(program, info_name="pillarplan")

    name, command, rest = program.resolve_command(context, ["plan", "--hours", "3"])

    assert (name, rest) == ("plan", ["--hours", "3"])
    assert "--hours" in {each for option in command.params for each in option.opts}
    assert program.get_command(context, "plan").params == []


@pytest.mark.parametrize("words", [["--help"], ["--json", "--help"]])
def test_the_help_of_the_program_imports_no_command(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *words],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_nothing_slow(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "pillarplan", name, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert loaded.isdisjoint({"rich", "pydantic", "yaml", SOLVER, "prompt_toolkit"})


def test_a_plan_into_a_pipe_imports_no_toolkit_for_screens(ana: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "pillarplan", "plan", "--dry-run"],
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert SOLVER in loaded
    assert "prompt_toolkit" not in loaded
