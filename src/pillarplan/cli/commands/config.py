"""``pillarplan config``: settings that hold for all plans."""

import difflib
from typing import Annotated

import typer

from pillarplan.cli.frame.app import help_if_alone, surroundings
from pillarplan.cli.input.parsing import parse_names
from pillarplan.cli.input.settings import SETTINGS, write_setting
from pillarplan.errors import UsageError
from pillarplan.services.known_names import known_contexts, known_role

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
    found = {name: here.settings.origin(name, here.environment) for name in SETTINGS}
    if here.json:
        here.answer(
            "config",
            {
                "path": str(here.settings.path),
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
    here = surroundings(ctx)
    SETTINGS[_known(name)].check(value, name)
    if name == "role":
        known_role(here.workspace.knowledge, value)
    elif name == "context":
        known_contexts(here.workspace.knowledge, parse_names(value))
    write_setting(here.settings.path, name, value)
    if here.json:
        here.answer("setting", {"name": name, "value": value})
    here.tell(f"{name} is now {value} ({here.settings.path})")


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
    write_setting(here.settings.path, _known(name), None)
    default = SETTINGS[name].default
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
        "config": here.settings.path,
        "data": here.folders.data,
        "state": here.folders.state,
        "cache": here.folders.cache,
    }
    if here.json:
        here.answer("paths", {name: str(place) for name, place in places.items()})
        return
    for name, place in places.items():
        here.say(f"{name:7} {place}")


def _known(name: str) -> str:
    if name in SETTINGS:
        return name
    near = difflib.get_close_matches(name, SETTINGS, 1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UsageError(
        f"There is no setting {name!r}.{hint} There are: {', '.join(SETTINGS)}."
    )
