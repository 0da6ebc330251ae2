"""The one thing to do now."""

from datetime import date, time
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class Act(StrEnum):
    """The sort of thing that comes next."""

    RATE = "rate"
    PLAN = "plan"
    WORK = "work"
    RERATE = "rerate"
    REST = "rest"
    KEEP = "keep"
    """All is reached; nothing is due but to keep it."""


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
