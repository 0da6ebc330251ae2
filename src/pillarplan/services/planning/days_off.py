"""The days on which somebody has no time: named ones, public holidays, pauses."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from pillarplan.domain.facts.about_calendars import EndOfYear
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.plan.roadmap import NO_HOLIDAYS, Limits
from pillarplan.domain.text import one_line
from pillarplan.errors import PillarplanError, UsageError

BEYOND = timedelta(days=366)
"""So far after the last day holidays are known, to find ways out that hold."""


YEAR_END = "End of the year"


class HolidaysMissingError(PillarplanError):
    """Public holidays are wanted, but the optional library for them is not there."""

    kind = "holidays-missing"

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The public holidays of {place} need an extra: "
            "pip install 'pillarplan[holidays]'\n"
            "Without them: --holidays none"
        )


def find_breaks(
    base: Limits, limits: Limits, own: Iterable[Break] | None, pauses: Iterable[Break]
) -> tuple[Break, ...]:
    """Return all breaks for a plan within `limits`: own ones, holidays, pauses.

    What the person does not say stays as in `base`, the limits of the adopted plan;
    its holidays are used again where they reach far enough.
    """
    first, before = limits.starts_on, base.availability.breaks
    if own is None:
        own = (each for each in before if each.source is BreakSource.OWN)
    holidays: Iterable[Break] = ()
    known = base.starts_on <= first and limits.until <= base.until
    if not limits.holidays:
        holidays = ends_of_years(first, limits.until + BEYOND)
    elif known and limits.holidays == base.holidays:
        holidays = (each for each in before if each.source is BreakSource.HOLIDAY)
    elif limits.holidays not in ("", NO_HOLIDAYS):
        holidays = public_holidays(limits.holidays, first, limits.until + BEYOND)
    ahead = (each for each in (*holidays, *pauses) if each.last >= first)
    return (*own, *ahead)


def ends_of_years(first: date, last: date) -> Iterator[Break]:
    """Yield the days on which hardly anybody works, whatever the place.

    They are 24 to 26 and 31 December, and 1 January.
    """
    for year in range(first.year - 1, last.year + 1):
        december = partial(date, year, 12)
        for begin, end in (
            (december(24), december(26)),
            (december(31), date(year + 1, 1, 1)),
        ):
            if first <= end and begin <= last:
                yield Break(
                    first=begin, last=end, label=YEAR_END, source=BreakSource.HOLIDAY
                )


def tell_days_off(limits: Limits, adopted: Limits | None) -> EndOfYear | None:
    """Return what to say of the end of a year, the first time that it takes hours."""
    week = limits.availability
    before = adopted.availability.breaks if adopted else ()
    for each in week.breaks:
        days = range((each.last - each.first).days + 1)
        weekdays = {(each.first + timedelta(days=day)).weekday() for day in days}
        takes = any(week.desk[day] or week.listening[day] for day in weekdays)
        if each.label == YEAR_END and takes and each.first <= limits.until:
            return None if each in before else EndOfYear(year=each.first.year)
    return None


def public_holidays(place: str, first: date, last: date) -> tuple[Break, ...]:
    """Return the public holidays of a country, DE, or of a part of it, US-CA.

    Raises UsageError for an unknown place, and HolidaysMissingError if the optional
    library is not installed.
    """
    try:
        from holidays import country_holidays
    except ModuleNotFoundError:
        raise HolidaysMissingError(place) from None
    country, _, part = place.partition("-")
    try:
        found = country_holidays(
            country,
            subdiv=part or None,
            years=range(first.year, last.year + 1),
            language="en_US",
        )
    except NotImplementedError:
        raise UsageError(
            f"There are no public holidays known for {place}. "
            "Write a country as DE, or a part of it as US-CA."
        ) from None
    return tuple(
        Break(
            first=day, last=day, label=one_line(name, 100), source=BreakSource.HOLIDAY
        )
        for day, name in sorted(found.items())
        if first <= day <= last
    )
