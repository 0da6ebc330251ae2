"""Rows of the option table as parameters of a command."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, TypeVar

import typer

from pillarplan.cli.input import typed
from pillarplan.cli.input.options.option import NameKind, Option

Command = TypeVar("Command", bound=Callable[..., None])


NAMES: Mapping[NameKind | None, Any] = {
    None: {},
    "role": typed.ROLE,
    "contexts": typed.CONTEXTS,
    "skill": typed.SKILL,
    "skill=value": typed.SKILL_VALUE,
    "skill=level": typed.SKILL_LEVEL,
    "item": typed.ITEM,
    "item=value": typed.ITEM_VALUE,
    "planned item": typed.PLANNED_REASON,
    "day": typed.DAY,
    "breaks": typed.BREAKS,
}
"""How names are read and offered, by what the values of an option name."""


def as_typer(row: Option) -> Any:
    """Return what Typer makes an option from."""
    return typer.Option(
        f"{row.flag}/--no-{row.name}" if row.switch else row.flag,
        metavar=row.metavar or None,
        envvar=row.variable,
        help=row.help,
        **NAMES[row.names],
    )


def takes(rows: Iterable[Option]) -> Callable[[Command], Command]:
    """Let a command take an option for each row, before those that it names itself.

    The command gets them as keyword arguments by name of the row: texts, lists of them
    where an option may be given again and again, None for what was not stated.
    """

    def with_rows(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True).parameters.values()
        context, *named = (each for each in own if each.kind is not each.VAR_KEYWORD)
        options = (_parameter(row) for row in rows)
        keywords = (each.replace(kind=each.KEYWORD_ONLY) for each in named)
        signature = inspect.Signature([context, *options, *keywords])
        vars(command)["__signature__"] = signature
        return command

    return with_rows


def _parameter(row: Option) -> inspect.Parameter:
    kind: Any = bool if row.switch else list[str] if row.many else str
    return inspect.Parameter(
        row.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind | None, as_typer(row)],
    )
