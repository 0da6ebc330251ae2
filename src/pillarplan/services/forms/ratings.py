"""The file format in which people and scripts hand in ratings."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pillarplan.domain.bounds import (
    STRICT,
    Bounds,
    Importance,
    Level,
    Line,
    ShortForm,
    Slug,
)
from pillarplan.domain.person.rating import Confidence, Rater, Rating

NOT_APPLICABLE = "n/a"

Short = Level | Literal["n/a"]


def _expand(value: Any) -> Any:
    """Return an entry that may be its level only: ``writing: 3``, ``pricing: n/a``."""
    entry = dict(value) if isinstance(value, dict) else {"level": value}
    if entry.get("level", 0) is None:
        raise ValueError("needs a level from 0 to 5, or n/a")
    if entry.get("level") == NOT_APPLICABLE:
        entry["level"] = None
    return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRating:
    """What is said of one skill."""

    __pydantic_config__ = STRICT

    level: Level | None
    """From 0 to 5, or n/a."""
    confidence: Confidence | None = None
    importance: Importance | None = None
    evidence: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsFile:
    """Ratings of one rater, as read from a file or from standard input."""

    __pydantic_config__ = STRICT

    format: Annotated[str, Bounds(pattern=r"^pillarplan-ratings$")]
    version: Annotated[str, Bounds(pattern=r"^1\.[0-9]+$")]
    rated_on: date | None = None
    rater: Rater = field(default_factory=Rater)
    role: Slug | None = None
    contexts: tuple[Slug, ...] = ()
    ratings: dict[Slug, Annotated[StatedRating, ShortForm(_expand, Short)]]

    def as_ratings(self, today: date) -> tuple[Rating, ...]:
        """Return the ratings, given today where the file states no date."""
        return tuple(
            Rating(
                skill=skill,
                level=entry.level,
                rated_on=self.rated_on or today,
                rater=self.rater,
                confidence=entry.confidence,
                importance=entry.importance,
                evidence=entry.evidence,
            )
            for skill, entry in self.ratings.items()
        )
