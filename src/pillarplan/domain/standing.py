"""Where a person stands today, and the one thing to do now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    last_checkin: date | None = None
    checkin_due: bool = False
    next: NextAction
