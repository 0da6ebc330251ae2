"""Commands that hear what is said: no option twice or empty, and only their names."""

import os
import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from pillarplan.errors import UsageError

if TYPE_CHECKING:
    from pillarplan.cli.frame.surroundings import Surroundings
    from pillarplan.render.pieces import Line

LISTS = frozenset({"breaks", "context", "format", "language"})
"""Options whose value is a list with commas: said again, they add to it."""


class Attentive:
    """A mixin for commands and groups, before the class of Typer."""

    def make_parser(self, ctx: Any) -> Any:
        """Return a parser that refuses an option which is given two meanings.

        Typer's own takes the last one.  Options that may be given again and again
        collect their values as before.
        """
        parser = super().make_parser(ctx)  # type: ignore[misc]  # Typer's class has it
        for option in {*parser._short_opt.values(), *parser._long_opt.values()}:
            if option.action in {"store", "store_const"}:
                option.process = partial(_hear, option)
        return parser

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option that shows help, in colour where there may be some."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # Typer's class has it
        if option is not None:
            option.callback = _show_help
        return option

    def help_lines(self, ctx: Any) -> "Iterable[Line]":
        """Return the help as styled lines."""
        from pillarplan.render.lines.help import help_lines

        return help_lines(ctx.get_help())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of a call; what does not fit knows in which command."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]
        except typer.TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                vars(error)["ctx"] = ctx
            raise


class AttentiveCommand(Attentive, TyperCommand):
    """A command that hears every option."""


class AttentiveGroup(Attentive, TyperGroup):
    """A group of commands that knows what is meant by some that it does not have."""

    def resolve_command(
        self, ctx: Any, args: list[str]
    ) -> tuple[str | None, Any, list[str]]:
        """Return name, command and the words after it; raise UsageError if unknown."""
        word = args[0]
        if word in self.commands or word.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        # Imported here, since most commands are there.
        from pillarplan.cli.frame.meant import UnknownCommandError

        raise UnknownCommandError(ctx.command_path, args, self.commands)


def _show_help(ctx: Any, _: Any, asked: bool) -> None:
    """Show the help that was asked for, and end there."""
    if asked and not ctx.resilient_parsing:
        _surroundings(ctx).show(ctx.command.help_lines(ctx))
        ctx.exit()


def _surroundings(ctx: Any) -> "Surroundings":
    """Return what the program found; of its own help, before anything was read."""
    # Imported here, since most calls ask for something else.
    from pillarplan.cli.frame.surroundings import Surroundings, look_around

    if isinstance(ctx.obj, Surroundings):
        return ctx.obj
    plain, no_color = (f"--{name}" in sys.argv for name in ("plain", "no-color"))
    plain = plain or bool(os.environ.get("PILLARPLAN_PLAIN"))
    return look_around(
        home=None, json=False, plain=plain, no_color=no_color, no_input=True
    )


def _hear(option: Any, value: Any, state: Any) -> None:
    """Take what was said for an option, in the light of what was said before."""
    said = option.const if option.action == "store_const" else value
    names = "/".join((*option.obj.opts, *option.obj.secondary_opts))
    if not said and option.action == "store" and option.dest not in LISTS:
        # As a script says it whose variable is not set.
        raise UsageError(f"{names} is empty: say a value, or leave it away.")
    before = state.opts.get(option.dest, said)
    if before != said and option.dest in LISTS:
        said = f"{before},{said}"
    elif before != said:
        raise UsageError(f"{names} was given twice: say which one counts.")
    state.opts[option.dest] = said
    state.order.append(option.obj)
