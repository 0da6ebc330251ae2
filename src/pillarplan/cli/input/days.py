"""Days, weeks and breaks as people write them, turned into values."""

from datetime import date

from pillarplan.cli.input.parsing import (
    parse_assignments,
    parse_hours,
    parse_names,
    parse_share,
)
from pillarplan.domain.plan.availability import Break, Week, spread
from pillarplan.domain.text import WEEKDAYS
from pillarplan.errors import UsageError

MOST_HOURS_PER_WEEK = 60.0


def parse_date(text: str, option: str) -> date:
    """Return the date that `text` states as 2027-06-30.

    Other ways to write a day have become this one before (see `typed.py`).
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(
            f"{option}: {text!r} is no date. Write it as 2027-06-30."
        ) from None


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
