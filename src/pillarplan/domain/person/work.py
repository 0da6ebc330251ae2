"""What somebody did, entry by entry: hours, what ended, what shows it, notes."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What somebody learnt from that neither a plan nor the knowledge base has."""

    title: str
    skills: tuple[str, ...]
    """What it was for, as the person says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Hours that were spent on an item on a day."""

    on: date
    item: str
    hours: float
    assumed: bool = False
    """Nobody told them: the item was finished, and so many were planned for it."""
    outside: Outside | None = None
    """What the item is, where only the person knows that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatItWas:
    """What an item was when it was finished; no later knowledge base changes that."""

    kind: str
    """The kind of resource, or ``practice``."""
    title: str
    hours: float
    """What was planned for it."""
    closes: tuple[Span, ...]
    """The steps that it helped to close."""
    top: int | None = None
    """The highest level then; None for that of the built-in knowledge base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """An item that was finished or dropped on a day."""

    on: date
    item: str
    reason: str = ""
    """Why it was dropped, if the person said so."""
    meant: WhatItWas | None = None
    """What it was then, if it was finished, and as far as that is known."""
    ratings_before: int = 0
    """How many ratings the record held then: within a day, that tells which came first.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One line that shows a skill in use."""

    on: date
    skill: str
    text: str
    private: bool = False
    """For the person's own eyes: it stands on no page for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A free text from a check-in."""

    on: date
    text: str
    private: bool = False
    """Not for others, not even where they may read the notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflected:
    """An answer to one of the questions that a leader asks of a product."""

    on: date
    product: str
    question: str
    answer: str
    settled: bool
    """False if something is still to be done about it."""
