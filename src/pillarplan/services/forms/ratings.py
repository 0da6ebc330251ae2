"""The file format in which people and scripts hand in ratings."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from pillarplan.domain.knowledge.constraint import Constraint
from pillarplan.domain.person.rating import SELF, Confidence, Rater, RaterKind, Rating
from pillarplan.reading.fields import Day, Importance, Line, Slug, StatedLevel, Version
from pillarplan.reading.written import Meant, Written

NotApplicable = Literal["n/a"]
"""What is written in place of a level for what is no part of one's work."""


def read_level(value: Any) -> Any:
    """Return a level as it is; None for n/a."""
    return None if value == "n/a" else value


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

    level: Annotated[
        StatedLevel | None,
        BeforeValidator(read_level, json_schema_input_type=StatedLevel | NotApplicable),
    ]
    """On the scale of the knowledge base, by number or by name (since version 1.3); or
    n/a."""
    confidence: Confidence | None = None
    importance: Importance | None = None
    evidence: Line | None = None


def _expand(value: Any) -> Any:
    """Return an entry that may be its level only: ``writing: 3``, ``pricing: n/a``."""
    entry = dict(value) if isinstance(value, dict) else {"level": value}
    if entry.get("level", 0) is None:
        raise ValueError("needs a level, or n/a")
    return entry


Stated = Annotated[
    StatedRating,
    BeforeValidator(
        _expand, json_schema_input_type=StatedLevel | NotApplicable | StatedRating
    ),
]


NoConstraint = Literal["none"]
"""What is written where nothing but the skill is missing."""


def read_constraint(value: Any) -> Any:
    """Return a constraint as it is; None for none."""
    return None if value == "none" else value


HeldBack = Annotated[
    Constraint | None,
    BeforeValidator(read_constraint, json_schema_input_type=Constraint | NoConstraint),
]


class RatingsFile(Written):
    """Ratings of one rater, as read from a file or from standard input."""

    format: Format
    version: Version
    rated_on: Day | None = None
    rater: RaterEntry = Field(default_factory=RaterEntry)
    role: Slug | None = None
    contexts: tuple[Slug, ...] = ()
    targets: dict[Slug, StatedLevel] = Field(default_factory=dict)
    """Targets of the person's own; since version 1.1."""
    constraints: dict[Slug, HeldBack] = Field(default_factory=dict)
    """What holds the person back, where it is not the skill; since version 1.2."""
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
