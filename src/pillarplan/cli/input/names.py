"""Parameters that are names of things: read as people type them, offered by Tab.

All that a parameter needs for it stands in its annotation: ``typer.Option(…,
**names.ITEM)``.  What arrives in the command is an id, wherever it can be one.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import typer

from pillarplan.cli.input.completion import offering

if TYPE_CHECKING:
    from pillarplan.services.workspace import Workspace

Reading = Callable[[Callable[[str], str], str], str]
"""Puts ids in place of the names in a text; the first argument knows the id of one."""


class Around(Protocol):
    """What the program found around it, as far as names need it."""

    @property
    def workspace(self) -> "Workspace":
        """The journal and the knowledge base."""


def _whole(id_of: Callable[[str], str], text: str) -> str:
    return id_of(text)


def _before_reason(id_of: Callable[[str], str], text: str) -> str:
    """Read ``NAME`` or ``NAME=REASON``."""
    name, equals, reason = text.partition("=")
    return id_of(name) + equals + reason


def _before_value(id_of: Callable[[str], str], text: str) -> str:
    """Read ``NAME=VALUE``; anything else is refused in the words of its option."""
    return _before_reason(id_of, text) if "=" in text else text


def _between_commas(id_of: Callable[[str], str], text: str) -> str:
    return ",".join(map(id_of, text.split(",")))


def _named(sort: str, reading: Reading = _whole, *, only_planned: bool = False) -> Any:
    """Return what an option or an argument takes that names things of a sort.

    What is `only_planned` is offered from the adopted roadmap, and may be anything.
    """

    def read(ctx: typer.Context, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        read_one = partial(reading, partial(_id_called, ctx.obj, sort))
        return read_one(value) if isinstance(value, str) else [*map(read_one, value)]

    offer = offering(sort, only_planned=only_planned)
    return {"callback": read, "autocompletion": offer}


def _id_called(around: Around, sort: str, text: str) -> str:
    # Imported here, since most calls name nothing.
    from pillarplan.services.naming.called import Sort, id_called

    return id_called(around.workspace, text, Sort[sort]) if text.strip() else text


ITEM = _named("ITEM")
ITEM_VALUE = _named("ITEM", _before_value)
PLANNED = _named("ITEM", only_planned=True)
PLANNED_REASON = _named("ITEM", _before_reason, only_planned=True)
SKILL = _named("SKILL")
SKILL_VALUE = _named("SKILL", _before_value)
ENTRY = _named("ENTRY")
PILLAR = _named("PILLAR")
ROLE = _named("ROLE")
CONTEXTS = _named("CONTEXT", _between_commas)
