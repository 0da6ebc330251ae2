"""A level that a rater gives for a skill on a date."""

from datetime import date
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass

SELF = "self"
"""The name under which one's own ratings are kept."""


MUCH = 3
"""The importance of what matters much."""

IMPORTANCE_WORDS = {1: "low", 2: "normal", 3: "high"}
"""How much a skill matters, in a word."""


class RaterKind(StrEnum):
    """How the rater stands to the person."""

    SELF = "self"
    MANAGER = "manager"
    PEER = "peer"


class Confidence(StrEnum):
    """How sure the rater is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rater:
    """Who gave a rating."""

    name: str = SELF
    kind: RaterKind = RaterKind.SELF


MYSELF = Rater()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A level given by a rater for a skill on a date."""

    skill: str
    level: int | None
    """None says that the skill does not apply to the person's work."""
    rated_on: date
    rater: Rater = Rater()
    confidence: Confidence | None = None
    importance: int | None = None
    """None leaves the importance as it was; it starts as 2."""
    evidence: str | None = None
    """One line that shows the level."""
    base: str | None = None
    """The knowledge base by which it was given; None for the built-in one."""
    edition: str | None = None
    """What stands for the words of the skill then; None if nobody knows."""
    top: int | None = None
    """The highest level then; None for that of the built-in base."""

    @property
    def is_own(self) -> bool:
        """Say whether it is the person's own."""
        return self.rater.kind is RaterKind.SELF
