"""The file format in which people and scripts hand in ratings."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from pillarplan.domain.person.rating import SELF, Confidence, Rater, RaterKind, Rating
from pillarplan.reading.fields import Day, Importance, Level, Line, Slug, Version
from pillarplan.reading.written import Meant, Written

NOT_APPLICABLE = "n/a"

Format = Annotated[str, Field(pattern=r"^pillarplan-ratings$")]


class RaterEntry(Meant):
    """Who gave a rating."""

    name: Line = SELF
    kind: RaterKind = RaterKind.SELF

    def to_domain(self) -> Rater:
        """Return the rater."""
        return Rater(**self.content())


class StatedRating(Written):
    """What is said of one skill."""

    level: Level | None
    """From 0 to 5, or n/a."""
    confidence: Confidence | None = None
    importance: Importance | None = None
    evidence: Line | None = None


def _expand(value: Any) -> Any:
    """Return an entry that may be its level only: ``writing: 3``, ``pricing: n/a``."""
    entry = dict(value) if isinstance(value, dict) else {"level": value}
    if entry.get("level", 0) is None:
        raise ValueError("needs a level from 0 to 5, or n/a")
    if entry.get("level") == NOT_APPLICABLE:
        entry["level"] = None
    return entry


Stated = Annotated[
    StatedRating,
    BeforeValidator(
        _expand, json_schema_input_type=Level | Literal["n/a"] | StatedRating
    ),
]


class RatingsFile(Written):
    """Ratings of one rater, as read from a file or from standard input."""

    format: Format
    version: Version
    rated_on: Day | None = None
    rater: RaterEntry = Field(default_factory=RaterEntry)
    role: Slug | None = None
    contexts: tuple[Slug, ...] = ()
    ratings: dict[Slug, Stated]

    def as_ratings(self, today: date) -> tuple[Rating, ...]:
        """Return the ratings, given today where the file states no date."""
        rater = self.rater.to_domain()
        return tuple(
            Rating(
                skill=skill,
                level=entry.level,
                rated_on=self.rated_on or today,
                rater=rater,
                confidence=entry.confidence,
                importance=entry.importance,
                evidence=entry.evidence,
            )
            for skill, entry in self.ratings.items()
        )
