"""What people write after an option, turned into values."""

import re
from typing import Literal

from pillarplan.domain.bounds import MOST_HOURS
from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.knowledge.item import ResourceKind
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.written_hours import hours_from
from pillarplan.domain.text import LONGEST_SLUG, SLUG, one_line
from pillarplan.errors import UsageError

LONGEST_NAME = 80
"""Characters of a person's name."""

ANY: Literal["any"] = "any"
"""What lifts a limit on what may be used."""

ALL: Literal["all"] = "all"
"""What lifts the limit on how many skills to work on."""


def parse_hours(text: str, option: str) -> float:
    """Return a number of hours, which may be written 2, 2.5, 1:30 or 90m."""
    hours = hours_from(text)
    if hours is None:
        raise UsageError(
            f"{option}: {text!r} is no number of hours. Write 2.5, 1:30 or 90m."
        )
    if hours > MOST_HOURS:
        raise UsageError(f"{option}: {text!r} is not between 0 and {MOST_HOURS} hours.")
    return hours


def parse_money(text: str, option: str) -> float | Literal["any"]:
    """Return an amount of money, in the currency of the prices; or ``any``."""
    if text.strip().lower() == ANY:
        return ANY
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 <= amount < 1_000_000:
        raise UsageError(f"{option}: {text!r} is no amount of money. Write 100.")
    return amount


def parse_share(text: str, option: str) -> float:
    """Return a share from 0 to 1, which may be written 25% or 0.25."""
    try:
        share = float(text.strip().removesuffix("%"))
    except ValueError:
        raise UsageError(f"{option}: {text!r} is no share. Write 25%.") from None
    share = share / 100 if "%" in text or share > 1 else share
    if not 0 <= share <= 1:
        raise UsageError(f"{option}: {text!r} is not between 0% and 100%.")
    return share


def parse_names(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, without repetitions."""
    return tuple(
        dict.fromkeys(name.strip() for name in text.split(",") if name.strip())
    )


def parse_drops(texts: list[str], option: str) -> dict[str, str]:
    """Return the reason for each item of ``ITEM`` or ``ITEM=REASON``; empty if none."""
    drops = {}
    for text in texts:
        item, _, reason = text.partition("=")
        if not item.strip():
            raise UsageError(f"{option}: {text!r} should look like ITEM=REASON.")
        if item.strip() in drops:
            raise UsageError(f"{option}: {item.strip()} stands twice.")
        drops[item.strip()] = reason.strip()
    return drops


def parse_only_free(text: str, option: str) -> bool:
    """Return whether only what is free may be used, from ``free`` or ``any``."""
    if text not in {"free", "any"}:
        raise UsageError(
            f"{option}: {text!r} is unknown. Write free, or any to lift it."
        )
    return text == "free"


def parse_switch(stated: bool | str, option: str) -> bool:
    """Return whether something is switched on, from an option or a setting."""
    if isinstance(stated, bool):
        return stated
    if stated.strip().lower() not in {"yes", "no"}:
        raise UsageError(f"{option}: {stated!r} is unknown. Write yes or no.")
    return stated.strip().lower() == "yes"


def parse_depth(text: str, option: str) -> Depth:
    """Return how much longer what many recommend may take."""
    try:
        return Depth(text.strip().lower())
    except ValueError:
        raise UsageError(
            f"{option}: {text!r} is no depth. Write lean, solid or deep."
        ) from None


def parse_kinds(text: str, option: str) -> tuple[str, ...]:
    """Return kinds of resource from a list with commas; none for ``any``."""
    if text.strip().lower() == ANY:
        return ()
    kinds = parse_names(text)
    for kind in kinds:
        if kind not in list(ResourceKind):
            raise UsageError(
                f"{option}: {kind!r} is unknown. There are: {', '.join(ResourceKind)}."
            )
    return kinds


def parse_languages(text: str, option: str) -> tuple[str, ...]:
    """Return languages (codes of ISO 639-1) from a list; none for ``any``."""
    if text.strip().lower() == ANY:
        return ()
    codes = parse_names(text.lower())
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise UsageError(f"{option}: {code!r} is no language. Write en or en,de.")
    return codes


def parse_id(text: str, option: str) -> str:
    """Return a name that somebody gives: lower case letters, digits, single dashes."""
    if not re.fullmatch(SLUG, text) or len(text) > LONGEST_SLUG:
        raise UsageError(
            f"{option}: {text!r} does not fit. Write lower case letters and digits "
            "with dashes: 2026-w48."
        )
    return text


def parse_own_name(text: str, option: str) -> str:
    """Return the name of the person, in one clean line."""
    name = one_line(text, len(text))
    if len(name) > LONGEST_NAME:
        raise UsageError(f"{option}: {LONGEST_NAME} characters at most, please.")
    return name


def parse_focus(text: str, option: str) -> int | Literal["all"]:
    """Return how many skills to work on, or ``all``."""
    if text.strip().lower() == ALL:
        return ALL
    try:
        focus = int(text)
    except ValueError:
        focus = 0
    if not 1 <= focus <= 100:
        raise UsageError(f"{option}: write a number of skills from 1 on, or all.")
    return focus


def parse_level(text: str) -> int | None:
    """Return a level that is known to be one; None for what stands in place of one."""
    return int(text) if text.isdecimal() else None


def parse_constraint(text: str, option: str) -> Constraint | None:
    """Return what holds somebody back; None for ``none``: only the skill does."""
    stated = text.strip().lower()
    if stated == "none":
        return None
    if stated not in set(Constraint):
        raise UsageError(
            f"{option}: {text!r} is unknown. Write may-not, no-time, or none if only "
            "the skill is missing."
        )
    return Constraint(stated)


def parse_importance(text: str, option: str) -> int:
    """Return how much something matters, from 1 to 3."""
    if text.strip() not in {"1", "2", "3"}:
        raise UsageError(
            f"{option}: {text!r} is none. Write 1 low, 2 normal or 3 high."
        )
    return int(text)


def parse_assignments(texts: list[str], option: str) -> dict[str, str]:
    """Return name and value of each ``name=value``."""
    pairs = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip() or not value.strip():
            form = f"{name.strip() or 'NAME'}=VALUE"
            raise UsageError(f"{option}: {text!r} should look like {form}.")
        if name.strip() in pairs:
            raise UsageError(
                f"{option}: {name.strip()} stands twice; say which one counts."
            )
        pairs[name.strip()] = value.strip()
    return pairs
