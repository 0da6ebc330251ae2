"""What people write of their time: lengths and times of sessions, calendars."""

import re
from datetime import time
from math import ceil

from pillarplan.cli.input.days import parse_days
from pillarplan.cli.input.folders import expanded
from pillarplan.cli.input.parsing import parse_hours, parse_names, parse_share
from pillarplan.domain.plan.availability import Times
from pillarplan.domain.plan.roadmap import NO_HOLIDAYS
from pillarplan.errors import UsageError

NONE = "none"
"""What lifts a limit that the adopted plan or a setting has."""

LONGEST_BUFFER = 366
"""Days."""

LONGEST_MARGIN = 120
"""Minutes."""


def parse_buffer(text: str, option: str) -> int:
    """Return how many days are kept free before the last one; 0 for ``none``."""
    stated = text.strip().lower()
    is_number = stated.isdecimal() and len(stated) < 10  # longer ones cost time
    days = 0 if stated == NONE else int(stated) if is_number else -1
    if not 0 <= days <= LONGEST_BUFFER:
        raise UsageError(
            f"{option}: {text!r} is no number of days from 0 to {LONGEST_BUFFER}. "
            "Write 14."
        )
    return days


def parse_place(text: str, option: str) -> str:
    """Return a country or a part of it: ``DE``, ``US-CA``; or ``none``."""
    stated = text.strip()
    if stated.lower() == NONE:
        return NO_HOLIDAYS
    if not re.fullmatch(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,20})?", stated):
        raise UsageError(
            f"{option}: {text!r} is no place. Write a country as DE, or a part of it "
            "as US-CA."
        )
    country, dash, part = stated.partition("-")
    return country.upper() + dash + (part.upper() if len(part) <= 3 else part)


def parse_longest(text: str, option: str) -> float:
    """Return the hours of the longest session, in quarters; 0 for ``none``."""
    if text.strip().lower() == NONE:
        return 0.0
    hours = int(parse_hours(text, option) * 4) / 4
    if not 0 < hours <= 24:
        raise UsageError(f"{option}: {text!r} is no length of a session. Write 1.5.")
    return hours


def parse_shortest(text: str, option: str) -> float:
    """Return the hours of the shortest session, in quarters; 0 for ``none``."""
    if text.strip().lower() == NONE:
        return 0.0
    hours = ceil(round(parse_hours(text, option) * 4, 6)) / 4
    if not 0 < hours <= 24:
        raise UsageError(f"{option}: {text!r} is no length of a session. Write 0.75.")
    return hours


def parse_times(text: str, option: str) -> tuple[Times, Times]:
    """Return from when and until when one works on each weekday.

    That is ``07:30``, ``09:00-17:00`` or ``mon=07:30,sat=10:00-12:00``; what has no end
    is open.
    """
    if text.strip().lower() == NONE:
        return (), ()
    if "=" in text:
        stated = parse_days(text, option, "mon-fri=07:30,sat=10:00-12:00")
    else:
        stated = dict.fromkeys(range(7), text)
    hours = {day: _hours_of_day(each, option) for day, each in stated.items()}
    starts, ends = (
        tuple(hours[day][end] if day in hours else None for day in range(7))
        for end in (0, 1)
    )
    return starts, ends if any(ends) else ()


def _hours_of_day(text: str, option: str) -> tuple[time, time | None]:
    first, dash, last = text.partition("-")
    begins, ends = _time(first, option), _time(last, option) if dash else None
    if ends is not None and ends <= begins:
        raise UsageError(f"{option}: {text!r} ends before it begins.")
    return begins, ends


def parse_fill(text: str, option: str) -> float:
    """Return how much of the hours is to be planned, from 0 to 1; all for ``none``."""
    if text.strip().lower() == NONE:
        return 1.0
    share = parse_share(text, option)
    if not share:
        raise UsageError(f"{option}: {text!r} leaves no time at all. Write 60%.")
    return share


def parse_kept(text: str, option: str) -> float:
    """Return which share of the planned hours somebody expects to keep, above 0."""
    share = parse_share(text, option)
    if not share:
        raise UsageError(f"{option}: with {text!r} no plan ever ends. Write 60%.")
    return share


def parse_calendars(texts: list[str] | str, option: str) -> tuple[str, ...]:
    """Return the paths in one or more lists with commas, in full; none for ``none``.

    Whether they are there is seen when they are read.
    """
    stated = [texts] if isinstance(texts, str) else texts
    names = parse_names(",".join(stated))
    if not names:
        raise UsageError(f"{option}: name a calendar file, a folder of them, or none.")
    if NONE not in names:
        return tuple(str(expanded(name).absolute()) for name in names)
    if len(names) > 1:
        raise UsageError(f"{option}: none cannot stand beside other calendars.")
    return ()


def parse_margin(text: str, option: str) -> int:
    """Return the minutes around meetings from ``10m``; 0 for ``none``."""
    if text.strip().lower() == NONE:
        return 0
    minutes = round(parse_hours(text, option) * 60)
    if minutes > LONGEST_MARGIN:
        raise UsageError(f"{option}: {text!r} is more than two hours. Write 10m.")
    return minutes


def parse_zone(text: str, option: str) -> str:
    """Return the name of a time zone (IANA); empty for ``none``."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = text.strip()
    if name.lower() == NONE:
        return ""
    try:
        return ZoneInfo(name).key
    # A folder of the database, such as Europe, is found but cannot be read.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"{option}: {text!r} is no time zone.{_suggest(name)}"
        ) from None


def _suggest(name: str) -> str:
    import difflib
    from zoneinfo import available_timezones

    cities = {zone.rpartition("/")[2].lower(): zone for zone in available_timezones()}
    wanted = name.rpartition("/")[2].lower().replace(" ", "_")
    near = difflib.get_close_matches(wanted, cities, 1)
    example = cities[near[0]] if near else "Europe/Berlin"
    return f" Did you mean {example}?" if near else f" Write it as {example}."


def _time(text: str, option: str) -> time:
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text.strip())
    if not found:
        raise UsageError(f"{option}: {text!r} is no time of the day. Write 07:30.")
    return time(int(found[1]), int(found[2]))
