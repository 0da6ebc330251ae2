"""What people write after an option, turned into values."""

import re
from datetime import date, timedelta
from typing import Literal

from pillarplan.domain.bounds import MOST_HOURS
from pillarplan.domain.knowledge.item import ResourceKind
from pillarplan.domain.plan.availability import Break, Week, spread
from pillarplan.domain.plan.hours import hours_from
from pillarplan.domain.text import LONGEST_SLUG, SLUG, WEEKDAYS
from pillarplan.errors import UsageError

MOST_HOURS_PER_WEEK = 60.0

ANY: Literal["any"] = "any"
"""What lifts a limit on what may be used."""

ALL: Literal["all"] = "all"
"""What lifts the limit on how many skills to work on."""


def parse_date(text: str, option: str) -> date:
    """Return the date that `text` states as 2027-06-30."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(
            f"{option}: {text!r} is no date. Write it as 2027-06-30."
        ) from None


def parse_until(text: str, today: date, option: str) -> date:
    """Return a day to come: ``2w`` or ``10d`` from today, or a date."""
    match = re.fullmatch(r"([0-9]{1,3})([dw])", text.strip().lower())
    if match is None:
        return parse_date(text, option)
    return today + timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1))


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


def parse_week(text: str, option: str) -> Week:
    """Return the hours of each weekday from ``4`` or ``mon-fri=0.5,sat=2``."""
    if "=" not in text:
        week = spread(parse_hours(text, option))
    else:
        stated = parse_days(text, option, "mon-fri=0.5,sat=2")
        hours = (parse_hours(stated.get(day, "0"), option) for day in range(7))
        week = tuple(int(each * 4) / 4 for each in hours)  # type: ignore[assignment]  # seven by construction
    if sum(week) > MOST_HOURS_PER_WEEK or max(week) > 24:
        raise UsageError(f"{option}: {text} is more than a week can hold.")
    return week


def parse_days(text: str, option: str, example: str) -> dict[int, str]:
    """Return what a list such as ``mon-fri=0.5,sat=2`` says of each weekday it names.

    Monday is 0.  A day may stand in one part of the list only.
    """
    stated: dict[int, str] = {}
    for names, value in parse_assignments(text.split(","), option).items():
        days = weekdays_called(names)
        if not days:
            raise UsageError(f"{option}: {names!r} is no weekday. Write {example}.")
        if twice := [day for day in days if day in stated]:
            name = WEEKDAYS[twice[0]]
            raise UsageError(f"{option}: {name} stands twice in {text!r}.")
        stated |= dict.fromkeys(days, value)
    return stated


def weekdays_called(name: str) -> tuple[int, ...]:
    """Return the weekdays from ``mon``, ``Monday`` or ``fri-mon``; none if it is none.

    The first two letters of a day, or more of them, are enough.
    """
    first, dash, last = (part.strip().lower() for part in name.partition("-"))
    ends = [_weekday(first), _weekday(last) if dash else _weekday(first)]
    if None in ends:
        return ()
    begin, end = (day for day in ends if day is not None)
    return tuple((begin + place) % 7 for place in range((end - begin) % 7 + 1))


def _weekday(name: str) -> int | None:
    days = (day for day, full in enumerate(WEEKDAYS) if full.lower().startswith(name))
    return next(days, None) if len(name) > 1 else None


def parse_weekday(text: str, option: str) -> int:
    """Return a day of the week from ``mon`` or ``Monday``, which is 0."""
    days = weekdays_called(text)
    if len(days) != 1:
        raise UsageError(f"{option}: {text!r} is no weekday. Write mon or fri.")
    return days[0]


def parse_break(text: str, option: str) -> Break:
    """Return a break from ``2026-12-20..2027-01-03`` or ``…=25%`` (what is left)."""
    days, _, left = text.partition("=")
    first, _, last = days.partition("..")
    begins = parse_date(first, option)
    ends = parse_date(last, option) if last else begins
    if ends < begins:
        raise UsageError(f"{option}: {text!r} ends before it begins.")
    return Break(
        first=begins, last=ends, factor=parse_share(left, option) if left else 0.0
    )


def parse_breaks(text: str, option: str) -> tuple[Break, ...]:
    """Return the breaks in a list with commas; none for ``none``."""
    if text.strip().lower() == "none":
        return ()
    return tuple(parse_break(each, option) for each in parse_names(text))


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


def parse_level(text: str, option: str) -> int | None:
    """Return a level from 0 to 5; None for ``n/a``."""
    stated = text.strip().lower()
    if stated in {"n/a", "na"}:
        return None
    if stated not in {"0", "1", "2", "3", "4", "5"}:
        raise UsageError(f"{option}: {text!r} is no level. Write 0 to 5, or n/a.")
    return int(stated)


def parse_target(text: str, option: str) -> int | None:
    """Return a level to aim at, from 0 to 5; None for ``role``: what that asks for."""
    stated = text.strip().lower()
    if stated == "role":
        return None
    if stated not in {"0", "1", "2", "3", "4", "5"}:
        raise UsageError(
            f"{option}: {text!r} is no target. Write 0 to 5, or role for what your "
            "role asks for."
        )
    return int(stated)


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
            raise UsageError(f"{option}: {text!r} should look like NAME=VALUE.")
        if name.strip() in pairs:
            raise UsageError(
                f"{option}: {name.strip()} stands twice; say which one counts."
            )
        pairs[name.strip()] = value.strip()
    return pairs
