"""Days as people write them: ISO dates, and all that is as clear as those.

Only options on the command line and answers to questions are read so.  Files and
settings hold ISO dates, since what ``fri`` means depends on the day it is read on.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from pillarplan.domain.text import WEEKDAYS, on_day
from pillarplan.errors import UsageError

LONGEST = 40
"""Characters; no day takes more."""

NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}

SPAN = re.compile(r"(in |for |\+)?(\d{1,3}|an?) ?(d|w|days?|weeks?|months?)( ago)?")

WEEKDAY = re.compile(r"(?:(on|this|next|last) )?([a-z]{3,9})")

SHORT = tuple(day[:3].lower() for day in WEEKDAYS)

NAMED = re.compile(rf"\b({'|'.join(SHORT)})(?!th)")
"""A weekday within a date; but ``month`` is none."""

DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))
"""What stands for the parts of a date that are not written: where two readings differ,
something was not.  Both years have a 29 February."""

YEARS = 8
"""So many may lie between two 29 Februaries."""


def read_day(text: str, today: date, option: str, *, past: bool = False) -> date:
    """Return the day that `text` means: one to come, or else one of the past.

    Raises UsageError for what is no day, or may be several, with what to write.
    """
    found = [*_days_meant(text.strip(), today, past)]
    possible = [day for day in found if (day <= today if past else day >= today)]
    days = sorted({*(possible or found)})
    if not days:
        near, short = ("yesterday", "3d") if past else ("tomorrow", "2w")
        raise UsageError(
            f"{option}: {text!r} is no date. Write it as {today}, 31 May, fri, {near} "
            f"or {short}."
        )
    if len(days) > 1:
        raise UsageError(
            f"{option}: {text!r} may be {' or '.join(map(on_day, days))}. "
            f"Write {' or '.join(map(str, days))}."
        )
    named = NAMED.search(text.lower())
    if named and SHORT[days[0].weekday()] != named[1]:
        raise UsageError(
            f"{option}: {on_day(days[0])} is a {WEEKDAYS[days[0].weekday()]}. "
            f"Write {days[0]} if you mean it."
        )
    return days[0]


def _days_meant(text: str, today: date, past: bool) -> Iterator[date]:
    """Yield all days that a text may mean; most mean one, or none."""
    words = " ".join(text.lower().split()).removeprefix("until ")
    if is_iso(text):
        yield date.fromisoformat(text)
    elif len(words) > LONGEST or not words.isascii():
        return
    elif words in NEAR:
        yield today + timedelta(days=NEAR[words])
    elif span := SPAN.fullmatch(words):
        yield _after(today, span, past)
    elif (named := WEEKDAY.fullmatch(words)) and named[2][:3] in SHORT:
        yield from _weekdays(today, named, past)
    elif words.startswith("end of "):
        for first in _in_calendar(f"1 {words.removeprefix('end of ')}", today, past):
            yield (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    else:
        yield from _in_calendar(words, today, past)


def is_iso(text: str) -> bool:
    """Say whether a text is a date as files hold it."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _after(today: date, span: re.Match[str], past: bool) -> date:
    """Return the day so many days, weeks or months from today, or before it."""
    ahead, number, unit, ago = span.groups()
    count = 1 if number.startswith("a") else int(number)
    if ago or (past and not ahead):
        count = -count
    if not unit.startswith("month"):
        return today + timedelta(days=count * (7 if unit[0] == "w" else 1))
    from dateutil.relativedelta import relativedelta

    day: date = today + relativedelta(months=count)
    return day


def _weekdays(today: date, named: re.Match[str], past: bool) -> Iterator[date]:
    """Yield the next such day, or the latest; people differ in which is ``next``."""
    which, name = named.groups()
    day = SHORT.index(name[:3])
    if not WEEKDAYS[day].lower().startswith(name):
        return
    ahead = (day - today.weekday()) % 7
    if which == "last" or (past and which != "next"):
        yield today - timedelta(days=(7 - ahead) % 7 or (7 if which == "last" else 0))
        return
    coming = today + timedelta(days=ahead or 7)
    yield coming
    if which == "next":
        yield coming + timedelta(days=7)


def _in_calendar(words: str, today: date, past: bool) -> Iterator[date]:
    """Yield the readings of a date in numbers, or with the name of its month."""
    # Imported here, since nearly all days are written in one of the ways above.
    from dateutil.parser import parse

    orders = {True, False}
    if "." in words:  # with dots the day comes first everywhere
        orders = {True}
    if re.match(r"\d{4}\D", words):
        orders = {False}
    plain = words.rstrip(".").replace(".", "/")
    for day_first in orders:
        try:
            one, other = (
                parse(plain, default=each, dayfirst=day_first) for each in DEFAULTS
            )
        except (ValueError, OverflowError):
            continue
        if (one.day, one.month) != (other.day, other.month) or one.time() != time.min:
            continue
        yield one.date() if one.year == other.year else _nearest(one, today, past)


def _nearest(written: datetime, today: date, past: bool) -> date:
    """Return the day of a date without a year: the next one, or the latest."""
    years = range(today.year - YEARS, today.year + YEARS + 1)
    days = [day for year in years if (day := _in_year(written, year))]
    if past:
        return max(day for day in days if day <= today)
    return min(day for day in days if day >= today)


def _in_year(written: datetime, year: int) -> date | None:
    try:
        return written.date().replace(year=year)
    except ValueError:  # 29 February
        return None
