"""What the person asks of a plan."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.availability import Break, Times, Week
from pillarplan.domain.plan.depth import Depth


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person asks of a plan; None leaves it as in the adopted plan."""

    desk: Week | None = None
    listening: Week | None = None
    breaks: tuple[Break, ...] | None = None
    holidays: str | None = None
    """A country or a part of it, or `NO_HOLIDAYS`."""
    shortest: float | None = None
    """Hours of the shortest session; 0 for what is usual."""
    longest: float | None = None
    """Hours of the longest session; 0 for no limit."""
    times: tuple[Times, Times] | None = None
    """From when and until when one works on each weekday."""
    time_zone: str | None = None
    fill: float | None = None
    """How much of the hours is to be planned, from 0 to 1."""
    kept: float | None = None
    """How much of the planned hours the person expects to keep, from 0 to 1."""
    busy: tuple[str, ...] | None = None
    """Calendar files, and folders of them; empty to look at none."""
    margin: int | None = None
    """Minutes between a meeting and a session."""
    starts_on: date | None = None
    until: date | None = None
    role: str | None = None
    contexts: tuple[str, ...] | None = None
    focus: int | Literal["all"] | None = None
    skills: tuple[str, ...] | None = None
    once: bool | None = None
    """Take up no other skill when one is closed."""
    depth: Depth | None = None
    budget: float | Literal["any"] | None = None
    only_free: bool | None = None
    formats: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    buffer_days: int | None = None
    """Days up to the last one that are kept free of sessions."""
    pinned: tuple[str, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    """Items to leave out, each with the reason, which may be empty."""
