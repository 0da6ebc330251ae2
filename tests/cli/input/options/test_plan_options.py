"""An option of a plan is one row, and all that knows of it is made from that row."""

import inspect
from dataclasses import fields
from typing import Any

import pytest
import typer

from pillarplan.cli.commands.plan import plan
from pillarplan.cli.frame.lazy_group import load
from pillarplan.cli.input.options.option import Option, read_wishes
from pillarplan.cli.input.options.plan import PLAN_OPTIONS
from pillarplan.cli.input.options.signature import takes
from pillarplan.cli.input.settings import DEFAULTS, SETTINGS
from pillarplan.services.planning.wishes import Wishes

NOTHING: dict[str, Any] = dict.fromkeys(row.name for row in PLAN_OPTIONS)

BY_NAME = {option.name: option for option in load("plan").params}


def test_every_row_fills_a_wish_of_its_own() -> None:
    wishes = [row.wish for row in PLAN_OPTIONS]

    assert sorted(wishes) == sorted(field.name for field in fields(Wishes))


@pytest.mark.parametrize("row", PLAN_OPTIONS, ids=lambda row: row.name)
def test_the_command_has_an_option_for_every_row(row: Option) -> None:
    option = BY_NAME[row.name]

    assert option.opts == [f"--{row.name}"]
    assert (option.help, option.metavar or "") == (row.help, row.metavar)
    assert option.multiple == row.many
    assert option.envvar == row.variable


@pytest.mark.parametrize("row", PLAN_OPTIONS, ids=lambda row: row.name)
def test_a_row_with_a_default_is_a_setting_with_a_twin(row: Option) -> None:
    assert (row.name in SETTINGS) == (row.default is not None)
    assert (row.name in DEFAULTS["plan"]) == (row.default is not None)
    if row.default is not None:
        setting = SETTINGS[row.name]
        assert setting.default == row.default
        assert setting.variable == row.variable
        assert setting.meaning


def test_the_options_come_in_the_order_of_the_rows_before_those_of_the_command() -> (
    None
):
    names = list(inspect.signature(plan).parameters)

    rows = [row.name for row in PLAN_OPTIONS]
    own = ["what_if", "alternatives", "take", "swap", "dry_run", "yes", "tune", "when"]
    assert names == ["ctx", *rows, *own]


@pytest.mark.parametrize("row", PLAN_OPTIONS, ids=lambda row: row.name)
def test_what_was_not_stated_is_no_wish(row: Option) -> None:
    empty: Any = [] if row.many else ""
    stated = NOTHING if row.blank else NOTHING | {row.name: empty}

    assert Wishes(**read_wishes(PLAN_OPTIONS, stated)) == Wishes()


def test_an_empty_list_of_breaks_formats_or_languages_lifts_them() -> None:
    stated = NOTHING | {"breaks": "", "format": "", "language": ""}

    assert Wishes(**read_wishes(PLAN_OPTIONS, stated)) == Wishes(
        breaks=(), formats=(), languages=()
    )


def test_a_new_row_reaches_help_environment_and_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = Option(
        name="pace",
        metavar="WORD",
        help="How fast: slow, fast.",
        wish="pace",
        read=lambda text, option: f"{option} is {text}",
        default="slow",
    )
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    told: list[dict[str, Any]] = []

    @app.command()
    @takes([row])
    def go(ctx: typer.Context, far: bool = False, **stated: Any) -> None:
        told.append({"far": far, **read_wishes([row], stated)})

    command = typer.main.get_command(app)
    monkeypatch.setenv("PILLARPLAN_PACE", "fast")
    command.main(["--far"], standalone_mode=False)
    command.main(["--pace", "odd"], standalone_mode=False)

    assert told == [
        {"far": True, "pace": "--pace is fast"},
        {"far": False, "pace": "--pace is odd"},
    ]
    assert [each.name for each in command.params] == ["pace", "far"]
