"""Why a plan holds nothing to do, so that nothing is adopted."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Options, PlanOption


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFits:
    """What is wanted finds no room; the notes say what helps."""

    kind: Literal["nothing-fits"] = "nothing-fits"
    options: Options
    """What would use the days that are kept free; empty if none are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenNotRated:
    """A skill that the person chose has no level yet."""

    kind: Literal["chosen-not-rated"] = "chosen-not-rated"
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenAtTarget:
    """The skills that the person chose are where they want them."""

    kind: Literal["chosen-at-target"] = "chosen-at-target"
    options: Options
    """What goes on with the widest gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoGap:
    """No rated skill has a gap: an end, and what may come after it."""

    kind: Literal["no-gap"] = "no-gap"
    warm: tuple[str, ...]
    """Names of the skills at target that matter most; empty if none applies."""
    wider: PlanOption | None
    """The role that asks for more, in the order of roles; None if none does."""
    unrated: int
    """How many skills were never rated."""
    rate_on: date
    """When to rate again: a quarter after the newest rating."""
