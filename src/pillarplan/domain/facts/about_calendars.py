"""What calendars, and those who look after them, have to say of a plan."""

from typing import Literal

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOfYear:
    """The end of a year stays free, since nobody said otherwise."""

    kind: Literal["end-of-year"] = "end-of-year"
    year: int
    """The one that ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarsSay:
    """What became of a plan around meetings, as far as that is known without a look."""

    kind: Literal["calendars-say"] = "calendars-say"
    collide: int
    """How many of the next sessions are at times that are taken by now."""
    sessions: int
    """How many were looked at."""
    changed: tuple[str, ...]
    """Calendar files that changed since they were read."""
