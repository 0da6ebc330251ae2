"""``pillarplan config``: settings that hold for all plans."""

import difflib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from functools import cache
from typing import Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.folders import expanded
from pillarplan.cli.input.parsing import parse_languages, parse_names
from pillarplan.cli.input.settings import SETTINGS, read_table
from pillarplan.cli.input.typed import iso_breaks
from pillarplan.cli.input.week import parse_place
from pillarplan.errors import InvalidInputError, UsageError
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.naming.known import known_contexts, known_languages, known_role

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def config(ctx: typer.Context) -> None:
    """Settings that hold for all plans: show, set, unset, path.

    \b
    Examples:
      pillarplan config show --origin
      pillarplan config set hours 4

    A flag is stronger than the environment, and that is stronger than the file.
    """
    help_if_alone(ctx)


@app.command()
def show(
    ctx: typer.Context,
    origin: Annotated[
        bool, typer.Option("--origin", help="Say where each value comes from.")
    ] = False,
) -> None:
    """Show every setting and its value.

    \b
    Examples:
      pillarplan config show
      pillarplan config show --origin
    """
    here = surroundings(ctx)
    found = {
        name: here.home.settings.origin(name, here.environment) for name in SETTINGS
    }
    if here.json:
        here.answer(
            "config",
            {
                "path": str(here.home.settings.path),
                "settings": {
                    name: {"value": value, "origin": where}
                    for name, (value, where) in found.items()
                },
            },
        )
        return
    for name, (value, where) in found.items():
        here.say(f"{name:10} {value or '-':12} {where if origin else ''}".rstrip())


@app.command("set")
def set_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Which setting.")],
    value: Annotated[str, typer.Argument(help="Its new value.")],
) -> None:
    """Set a value in the config file.

    \b
    Examples:
      pillarplan config set hours 4
      pillarplan config set breaks 2026-12-20..2027-01-03
    """
    from pillarplan.cli.input.settings_model import find_faults

    here = surroundings(ctx)
    if _known(name) == "breaks":
        value = iso_breaks(here, name, value)
    if fault := find_faults({name: value}).get(name):
        raise UsageError(fault)
    value = _checked(here, name, value)
    _write(here, name, value)
    here.done()
    if here.json:
        here.answer("setting", {"name": name, "value": value})
    here.tell(f"{name} is now {value} ({here.home.config_file})")


@app.command()
def unset(
    ctx: typer.Context, name: Annotated[str, typer.Argument(help="Which setting.")]
) -> None:
    """Remove a value from the config file.

    \b
    Examples:
      pillarplan config unset hours
    """
    here = surroundings(ctx)
    if name not in _written(here):
        _known(name)
    _write(here, name, None)
    here.done()
    default = SETTINGS[name].default if name in SETTINGS else ""
    if here.json:
        here.answer("setting", {"name": name, "value": default})
    here.tell(f"{name} is back at its default: {default or '-'}")


@app.command()
def path(ctx: typer.Context) -> None:
    """Show where config, data, state and cache are.

    \b
    Examples:
      pillarplan config path
      pillarplan config path --json
    """
    here = surroundings(ctx)
    places = {
        "config": here.home.config_file,
        "data": here.folders.data,
        "state": here.folders.state,
        "cache": here.folders.cache,
    }
    if here.json:
        here.answer("paths", {name: str(place) for name, place in places.items()})
        return
    for name, place in places.items():
        here.say(f"{name:7} {place}")


def _checked(here: Surroundings, name: str, value: str) -> str:
    """Return a value with ids for names; raise an error for names that are not known.

    So would a plan.
    """
    if name == "holidays":
        if place := parse_place(value, name):
            from pillarplan.services.planning.days_off import public_holidays

            public_holidays(place, here.today, here.today)
    elif name == "overlay" and not expanded(value).is_file():
        raise UsageError(f"overlay: {value}: there is no such file. Write it first.")
    elif name == "base":
        return _checked_base(here, value)
    elif name in {"role", "context", "language"}:
        return _checked_by_base(here, name, value)
    return value


def _checked_base(here: Surroundings, value: str) -> str:
    """Return the full path of a base that can be read; raise what is wrong with it."""
    home = replace(here.home, stated_base=value)
    with closing(home.open(here.today, here.now, cache(here.tell))) as workspace:
        _ = workspace.knowledge
    return str(home.base)


def _checked_by_base(here: Surroundings, name: str, value: str) -> str:
    try:
        _ = here.workspace.overlay
    except InvalidInputError:
        here.tell(f"While the settings are broken, the {name} cannot be checked.")
        return value
    workspace = here.workspace
    if name == "role":
        return known_role(
            workspace.knowledge, id_called(workspace, value, Sort.ROLE)
        ).id
    if name == "context":
        called = [
            id_called(workspace, each, Sort.CONTEXT) for each in parse_names(value)
        ]
        return ",".join(each.id for each in known_contexts(workspace.knowledge, called))
    known_languages(workspace.knowledge, parse_languages(value, name))
    return value


def _write(here: Surroundings, name: str, value: str | None) -> None:
    """Write a setting, and say what is or was wrong with the file."""
    from pillarplan.cli.input.config_file import examine_settings, write_setting

    path = here.home.config_file
    for fault in write_setting(path, name, value):
        here.tell(f"{path}: {fault}")
    for fault in examine_settings(path):
        here.tell(f"{path}: still wrong: {fault}")


def _written(here: Surroundings) -> Iterable[str]:
    """Return the names in the config file, known or not; none if it is broken."""
    try:
        return read_table(here.home.config_file)
    except InvalidInputError:
        return ()


def _known(name: str) -> str:
    if name in SETTINGS:
        return name
    near = difflib.get_close_matches(name, SETTINGS, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UsageError(
        f"There is no setting {name!r}.{hint} There are: {', '.join(SETTINGS)}."
    )
