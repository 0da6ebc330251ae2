"""Parameters as people type them: names of things, offered by Tab, and days.

All that a parameter needs for it stands in its annotation: ``typer.Option(…,
**typed.ITEM)``.  What arrives in the command is an id, wherever it can be one, or a
date in the form of ISO.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import typer

from pillarplan.cli.input.completion import offering
from pillarplan.cli.input.written_days import is_iso, read_day
from pillarplan.domain.text import WEEKDAYS, on_day

if TYPE_CHECKING:
    from pillarplan.services.workspace import Workspace

Reading = Callable[[Callable[[str], str], str], str]
"""Puts ids in place of the names in a text; the first argument knows the id of one."""


class Around(Protocol):
    """What the program found around it, as far as names and days need it."""

    @property
    def today(self) -> date:
        """The day on which days are read."""

    @property
    def workspace(self) -> "Workspace":
        """The journal and the knowledge base."""

    def tell(self, text: str) -> None:
        """Print a message beside the result."""


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


def _named(
    sort: str,
    reading: Reading = _whole,
    *,
    only_planned: bool = False,
    joined: bool = False,
) -> Any:
    """Return what an option or an argument takes that names things of a sort.

    What is `only_planned` is offered from the adopted roadmap, and may be anything.
    Words that are `joined` are one name, which nobody has to put into quotes.
    """

    def read(ctx: typer.Context, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        read_one = partial(reading, partial(_id_called, ctx.obj, sort))
        if joined:
            return [read_one(" ".join(value))]
        return read_one(value) if isinstance(value, str) else [*map(read_one, value)]

    offer = offering(sort, only_planned=only_planned)
    return {"callback": read, "autocompletion": offer}


def _levelled(*words: str) -> Any:
    """Return what an option takes that names a skill, and a level or one of `words`.

    Levels may be typed by their names, and arrive as their numbers.
    """

    def read_one(around: Around, option: str, text: str) -> str:
        from pillarplan.services.naming.levels import level_called

        skill, equals, stated = _before_value(
            partial(_id_called, around, "SKILL"), text
        ).partition("=")
        if not stated.strip():
            return text
        scale = around.workspace.knowledge.scale()
        level = level_called(scale, stated, f"{option} {skill}", words)
        return skill + equals + (words[0] if level is None else str(level))

    def read(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        return [read_one(ctx.obj, param.opts[0], each) for each in value]

    return {"callback": read, "autocompletion": offering("SKILL", levels=True)}


def _id_called(around: Around, sort: str, text: str) -> str:
    # Imported here, since most calls name nothing.
    from pillarplan.services.naming.called import Sort, id_called

    return id_called(around.workspace, text, Sort[sort]) if text.strip() else text


NO_LEVEL = ("n/a", "na")
"""What stands in place of a level for what is no part of one's work."""

TYPED = "COMMANDLINE"
"""What Typer calls the source of a value that somebody typed."""


def _days(*, past: bool = False, between: bool = False, joined: bool = False) -> Any:
    """Return what an option takes that is a day, or `between` some.

    Words that are `joined` are one day, which nobody has to put into quotes.

    What a setting or the environment says is left alone: it holds beyond today.
    """

    def read(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
        source = ctx.get_parameter_source(param.name or "")
        if not value or source is None or source.name != TYPED:
            return value
        option = next((each for each in param.opts if each[:2] == "--"), "DATE")
        if between:
            return iso_breaks(ctx.obj, option, value)
        if joined:
            return [_iso_day(ctx.obj, option, past, " ".join(value))]
        return _iso_day(ctx.obj, option, past, value)

    return {"callback": read}


def iso_breaks(around: Around, option: str, text: str) -> str:
    """Return a list of breaks with commas in the form of ISO."""
    told = partial(_iso_day, around, option, False)
    return ",".join(_iso_break(told, each) for each in text.split(","))


def _iso_break(told: Callable[..., str], text: str) -> str:
    """Read ``FIRST..LAST``, perhaps with ``=25%``; or no break at all."""
    if text.strip().lower() in {"", "none"}:
        return text
    days, equals, left = text.partition("=")
    first, dots, last = days.replace(" to ", "..").partition("..")
    begins = told(first)
    ends = told(last, date.fromisoformat(begins)) if last.strip() else last
    return begins + dots + ends + equals + left


def _iso_day(
    around: Around, option: str, past: bool, text: str, since: date | None = None
) -> str:
    """Return a day as an ISO date; say which it is, if it was written otherwise."""
    day = read_day(text, since or around.today, option, past=past)
    if not is_iso(text.strip()):
        around.tell(f"{text.strip()}: {WEEKDAYS[day.weekday()][:3]} {on_day(day)}")
    return day.isoformat()


ITEM = _named("ITEM")
ITEM_WORDS = _named("ITEM", joined=True)
ITEM_VALUE = _named("ITEM", _before_value)
PLANNED = _named("ITEM", only_planned=True)
PLANNED_REASON = _named("ITEM", _before_reason, only_planned=True)
SKILL = _named("SKILL")
SKILL_VALUE = _named("SKILL", _before_value)
SKILL_LEVEL = _levelled(*NO_LEVEL)
SKILL_TARGET = _levelled("role")
SKILL_WORDS = _named("SKILL", joined=True)
ENTRY_WORDS = _named("ENTRY", joined=True)
PILLAR = _named("PILLAR")
ROLE = _named("ROLE")
CONTEXTS = _named("CONTEXT", _between_commas)
DAY = _days()
DAY_WORDS = _days(joined=True)
PAST_DAY = _days(past=True)
BREAKS = _days(between=True)
