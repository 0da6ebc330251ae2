"""``pillarplan help``: on commands, exit codes and the environment; the manual."""

import difflib
import textwrap
from typing import Annotated, Any

import typer

from pillarplan.cli.frame.app import find_command, surroundings
from pillarplan.cli.frame.lazy_group import COMMANDS
from pillarplan.cli.frame.manual import manual_page
from pillarplan.cli.input.settings import SETTINGS, Setting
from pillarplan.errors import UsageError
from pillarplan.render.pages.topics import (
    ENVIRONMENT,
    EXIT_CODES,
    FORECAST,
    HABIT,
    PRIVACY,
    SOURCES,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)

INDENT = 24


def _environment() -> str:
    return ENVIRONMENT + "".join(_twin(each) for each in SETTINGS.values())


def _twin(setting: Setting) -> str:
    """Return the line of a setting, wrapped below itself if it is long."""
    meaning = textwrap.fill(setting.meaning, 78 - INDENT, break_on_hyphens=False)
    return (
        f"  {setting.variable:20}  {textwrap.indent(meaning, ' ' * INDENT).lstrip()}\n"
    )


TOPICS = ("exit-codes", "environment", "forecast", "habit", "sources", "privacy")
"""What there is help on besides commands, in the order of the manual."""

ALL_TOPICS = (*COMMANDS, *TOPICS, "manual")


def _texts() -> dict[str, str]:
    texts = (EXIT_CODES, _environment(), FORECAST, HABIT, SOURCES, PRIVACY)
    return dict(zip(TOPICS, texts, strict=True))


def _topics(incomplete: str) -> list[str]:
    """Return what there is help on."""
    return [each for each in ALL_TOPICS if each.startswith(incomplete)]


@app.command("help")
def help_(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            autocompletion=_topics,
            help=f"A command, {', '.join(TOPICS)} or manual.",
        ),
    ] = None,
) -> None:
    """Show help on a command or on another topic.

    \b
    Examples:
      pillarplan help plan
      pillarplan help exit-codes
      pillarplan help sources
      pillarplan help habit
      pillarplan help privacy
      pillarplan help manual | man -l -
    """
    here = surroundings(ctx)
    assert ctx.parent is not None
    group: Any = ctx.parent.command
    if topic is None:
        here.show(group.help_lines(ctx.parent))
    elif topic in TOPICS:
        here.say(_texts()[topic])
    elif topic == "manual":
        here.say(manual_page(group, ctx.parent, "\n".join(_texts().values())))
    elif topic in COMMANDS:
        command = find_command(ctx.parent, topic)
        here.show(command.help_lines(type(ctx)(command, ctx.parent, topic)))
    else:
        near = difflib.get_close_matches(topic, ALL_TOPICS, 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(
            f"There is no help on {topic!r}.{hint} Topics: {', '.join(ALL_TOPICS)}."
        )
