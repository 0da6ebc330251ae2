"""What does not fit the command line, in plain words, and what to type instead."""

import re
from collections.abc import Iterator
from typing import Any

import typer

from pillarplan.cli.frame.meant import TAKEN_BY

EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((?P<words>.*)\)", re.DOTALL)

RANGE = re.compile(r"is not in the range (?:(?=x)x>=)?(\d+)(?:<=x<=(\d+))?")

SAYS_IT = re.compile(r"(Write|mean): ")
"""Before what to type; a sentence that has it needs no other example."""

COLUMNS = re.compile(r" {2,}")
"""What stands after an example in help says what it is for."""


def in_plain_words(error: typer.TyperException) -> str:
    """Return what the parser found wrong as a sentence, with a right example."""
    context, option = getattr(error, "ctx", None), _option(error)
    sentence = _sentence(error, option)
    if context is None:
        return sentence
    path = context.command_path
    examples = [
        each for each in _examples(context.command.help or "") if each.startswith(path)
    ]
    fitting = [each for each in examples if option in each.split()]
    longer = [each for each in examples if each != path]
    lines = [f"For example: {each}" for each in (*fitting, *longer)[:1]]
    if SAYS_IT.search(sentence):
        lines = []
    return "\n".join([sentence, *lines, f"See: {path} --help"])


def _sentence(error: typer.TyperException, option: str) -> str:
    said, kind = error.format_message(), type(error).__name__
    if kind == "NoSuchOption":
        hint = f" Did you mean {option}?" if option else ""
        return f"There is no option {getattr(error, 'option_name', '')} here.{hint}"
    if kind == "BadOptionUsage":
        return (
            f"{option} {'needs a value' if 'requires' in said else 'takes no value'}."
        )
    if kind == "MissingParameter":
        return f"{option} is missing."
    if kind == "BadParameter":
        return f"{option}: {RANGE.sub(_in_range, getattr(error, 'message', said))}"
    if extra := EXTRA.fullmatch(said):
        return _about_extra(extra["words"], getattr(error, "ctx", None))
    return said


def _about_extra(words: str, context: Any) -> str:
    """Say where words go that a command does not take."""
    for name, value in _half_said(context):
        return f"{name}: between name and value is =. Write: {name} {value}={words}"
    taker = TAKEN_BY.get(context.info_name)
    hint = f" Perhaps you mean: pillarplan {taker} {words}" if taker else ""
    return f"{words!r} has no place here.{hint}"


def _half_said(context: Any) -> Iterator[tuple[str, str]]:
    """Yield the options that want NAME=VALUE and got a name only, with that name."""
    for parameter in context.command.params:
        said = context.params.get(parameter.name)
        wants_value = "=" in (parameter.metavar or "") and isinstance(said, list)
        if wants_value and said and "=" not in said[-1]:
            yield max(parameter.opts, key=len), said[-1]


def _in_range(found: re.Match[str]) -> str:
    least, most = found.groups()
    return f"is not {least} to {most}" if most else f"is less than {least}"


def _option(error: typer.TyperException) -> str:
    """Return the option or argument that is meant; empty where there is none."""
    parameter: Any = getattr(error, "param", None)
    if parameter is not None and parameter.param_type_name == "argument":
        return (
            str(parameter.make_metavar(getattr(error, "ctx", None)))
            .strip("[]{}.")
            .upper()
        )
    if parameter is not None:
        return str(max(parameter.opts, key=len))
    name = str(getattr(error, "option_name", ""))
    if type(error).__name__ != "NoSuchOption":
        return name
    # Imported here, since no other error needs it.
    from difflib import get_close_matches

    near = get_close_matches(name, getattr(error, "possibilities", None) or (), n=1)
    return "".join(near)


def _examples(help_text: str) -> Iterator[str]:
    """Yield the examples in the help of a command."""
    for line in help_text.partition("Examples:")[2].splitlines():
        if (text := line.strip()).startswith("pillarplan "):
            yield COLUMNS.split(text)[0]
