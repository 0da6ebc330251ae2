"""The manual page, made from the commands themselves, so that it is never wrong.

The form is man(7); ``mandoc -T lint`` has nothing to say against it.
"""

import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from pillarplan import __version__

CHANGED_ON = "2026-11-26"
"""When the manual changed last; the form asks for a date."""

LONGEST_LINE = 78


def manual_page(command: Any, context: Any, appendix: str) -> str:
    """Return the manual page of a whole program.

    `command` is its group of commands, `context` the context in which that runs, and
    `appendix` more sections: each a title and, indented, its lines; a blank line is
    between two.
    """
    lines = [
        f'.TH PILLARPLAN 1 {CHANGED_ON} "pillarplan {__version__}"',
        ".SH NAME",
        f"pillarplan \\- {_escape(command.get_short_help_str(80))}",
        ".SH SYNOPSIS",
        _escape(" ".join(["pillarplan", *command.collect_usage_pieces(context)])),
        ".SH DESCRIPTION",
        *_body(command, context),
        ".SH COMMANDS",
        *_commands(command, context),
        *_appendix(appendix),
    ]
    return "\n".join(lines) + "\n"


def _commands(group: Any, context: Any) -> Iterator[str]:
    """Yield the sections of all commands of a group, and of theirs in turn."""
    for name in group.list_commands(context):
        _, command, _ = group.resolve_command(context, [name])
        inner = type(context)(command, context, name)
        usage = [inner.command_path, *command.collect_usage_pieces(inner)]
        yield f".SS {_escape(' '.join(usage))}"
        yield from _body(command, inner)
        if hasattr(command, "list_commands"):
            yield from _commands(command, inner)


def _body(command: Any, context: Any) -> Iterator[str]:
    """Yield what a command does, and its options."""
    for place, paragraph in enumerate(inspect.cleandoc(command.help).split("\n\n")):
        if place:
            yield ".PP"
        as_it_stands = paragraph.startswith("\b\n")
        text = _escape(paragraph.removeprefix("\b\n")).splitlines()
        yield from [".nf", *text, ".fi"] if as_it_stands else text
    for parameter in command.get_params(context):
        if record := parameter.get_help_record(context):
            yield from (".TP", f"\\fB{_escape(record[0])}\\fR")
            yield from textwrap.wrap(_escape(record[1]), LONGEST_LINE)


def _appendix(text: str) -> Iterator[str]:
    for section in re.split(r"\n\n(?=\S)", text.strip()):
        title, *lines = _escape(section).splitlines()
        yield from (f".SH {title.upper()}", ".nf", *lines, ".fi")


def _escape(text: str) -> str:
    """Return text that roff shows as it is: no escapes, no requests at line starts."""
    shown = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join(f"\\&{line}" if line[:1] in {".", "'"} else line for line in shown)
