"""How resources and practices are written."""

from math import ceil
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pillarplan.domain.knowledge.item import (
    Cost,
    Effort,
    Origin,
    Practice,
    Reading,
    Regrade,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.text import spoken
from pillarplan.knowledge.formats.named import NamedEntry
from pillarplan.knowledge.formats.price import (
    FreePartEntry,
    OccasionEntry,
    PriceEntry,
)
from pillarplan.reading.fields import Address, Day, Hours, Level, Line, Slug, Text
from pillarplan.reading.written import Meant, Written


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


class CheckEntry(Written):
    """Where, when and which facts of an entry were seen confirmed."""

    at: Address
    on: Day | None = None
    what: Line | None = None

    def facts(self) -> dict[str, Any]:
        """Return what a resource says of it."""
        return {"checked": self.at, "checked_on": self.on, "checked_what": self.what}


def _expand(value: Any) -> Any:
    """Return a check that may be its address only, as in version 1.0."""
    return {"at": value} if isinstance(value, str) else value


Check = Annotated[
    CheckEntry, BeforeValidator(_expand, json_schema_input_type=Address | CheckEntry)
]


class RegradeEntry(Meant):
    """By how much an editor moves a grade: ``{by: 0.5, why: One sentence}``."""

    by: Annotated[float, Field(ge=-1, le=1)]
    """In grades."""
    why: Text

    def to_domain(self) -> Regrade:
        """Return the move."""
        return Regrade(**self.content())


Weeks = Annotated[int, Field(ge=1, le=26)]

Was = tuple[Slug, ...]
"""Ids of entries that this one took the place of; since version 1.1."""


class ResourceEntry(NamedEntry):
    """Something to learn from: a book, a course, a podcast, an event."""

    id: Slug = ""
    """The title in small letters and dashes, if none is given."""
    title: Line = ""
    """The id in words, if none is given."""
    kind: ResourceKind = ResourceKind.RESOURCE
    creators: tuple[Line, ...] = ()
    year: Annotated[int, Field(ge=-600, le=2100)] | None = None
    publisher: Line | None = None
    isbn: Annotated[str, Field(pattern=r"^97[89][0-9]{10}$")] | None = None
    """ISBN-13 without dashes; the checksum is validated (ISO 2108)."""
    url: Address = ""
    checked: Check | None = None
    """Where title and creators were seen confirmed, when, and what else was."""
    develops: Develops
    hours: Hours | None = None
    """Honest effort to finish it, in hours; else what the effort gives, or the least
    that its steps take."""
    effort: EffortEntry | None = None
    """The rule that gave the hours."""
    weeks: Weeks | None = None
    """Over how many weeks it goes at least, where it has a rhythm of its own."""
    when: OccasionEntry | None = None
    """When it takes place, if it cannot be done on any day."""
    cost: Cost | None = None
    """It is paid if nobody says and there is a price."""
    free_part: FreePartEntry | None = None
    """Of a freemium resource: which part is free."""
    price: PriceEntry | None = None
    """What all of it costs, unless it is free."""
    listen: bool = False
    """It can be heard on the way."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    institution: bool = False
    """A university, an agency or a standards body stands behind it."""
    regrade: RegradeEntry | None = None
    """An editor moves its grade, which else follows from facts; since version 1.1."""
    why: Text = ""
    """Why this one and not another."""
    apply: Text = ""
    """The one thing to try next week."""
    covers: tuple[Slug, ...] = ()
    was: Was = ()
    reviewed_on: Day | None = None
    origin: Origin = Origin.ADDITION

    def to_domain(self) -> Resource:
        """Return the resource."""
        said = self.content("checked")
        if self.checked:
            said |= self.checked.facts()
        if self.cost is None and self.price is not None:
            said["cost"] = Cost.PAID
        ruled = said["effort"].hours if self.effort else None
        return Resource(**_completed(said, ruled))


class PracticeEntry(NamedEntry):
    """Something to do at work that applies a skill and leaves evidence."""

    id: Slug = ""
    """The title in small letters and dashes, if none is given."""
    title: Line = ""
    """The id in words, if none is given."""
    develops: Develops
    hours: Hours | None = None
    """The least that its steps take, if nobody says."""
    weeks: Weeks | None = None
    """Over how many weeks it goes at least, however few hours it needs.  It is shown to
    the person; the plan lays out the hours only."""
    task: Text = ""
    """What to do, concretely."""
    evidence: Text = ""
    """What counts as proof."""
    covers: tuple[Slug, ...] = ()
    was: Was = ()
    reviewed_on: Day | None = None
    origin: Origin = Origin.ADDITION

    def to_domain(self) -> Practice:
        """Return the practice."""
        return Practice(**_completed(self.content(), None))


def _completed(said: dict[str, Any], ruled: float | None) -> dict[str, Any]:
    """Return what is said of an item with a title, and hours as its effort rules.

    Where neither says them, the scale of the knowledge base does later.
    """
    said["title"] = said["title"] or spoken(said["id"])
    if said["hours"] is None:
        said["hours"] = ceil((ruled or 0.0) * 4) / 4
        said["hours_assumed"] = ruled is None
    return said
