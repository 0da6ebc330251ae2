"""Why an item stands in a plan."""

from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import SkillSteps, Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosesSteps:
    """An item closes steps, and how it stands among those that could do the same."""

    kind: Literal["closes"] = "closes"
    steps: tuple[SkillSteps, ...]
    together_with: tuple[Titled, ...]
    """Items of the other sort that close the same steps."""
    pinned: bool
    hours_left: float | None
    """What is still to be spent on an item that was begun; None if it was not."""
    rivals: int
    """How many items could do the same, this one among them."""
    is_shortest: bool
    is_practice: bool
    more_hours: float = 0.0
    """How much longer it takes than the shortest of them."""
    recommenders: int = 0
    """How many public lists, and guests of a podcast, name it."""
    by_article: bool = False
    """The article behind the knowledge base names it."""
    is_best: bool = False
    """Nothing else for these steps has a higher grade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsIn:
    """A bare step closes a step for which the knowledge base has no such item."""

    kind: Literal["stands-in"] = "stands-in"
    steps: tuple[SkillSteps, ...]
    together_with: tuple[Titled, ...]
    """Items of the other sort that close the same step."""
    hours_left: float | None
    """What is still to be spent on it if it was begun; None if it was not."""
    is_practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyPinned:
    """An item closes nothing, but the person wants it."""

    kind: Literal["only-pinned"] = "only-pinned"
