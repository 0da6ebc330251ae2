"""How resources and practices are written."""

from typing import Annotated

from pydantic import Field

from pillarplan.domain.knowledge.item import (
    Cost,
    Effort,
    Origin,
    Practice,
    Price,
    Reading,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.step import Span
from pillarplan.reading.fields import Address, Day, Hours, Level, Line, Slug, Text
from pillarplan.reading.written import Meant


class SpanEntry(Meant):
    """Consecutive steps of one skill; written ``{skill: …, from: 1, to: 3}``."""

    skill: Slug
    from_: Level
    to: Level

    def to_domain(self) -> Span:
        """Return the steps."""
        return Span(**self.content())


Develops = Annotated[tuple[SpanEntry, ...], Field(min_length=1)]
"""The steps that an item helps to close."""


class EffortEntry(Meant):
    """Where the hours of a resource come from: one of three rules.

    Pages read at 40 (easy), 30 (normal) or 20 (dense) an hour; a running time; or
    weeks of a course times the hours that each takes.
    """

    pages: Annotated[int, Field(gt=0, le=5000)] | None = None
    reading: Reading = Reading.NORMAL
    minutes: Annotated[int, Field(gt=0, le=10000)] | None = None
    weeks: Annotated[float, Field(gt=0, le=104)] | None = None
    hours_per_week: Annotated[float, Field(gt=0, le=60)] | None = None

    def to_domain(self) -> Effort:
        """Return the rule."""
        return Effort(**self.content())


class PriceEntry(Meant):
    """What a paid resource costs."""

    amount: Annotated[float, Field(gt=0, le=100_000)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code."""

    def to_domain(self) -> Price:
        """Return the price."""
        return Price(**self.content())


class ResourceEntry(Meant):
    """Something to learn from: a book, a course, a podcast, an event."""

    id: Slug
    title: Line
    kind: ResourceKind
    creators: tuple[Line, ...] = ()
    year: Annotated[int, Field(ge=-600, le=2100)] | None = None
    publisher: Line | None = None
    isbn: Annotated[str, Field(pattern=r"^97[89][0-9]{10}$")] | None = None
    """ISBN-13 without dashes; the checksum is validated (ISO 2108)."""
    url: Address
    checked: Address | None = None
    """Where title and creators were seen confirmed."""
    develops: Develops
    hours: Hours
    """Honest effort to finish it, in hours."""
    effort: EffortEntry | None = None
    """The rule that gave the hours."""
    cost: Cost
    price: PriceEntry | None = None
    listen: bool = False
    """It can be heard on the way."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    why: Text
    """Why this one and not another."""
    apply: Text
    """The one thing to try next week."""
    covers: tuple[Slug, ...] = ()
    reviewed_on: Day
    origin: Origin

    def to_domain(self) -> Resource:
        """Return the resource."""
        return Resource(**self.content())


class PracticeEntry(Meant):
    """Something to do at work that applies a skill and leaves evidence."""

    id: Slug
    title: Line
    develops: Develops
    hours: Hours
    weeks: Annotated[int, Field(ge=1, le=26)] | None = None
    """Over how many weeks it goes at least, however few hours it needs.  It is shown to
    the person; the plan lays out the hours only."""
    task: Text
    """What to do, concretely."""
    evidence: Text
    """What counts as proof."""
    covers: tuple[Slug, ...] = ()
    reviewed_on: Day
    origin: Origin

    def to_domain(self) -> Practice:
        """Return the practice."""
        return Practice(**self.content())
