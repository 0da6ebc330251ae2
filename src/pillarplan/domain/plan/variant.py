"""Other plans than the best one as asked: with other limits, items or a swap."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.about_plans import Differs, Swapped
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Roadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutcome:
    """What a plan would come to, in numbers."""

    hours_per_week: float
    until: date
    """The last day that may be used."""
    depth: Depth
    focus: int | None
    """How many skills are in hand at once; None means all."""
    role: str
    fits: bool
    """False if the pinned items alone take more than there is; then all is 0."""
    wanted_steps: int
    """What there is to close in the skills that it may take up."""
    steps: int
    value: int
    """Summed weight of the steps that it closes."""
    hours: float
    money: float
    named_by: float
    """How many public lists, and guests, name one of its resources on the average."""
    ends_on: date | None
    """The day of the last session; None if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would come of other limits, one change at a time."""

    wanted_steps: int
    asked: PlanOutcome
    """Without any change."""
    hours: tuple[PlanOutcome, ...]
    """With other hours a week."""
    until: tuple[PlanOutcome, ...]
    """With another last day."""
    depth: tuple[PlanOutcome, ...] = ()
    """With more or fewer hours for what many recommend."""
    focus: tuple[PlanOutcome, ...] = ()
    """With another number of skills in hand at once."""
    role: tuple[PlanOutcome, ...] = ()
    """With the targets of another role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """By how much the other plan is worse; a negative number is a gain."""

    value: int
    hours: float
    money: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A plan that differs from the best one, and what that costs."""

    number: int
    """By which it can be taken; 1 is the best plan."""
    roadmap: Roadmap
    comes: tuple[str, ...]
    """Titles of what the best plan does not hold."""
    goes: tuple[str, ...]
    """Titles of what only the best plan holds."""
    loss: Loss
    """Against the best plan."""
    sentence: str = ""
    """The same in words; `pillarplan.render.words` makes them."""
    facts: tuple[Differs, ...]
    """What the sentence says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Good plans that differ from each other, the best first."""

    asked: int
    """How many were asked for; there may be fewer."""
    plans: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A plan in which something else takes the place of one item."""

    roadmap: Roadmap
    fact: Swapped
    """What takes its place, and what that costs or saves."""
