"""When a person can work on their growth."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass

FULL_DAY = 1.5
"""How long one day's study may be before another day is used, in hours."""

USUALLY_KEPT = 0.6
"""The share of their planned hours that people usually keep.

Students who wrote a thesis expected to need 33.9 days and needed 55.5 (Roger Buehler,
Dale Griffin, Michael Ross: "Exploring the planning fallacy", 1994); 33.9 / 55.5 = 0.61.
"""

USUAL_SHORTEST = 0.5
"""Less than half an hour is rarely worth sitting down for."""

USUAL_MARGIN = 10
"""Minutes to leave a meeting and to come to it."""

DAY_ORDER = (1, 3, 0, 2, 4, 5, 6)
"""Which weekdays a weekly number of hours is given to first: Tuesday, Thursday …"""


class Pool(StrEnum):
    """Two kinds of time: at a desk, or listening on the way."""

    DESK = "desk"
    LISTENING = "listening"


Week = tuple[float, float, float, float, float, float, float]
"""Hours on Monday to Sunday, in quarters."""

NO_HOURS: Week = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


Times = tuple[time | None, ...]
"""A time of the day for Monday to Sunday; empty where no day has one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A part of a day that is taken, by the clock of wherever the person is."""

    on: date
    begins: int
    """Minutes since midnight."""
    ends: int
    """Minutes since the same midnight, 1440 at most."""


class BreakSource(StrEnum):
    """Where a break comes from."""

    OWN = "own"
    """The person named its days."""
    HOLIDAY = "holiday"
    """A public holiday."""
    PAUSE = "pause"
    """The person paused, and may resume on any day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A run of days with less time: holidays, a launch month, parental leave."""

    first: date
    last: date
    """The last day of it, inclusive."""
    factor: float = 0.0
    """What is left of the usual hours, from 0 to 1."""
    label: str = ""
    source: BreakSource = BreakSource.OWN

    def covers(self, day: date) -> bool:
        """Say whether `day` is one of its days."""
        return self.first <= day <= self.last


def end_before(day: date, breaks: Iterable[Break]) -> Iterator[Break]:
    """Yield the breaks without their days from `day` on."""
    for each in breaks:
        if each.last < day:
            yield each
        elif each.first < day:
            yield replace(each, last=day - timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Hours for each weekday and pool, and the days on which there are fewer."""

    desk: Week
    listening: Week = NO_HOURS
    breaks: tuple[Break, ...] = ()
    shortest_session: float = USUAL_SHORTEST
    """No session is shorter, unless it ends an item; in hours."""
    longest_session: float | None = None
    """No session is longer; in hours.  None is as long as the day allows."""
    starts_at: Times = ()
    """When the first session at the desk begins; the others follow on it."""
    ends_at: Times = ()
    """Until when a session at the desk may last."""
    time_zone: str = ""
    """Where these times hold (IANA name); empty for wherever the person is."""
    fill: float = 1.0
    """How much of a week's hours is planned, from 0 to 1; the rest is air."""
    kept: float = USUALLY_KEPT
    """How much of the planned hours the person expects to keep, from 0 to 1.

    It moves no session; it is for the forecast, while few weeks are known.
    """
    margin: int = USUAL_MARGIN
    """Minutes that stay free between a meeting and a session."""
    meetings: tuple[Meeting, ...] | None = None
    """When the desk is not free; None if no calendar was looked at.

    They are known while a plan is made, and no roadmap holds them.
    """

    @property
    def hours_per_week(self) -> float:
        """Hours that are planned in an ordinary week, both pools together."""
        return round((sum(self.desk) + sum(self.listening)) * self.fill, 2)

    def hours_on(self, day: date, pool: Pool) -> float:
        """Return the free hours of `pool` on `day`, in quarters, breaks considered."""
        usual = (self.desk if pool is Pool.DESK else self.listening)[day.weekday()]
        if not usual:
            return 0.0
        factor = min(
            (pause.factor for pause in self.breaks if pause.first <= day <= pause.last),
            default=1.0,
        )
        # Rounded, so that 70 % of 22.5 hours are not a hair less than 15.75.
        return int(round(usual * factor * 4, 6)) / 4

    def time_on(self, day: date) -> time | None:
        """Return when the first session at the desk begins on `day`, if stated."""
        return self.starts_at[day.weekday()] if self.starts_at else None


def spread(hours_per_week: float, shortest_session: float = USUAL_SHORTEST) -> Week:
    """Spread weekly hours over as few days as possible, an hour and a half on each.

    More than an hour and a half a day is used only when all seven days are full, or
    when no session may be so short.  Hours are rounded down to quarters.
    """
    quarters = int(hours_per_week * 4)
    days = min(
        -(-quarters // int(FULL_DAY * 4)), int(hours_per_week / shortest_session)
    )
    days = min(7, max(1, days))
    return spread_over(quarters / 4, DAY_ORDER[:days])


def spread_over(hours_per_week: float, days: Sequence[int]) -> Week:
    """Spread weekly hours evenly over some weekdays; Monday is 0.

    Hours are rounded down to quarters.
    """
    share, rest = divmod(int(hours_per_week * 4), len(days))
    week = [0.0] * 7
    for place, day in enumerate(days):
        week[day] = (share + (place < rest)) / 4
    return tuple(week)  # type: ignore[return-value]  # seven by construction
