"""The one thing to do now, and what one needs to begin it."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.cue import Cue
from pillarplan.domain.plan.roadmap import Booking


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
class DueCue:
    """A moment of today at which one meant to do an item."""

    item: str
    title: str
    cue: Cue


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
    number: int | None = None
    """By which a person may call the item."""
    url: str | None = None
    task: str | None = None
    evidence: str | None = None
    """What counts as proof."""
    apply: str | None = None
    """The one thing to try."""
    why: str | None = None
    """Why this one and not another."""
    cues: tuple[DueCue, ...] = ()
    """What the person said of when to do things that have a session today."""
    advice: tuple[Advice, ...] = ()
    """What others said of the item."""

    @property
    def is_ready(self) -> bool:
        """Whether there is something to work on, or to rest from; else begin first."""
        return self.act not in (Act.RATE, Act.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a plan is, and what the item in hand is for."""

    items_done: int
    items_total: int
    hours_done: float
    hours_total: float
    closes: tuple[Span, ...]
    skill_names: Mapping[str, str]
    booking: Booking | None
    """The next day on which it takes place, if it cannot be done on any day."""


GUIDE = ("url", "task", "evidence", "apply", "why")
"""The fields of an entry that tell how to begin: of a resource where it is, the one
thing to try, and why this one; of a practice what to do and what counts as proof."""


def guide_to(entry: Item | None) -> dict[str, Any]:
    """Return what an entry says of how to begin it; all None if the base has it not."""
    return {name: getattr(entry, name, None) for name in GUIDE}
