"""What may stand in a plan: resources to learn from, and practices at work."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pillarplan.domain.knowledge.step import Span, Step


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

    pages: int | None = None
    reading: Reading = Reading.NORMAL
    minutes: int | None = None
    weeks: float | None = None
    hours_per_week: float | None = None

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

    amount: float
    currency: str
    """ISO 4217 code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to learn from: a book, a course, a podcast, an event."""

    id: str
    title: str
    kind: ResourceKind
    creators: tuple[str, ...] = ()
    year: int | None = None
    publisher: str | None = None
    isbn: str | None = None
    """ISBN-13 without dashes; the checksum is validated (ISO 2108)."""
    url: str
    """A link that is safe to print."""
    checked: str | None = None
    """Where title and creators were seen confirmed."""
    develops: tuple[Span, ...]
    hours: float
    """Honest effort to finish it, in hours."""
    effort: Effort | None = None
    """The rule that gave the hours."""
    cost: Cost
    price: Price | None = None
    listen: bool = False
    """It can be heard on the way."""
    language: str = "en"
    why: str
    """Why this one and not another."""
    apply: str
    """The one thing to try next week."""
    covers: tuple[str, ...] = ()
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

    id: str
    title: str
    develops: tuple[Span, ...]
    hours: float
    weeks: int | None = None
    """Over how many weeks it goes at least, however few hours it needs.  It is shown to
    the person; the plan lays out the hours only."""
    task: str
    """What to do, concretely."""
    evidence: str
    """What counts as proof."""
    covers: tuple[str, ...] = ()
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
