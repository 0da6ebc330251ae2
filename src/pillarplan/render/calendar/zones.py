"""The time zones of a calendar, so that any program knows when its clocks change."""

from datetime import date, datetime, timedelta

from icalendar import Calendar, Timezone

A_YEAR = timedelta(days=366)


def add_zones(calendar: Calendar) -> None:
    """Add to a calendar each time zone that it names, for the years of its events."""
    starts = [event.start for event in calendar.events]
    days = [day.date() if isinstance(day, datetime) else day for day in starts]
    if not days:
        return
    # Whole years, so that the next plan says the same of a zone.
    first = date((min(days) - A_YEAR).year, 1, 1)
    last = date((max(days) + A_YEAR).year + 1, 1, 1)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    for zone in calendar.timezones:
        _mend(zone)


def _mend(zone: Timezone) -> None:
    """Let clocks go forward when they do, told in the time before the change.

    RFC 5545 3.6.5 asks for that; icalendar 7 tells it in the time after the change.
    """
    for part in zone.subcomponents:
        forward = part.TZOFFSETTO - part.TZOFFSETFROM
        if forward <= timedelta():
            continue
        part.DTSTART -= forward
        later = part.pop("RDATE", None)
        if later is not None:
            part.add("RDATE", [each.dt - forward for each in later.dts])
