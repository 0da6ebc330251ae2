"""Commands that hear every option: what is said twice is never dropped silently."""

from functools import partial
from typing import Any

from typer.core import TyperCommand

from pillarplan.errors import UsageError

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


class AttentiveCommand(Attentive, TyperCommand):
    """A command that hears every option."""


def _hear(option: Any, value: Any, state: Any) -> None:
    """Take what was said for an option, in the light of what was said before."""
    said = option.const if option.action == "store_const" else value
    before = state.opts.get(option.dest, said)
    if before != said and option.dest in LISTS:
        said = f"{before},{said}"
    elif before != said:
        names = "/".join((*option.obj.opts, *option.obj.secondary_opts))
        raise UsageError(f"{names} was given twice: say which one counts.")
    state.opts[option.dest] = said
    state.order.append(option.obj)
