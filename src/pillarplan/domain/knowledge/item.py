"""What may stand in a plan: resources to learn from, and practices at work."""

from datetime import date
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.knowledge.price import FreePart, Price
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
    RESOURCE = "resource"
    """Nobody said which."""


class Cost(StrEnum):
    """Whether a resource costs money; of a freemium one a useful part is free.

    What the company pays for costs a person nothing.
    """

    FREE = "free"
    FREEMIUM = "freemium"
    PAID = "paid"
    COMPANY = "company"


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
class Regrade:
    """By how much an editor moves the grade of a resource, and for what reason."""

    by: float
    """In grades, from -1 to 1."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to learn from: a book, a course, a podcast, an event."""

    id: str
    title: str
    kind: ResourceKind = ResourceKind.RESOURCE
    creators: tuple[str, ...] = ()
    year: int | None = None
    publisher: str | None = None
    isbn: str | None = None
    """ISBN-13 without dashes; the checksum is validated (ISO 2108)."""
    url: str = ""
    """A link that is safe to print; empty if there is none."""
    checked: str | None = None
    """Where title and creators were seen confirmed."""
    checked_on: date | None = None
    checked_what: str | None = None
    """Which of its facts were compared with what stands there."""
    develops: tuple[Span, ...]
    hours: float
    """Honest effort to finish it, in hours."""
    hours_assumed: bool = False
    """Nobody stated hours; these are the least that its steps take."""
    effort: Effort | None = None
    """The rule that gave the hours."""
    weeks: int | None = None
    """Over how many weeks it goes at least, where it has a rhythm of its own."""
    when: Occasion | None = None
    """When it takes place, if it cannot be done on any day."""
    cost: Cost | None = None
    """None if nobody said."""
    free_part: FreePart | None = None
    """Which part of a freemium resource is free."""
    price: Price | None = None
    """What all of it costs."""
    listen: bool = False
    """It can be heard on the way."""
    language: str = "en"
    institution: bool = False
    """A university, an agency or a standards body stands behind it."""
    regrade: Regrade | None = None
    """An editor moves its grade."""
    recommenders: int = 0
    """How many public lists and guests of a podcast name it, each counted as one."""
    why: str = ""
    """Why this one and not another; this and what follows is empty if nobody said."""
    apply: str = ""
    """The one thing to try next week."""
    covers: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    """Ids of entries that it took the place of."""
    reviewed_on: date | None = None
    origin: Origin = Origin.ADDITION

    @property
    def is_free(self) -> bool:
        """Whether what its steps need costs nothing."""
        free_part = self.free_part is not None and self.free_part.enough
        costs_nothing = self.cost in (Cost.FREE, Cost.COMPANY)
        return costs_nothing or (self.cost is Cost.FREEMIUM and free_part)

    @property
    def most_money(self) -> float | None:
        """What it costs at most, in the currency of its price; None if that is open."""
        if self.is_free:
            return 0.0
        return self.price.most if self.price else None

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
    hours_assumed: bool = False
    """Nobody stated hours; these are the least that its steps take."""
    weeks: int | None = None
    """Over how many weeks it goes at least, however few hours it needs.  It is shown to
    the person; the plan lays out the hours only."""
    task: str = ""
    """What to do, concretely; empty if nobody said, as what follows."""
    evidence: str = ""
    """What counts as proof."""
    covers: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    """Ids of entries that it took the place of."""
    reviewed_on: date | None = None
    origin: Origin = Origin.ADDITION

    kind = "practice"
    recommenders = 0
    is_free = True
    most_money = 0.0
    listen = False
    cost = Cost.FREE

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that it helps to close."""
        return tuple(step for span in self.develops for step in span.steps)


Item = Resource | Practice
"""What may stand in a plan."""
