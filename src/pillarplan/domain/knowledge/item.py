"""What may stand in a plan: resources to learn from, and practices at work."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pillarplan.domain.bounds import STRICT, Bounds, Hours, Line, Slug, Text
from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.domain.text import LINK

Address = Annotated[str, Bounds(pattern=f"^{LINK}$", max_length=500)]
"""A link that is safe to print: https, http or mailto, no spaces or quotes."""


class ResourceKind(StrEnum):
    """What sort of thing one learns from."""

    BOOK = "book"
    COURSE = "course"
    PODCAST = "podcast"
    EPISODE = "episode"
    ARTICLE = "article"
    VIDEO = "video"
    GUIDE = "guide"
    TOOL = "tool"
    COMMUNITY = "community"
    EVENT = "event"
    MENTOR = "mentor"
    NEWSLETTER = "newsletter"
    STANDARD = "standard"
    ASSESSMENT = "assessment"


class Cost(StrEnum):
    """Whether a resource costs money; of a freemium one a useful part is free."""

    FREE = "free"
    FREEMIUM = "freemium"
    PAID = "paid"


class Origin(StrEnum):
    """Whether the article behind the knowledge base names it, or we added it."""

    ARTICLE = "article"
    ADDITION = "addition"


class Reading(StrEnum):
    """How fast a text is read: 40, 30 or 20 pages an hour."""

    EASY = "easy"
    NORMAL = "normal"
    DENSE = "dense"


PAGES_PER_HOUR = {Reading.EASY: 40, Reading.NORMAL: 30, Reading.DENSE: 20}

TYPICAL_PRICE = {
    ResourceKind.BOOK: 25.0,
    ResourceKind.COURSE: 300.0,
    ResourceKind.EVENT: 300.0,
    ResourceKind.COMMUNITY: 100.0,
}
"""What a paid resource is taken to cost where its entry gives no price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Where the hours of a resource come from: one of three rules.

    Pages read at 40 (easy), 30 (normal) or 20 (dense) an hour; a running time; or
    weeks of a course times the hours that each takes.
    """

    __pydantic_config__ = STRICT

    pages: Annotated[int, Bounds(gt=0, le=5000)] | None = None
    reading: Reading = Reading.NORMAL
    minutes: Annotated[int, Bounds(gt=0, le=10000)] | None = None
    weeks: Annotated[float, Bounds(gt=0, le=104)] | None = None
    hours_per_week: Annotated[float, Bounds(gt=0, le=60)] | None = None

    @property
    def hours(self) -> float | None:
        """What the rule gives, in hours; None where no rule is stated."""
        if self.pages is not None:
            return self.pages / PAGES_PER_HOUR[self.reading]
        if self.minutes is not None:
            return self.minutes / 60
        if self.weeks is not None and self.hours_per_week is not None:
            return self.weeks * self.hours_per_week
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a paid resource costs."""

    __pydantic_config__ = STRICT

    amount: Annotated[float, Bounds(gt=0, le=100_000)]
    currency: Annotated[str, Bounds(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to learn from: a book, a course, a podcast, an event."""

    __pydantic_config__ = STRICT

    id: Slug
    title: Line
    kind: ResourceKind
    creators: tuple[Line, ...] = ()
    year: Annotated[int, Bounds(ge=-600, le=2100)] | None = None
    publisher: Line | None = None
    isbn: Annotated[str, Bounds(pattern=r"^97[89][0-9]{10}$")] | None = None
    """ISBN-13 without dashes; the checksum is validated (ISO 2108)."""
    url: Address
    checked: Address | None = None
    """Where title and creators were seen confirmed."""
    develops: Annotated[tuple[Span, ...], Bounds(min_length=1)]
    hours: Hours
    """Honest effort to finish it, in hours."""
    effort: Effort | None = None
    """The rule that gave the hours."""
    cost: Cost
    price: Price | None = None
    listen: bool = False
    """It can be heard on the way."""
    language: Annotated[str, Bounds(pattern=r"^[a-z]{2}$")] = "en"
    why: Text
    """Why this one and not another."""
    apply: Text
    """The one thing to try next week."""
    covers: tuple[Slug, ...] = ()
    reviewed_on: date
    origin: Origin

    weeks = None

    @property
    def money(self) -> float:
        """What it costs, in the currency of its price; estimated if unknown."""
        if self.cost is not Cost.PAID:
            return 0.0
        return self.price.amount if self.price else TYPICAL_PRICE.get(self.kind, 50.0)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that it helps to close."""
        return tuple(step for span in self.develops for step in span.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something to do at work that applies a skill and leaves evidence."""

    __pydantic_config__ = STRICT

    id: Slug
    title: Line
    develops: Annotated[tuple[Span, ...], Bounds(min_length=1)]
    hours: Hours
    weeks: Annotated[int, Bounds(ge=1, le=26)] | None = None
    """Over how many weeks it goes at least, however few hours it needs.  It is shown to
    the person; the plan lays out the hours only."""
    task: Text
    """What to do, concretely."""
    evidence: Text
    """What counts as proof."""
    covers: tuple[Slug, ...] = ()
    reviewed_on: date
    origin: Origin

    kind = "practice"
    money = 0.0
    listen = False
    cost = Cost.FREE

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that it helps to close."""
        return tuple(step for span in self.develops for step in span.steps)


Item = Resource | Practice
"""What may stand in a plan."""
