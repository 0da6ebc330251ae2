"""What keeps a plan from being better, and how another one differs from it."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Difference, Options, SkillSteps, Titled

Bound = Literal["hours", "deadline", "money", "formats", "languages", "price"]
"""What may keep a plan from closing more."""

Gained = Literal["hour", "weeks", "money", "formats", "languages", "price"]
"""What a plan may have more of: an hour a week, four weeks, or no such limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """What keeps a plan from closing more."""

    kind: Literal["kept-back"] = "kept-back"
    limits: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingLeft:
    """No item that is left closes the steps that stay open."""

    kind: Literal["nothing-left"] = "nothing-left"
    steps: tuple[SkillSteps, ...]
    limits: Options
    """What the person asked for that keeps items out; empty if nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosesAll:
    """A plan closes all that is in focus."""

    kind: Literal["closes-all"] = "closes-all"


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldClose:
    """What would be closed with more of something."""

    kind: Literal["would-close"] = "would-close"
    having: Gained
    steps: tuple[SkillSteps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndsSooner:
    """With one more hour a week the same is done sooner."""

    kind: Literal["ends-sooner"] = "ends-sooner"
    on: date
    instead_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """What another plan would do."""

    kind: Literal["differs"] = "differs"
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """What takes the place of an item, and what the plan would then do."""

    kind: Literal["swapped"] = "swapped"
    item: Titled
    comes: tuple[Titled, ...]
    also_goes: tuple[Titled, ...]
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenAnew:
    """The adopted plan was made when the shortest way was always taken."""

    kind: Literal["chosen-anew"] = "chosen-anew"
    begun: int
    """How many of its items are begun, and stay."""
