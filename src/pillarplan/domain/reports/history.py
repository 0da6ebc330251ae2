"""What a person's record says over time: levels, hours and evidence."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.habit.lights import Lights
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Evidence, Note, Spent


class Stretch(StrEnum):
    """How much time hours are summed over."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillHistory:
    """All ratings of one skill, oldest first."""

    skill: str
    name: str
    ratings: tuple[Rating, ...]

    @property
    def own(self) -> tuple[Rating, ...]:
        """The levels that the person gave themselves."""
        return tuple(
            each for each in self.ratings if each.is_own and each.level is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursIn:
    """Hours that were spent in a week or month."""

    starts_on: date
    """A Monday, or the first of a month."""
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Levels, hours and evidence, oldest first."""

    skill: str | None
    """The one skill that it is about; None for all."""
    skills: tuple[SkillHistory, ...]
    by: Stretch
    hours: tuple[HoursIn, ...]
    """Also the weeks or months without any, from the first to the last with some."""
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...] = ()
    """What check-ins noted; of one skill there are none."""
    lights: Lights | None = None
    """What stands behind the level of the one skill; None without one."""


def sum_hours(spent: Iterable[Spent], by: Stretch) -> tuple[HoursIn, ...]:
    """Return the hours of each week or month from the first to the last."""
    sums: dict[date, float] = {}
    for each in spent:
        start = _start(each.on, by)
        sums[start] = sums.get(start, 0.0) + each.hours
    return tuple(
        HoursIn(starts_on=start, hours=round(sums.get(start, 0.0), 2))
        for start in _starts(sums, by)
    )


def _start(day: date, by: Stretch) -> date:
    if by is Stretch.MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday())


def _starts(known: Iterable[date], by: Stretch) -> Iterator[date]:
    days = sorted(known)
    day, last = (days[0], days[-1]) if days else (date.max, date.min)
    while day <= last:
        yield day
        day = _start(day + timedelta(days=7 if by is Stretch.WEEK else 31), by)
