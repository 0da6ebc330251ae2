"""Which events of a calendar matter in a stretch of time, and which are broken."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pillarplan.busy.blocks import Block, Property
from pillarplan.busy.broken import BrokenError

PRODUCT = "-//PILLARPLAN//PILLARPLAN//EN"
"""By which the files are known that this program writes, in capitals."""

TOO_OFTEN = {"SECONDLY": "second", "MINUTELY": "minute"}

MOST_A_DAY = 24
"""A meeting does not begin more often than that."""

SPARE = 2
"""Days by which the time zones of two places may shift a day, and one more."""

FAR = "99999999"
"""A day that comes after all others."""

LINE = "X-LINE"
"""The property that says where an event stands."""


class Window:
    """The days of which one wants to know, with some to spare."""

    def __init__(self, first: date, last: date) -> None:
        self.first = f"{first - timedelta(days=SPARE):%Y%m%d}"
        self.last = f"{last + timedelta(days=SPARE):%Y%m%d}"


def cut(calendar: Block, window: Window, ours: frozenset[str]) -> Block:
    """Return a calendar with only what may take time within a window.

    `ours` are the UIDs of the person's own sessions.  Raises BrokenError.
    """
    _check_calendar(calendar)
    kept = Block(calendar.name, calendar.line, calendar.properties)
    kept.blocks = [block for block in calendar.blocks if block.name == "VTIMEZONE"]
    if calendar.value("PRODID") == PRODUCT:
        return kept
    for series in _series(calendar.blocks, ours):
        if any(_may_be_in(event, window) for event in series):
            kept.blocks += (_checked(event) for event in series)
    return kept


def _check_calendar(calendar: Block) -> None:
    if calendar.value("CALSCALE") not in ("", "GREGORIAN"):
        raise BrokenError(calendar.line, "the calendar is not the Gregorian one")
    for block in calendar.blocks:
        if block.name == "VFREEBUSY":
            raise BrokenError(
                block.line, "free and busy times without events are unknown"
            )


def _series(blocks: Iterable[Block], ours: frozenset[str]) -> Iterable[list[Block]]:
    """Return the events, and those together that are instances of one."""
    series: dict[str, list[Block]] = {}
    for block in blocks:
        if block.name == "VEVENT" and not block.get("X-PILLARPLAN-RECORD"):
            _check_start(block)
            uid = block.get("UID")
            name = uid.value.strip() if uid else f"line {block.line}"
            if name not in ours:
                series.setdefault(name, []).append(block)
    return series.values()


def _check_start(event: Block) -> None:
    start = event.get("DTSTART")
    if start is None:
        raise BrokenError(event.line, "the event does not say when it begins")
    if _day(event.value("DTSTART")) in ("", FAR):
        raise BrokenError(start.line, f"DTSTART:{start.value[:40]} is no day")


def _may_be_in(event: Block, window: Window) -> bool:
    """Say whether an event may take time within the window.

    In doubt it may: this is for speed, and the real answer comes later.
    """
    return _day(event.value("DTSTART")) <= window.last and (
        _last_day(event) >= window.first
    )


def _last_day(event: Block) -> str:
    """Return the last day of an event as digits; one far ahead if it is hard to say."""
    starts, ends = _day(event.value("DTSTART")), _day(event.value("DTEND"))
    rule = event.get("RRULE")
    if any(event.get(name) for name in ("DURATION", "RDATE")):
        return FAR
    if rule is None:
        return max(starts, ends)
    until = dict(_rule_parts(rule)).get("UNTIL", "")
    return _day(until) if until and starts == ends else FAR


def _day(value: str) -> str:
    """Return the day of a value as digits; what is no day comes after all of them."""
    return value[:8] if value[:8].isdecimal() or not value else FAR


def _checked(event: Block) -> Block:
    """Return an event that can be read in a time that one can wait for."""
    for rule in [each for each in event.properties if each.name == "RRULE"]:
        _check_rule(rule)
    line = Property(LINE, f"{LINE}:{event.line}", event.line)
    return Block(event.name, event.line, [*event.properties, line])


def _check_rule(rule: Property) -> None:
    parts = dict(_rule_parts(rule))
    if word := TOO_OFTEN.get(parts.get("FREQ", "")):
        raise BrokenError(rule.line, f"the event repeats every {word}")
    interval = parts.get("INTERVAL", "1")
    if not interval.isdecimal() or not int(interval[:9]):
        raise BrokenError(rule.line, f"INTERVAL={interval[:20]} is no interval")
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= parts.get(name, "").count(",") + 1
    if times > MOST_A_DAY:
        raise BrokenError(rule.line, f"the event repeats {times} times a day")


def _rule_parts(rule: Property) -> Iterator[tuple[str, str]]:
    for part in rule.value.upper().split(";"):
        name, _, value = part.partition("=")
        yield name.strip(), value.strip()
