"""Why a plan leaves a skill, or some of its steps, for later."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import SkillSteps


@dataclass(frozen=True, slots=True, kw_only=True)
class DoesNotApply:
    """The person said that a skill does not apply to their work."""

    kind: Literal["does-not-apply"] = "does-not-apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRated:
    """A skill has no level yet."""

    kind: Literal["not-rated"] = "not-rated"
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtTarget:
    """A skill is where the person wants it."""

    kind: Literal["at-target"] = "at-target"
    level: int
    target: int
    role_target: int | None = None
    """What the role asks for, if the person set the target; else None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideFocus:
    """Other skills come first."""

    kind: Literal["outside-focus"] = "outside-focus"
    priority: int
    importance: int
    gap: int
    """Levels that are missing."""
    chosen: bool
    """The person chose the skills of the focus."""
    focus: int
    """How many skills are in the focus."""
    least: int
    """The least priority in the focus."""
    begun: bool = False
    """Some skill in the focus has no higher priority, but is begun."""
    follow: int = 0
    """How many other skills are taken up when those in the focus are closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """Steps of one skill for which there is nothing of one sort."""

    sort: Literal["resource", "practice"]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEntry:
    """Nothing that the limits admit closes steps."""

    kind: Literal["no-entry"] = "no-entry"
    steps: tuple[SkillSteps, ...]
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLittleMoney:
    """Steps cost more than is left of the budget."""

    kind: Literal["too-little-money"] = "too-little-money"
    steps: tuple[SkillSteps, ...]
    missing: float
    """So much more, if the cheapest way is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsDesk:
    """Steps need a desk, and all hours that are left are for listening."""

    kind: Literal["needs-desk"] = "needs-desk"
    steps: tuple[SkillSteps, ...]
    left: float
    """Hours."""
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TooSoon:
    """Steps could not settle by the last day, whatever the hours."""

    kind: Literal["too-soon"] = "too-soon"
    steps: tuple[SkillSteps, ...]
    earliest: date
    """When the lowest of them could be called one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFewHours:
    """Steps take more hours than are left."""

    kind: Literal["too-few-hours"] = "too-few-hours"
    steps: tuple[SkillSteps, ...]
    missing: float
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursDoNotSuit:
    """There are hours enough, but too many are for listening, or they lie apart."""

    kind: Literal["hours-do-not-suit"] = "hours-do-not-suit"
    steps: tuple[SkillSteps, ...]
    needs: float
    left: float
    listening: float
    """How many of those that are left are for listening."""
    until: date
