"""When one is busy, from calendars that are cut to what matters.

This is for the process of its own that `pillarplan.busy.child` is: what calendars say
of repetitions may take any time and memory to work out.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar
from recurring_ical_events import of  # type: ignore[import-untyped]  # it has none

from pillarplan.busy.blocks import Block
from pillarplan.busy.broken import BrokenError
from pillarplan.busy.cutting import LINE
from pillarplan.busy.times import Interval


def expand(
    calendar: Block, first: date, last: date, announce: Callable[[int], None]
) -> Iterator[Interval]:
    """Yield when one is busy from `first` to `last`, in no order.

    `announce` is told the line of each event before it is looked at.
    """
    whole = Calendar.from_ical("\r\n".join(calendar.lines()))
    for series in _series(whole):
        announce(int(series.events[0][LINE]))
        for event in series.events:
            _check(event)
        if any(_takes_time(event) for event in series.events):
            yield from _instances(series, first, last + timedelta(days=1))


def _instances(series: Any, first: date, day_after: date) -> Iterator[Interval]:
    """Yield when the instances of a series are that take time."""
    query = of(series)
    if len(series.subcomponents) > 1:
        for each in query.between(first, day_after):
            if _takes_time(each):
                yield _interval(each["DTSTART"].dt, each["DTEND"].dt)
    else:
        # Without a copy of the event for each instance, which takes most of the time.
        for alone in query.series:
            for instance in alone.between(first, day_after):
                yield _interval(instance.start, instance.end)


def _series(whole: Any) -> Iterable[Any]:
    """Return a calendar for each series of events, in the time zone of the whole."""
    series: dict[str, Any] = {}
    for event in whole.events:
        alone = series.setdefault(str(event.get("UID", event[LINE])), Calendar())
        alone.add_component(event)
    if zone := whole.get("X-WR-TIMEZONE"):
        for each in series.values():
            each["X-WR-TIMEZONE"] = zone
    return series.values()


def _check(event: Any) -> None:
    line = int(event[LINE])
    for name, _ in event.errors:
        raise BrokenError(line, f"{name} of the event cannot be read")
    for name in ("DTSTART", "DTEND"):
        found = event.get(name)
        zone = found.params.get("TZID") if found else None
        if zone and isinstance(found.dt, datetime) and found.dt.tzinfo is None:
            raise BrokenError(line, f"the time zone {zone[:60]!r} is not known")
    duration = event.get("DURATION")
    length = duration.dt if duration else timedelta()
    if "DTEND" in event:
        interval = _interval(event["DTSTART"].dt, event["DTEND"].dt)
        length = interval.ends - interval.begins
    if length < timedelta():
        raise BrokenError(line, "the event ends before it begins")


def _takes_time(event: Any) -> bool:
    """Say whether an event takes its time: also a tentative one, unless told free.

    What says nothing of it does (RFC 5545 3.8.2.7), whether it has a time or lasts all
    day.
    """
    is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    return not is_free and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _interval(starts: date, ends: date) -> Interval:
    """Return from when to when an event is.

    While the clocks change, hours are longer or shorter than they look; the longer of
    both readings counts.
    """
    starts, ends = (
        each
        if isinstance(each, datetime)
        else datetime(each.year, each.month, each.day)
        for each in (starts, ends)
    )
    if starts.tzinfo is None or ends.tzinfo is None:
        return Interval(starts.replace(tzinfo=None), ends.replace(tzinfo=None))
    begin, end = starts.astimezone(UTC), ends.astimezone(UTC)
    if starts.tzinfo is ends.tzinfo:
        length = ends.replace(tzinfo=None) - starts.replace(tzinfo=None)
        end = max(end, begin + length)
    return Interval(begin, end)
