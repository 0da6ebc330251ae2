"""Where a person stands today, and the one thing to do now."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from pillarplan.domain.forecast import Forecast


class Act(StrEnum):
    """The sort of thing that comes next."""

    RATE = "rate"
    PLAN = "plan"
    WORK = "work"
    RERATE = "rerate"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAction:
    """The one thing to do now."""

    act: Act
    sentence: str
    command: str
    """What to type next."""
    item: str | None = None
    title: str | None = None
    kind: str | None = None
    hours_left: float | None = None
    on: date | None = None
    """The next day on which the plan has time for it."""
    at: time | None = None
    """When the session on that day begins, if the plan says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """In how many of the last weeks the person worked on their growth."""

    worked: int
    paused: int
    """Weeks in which nothing was done, and for the most part nothing was to be done."""
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a person stands."""

    role: str | None
    skills_rated: int
    plan_made_on: date | None = None
    plan_until: date | None = None
    items_done: int = 0
    items_total: int = 0
    hours_done: float = 0.0
    """Hours spent on items of the adopted roadmap since it was adopted."""
    hours_planned: float = 0.0
    """Hours that the roadmap had in mind until today."""
    hours_total: float = 0.0
    hours_per_week: float = 0.0
    """What the plan counts on."""
    pace: float | None = None
    """Hours a week really spent lately; None before the first check-in."""
    consistency: Consistency | None = None
    """None before the second week."""
    forecast: Forecast | None = None
    """None if nothing is left to do, or the plan is over."""
    paused_until: date | None = None
    """The last day of the pause, if one is open."""
    last_checkin: date | None = None
    checkin_due: bool = False
    next: NextAction
