"""The file format in which scripts hand in a check-in; the dialogue fills it in too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pillarplan.domain.bounds import (
    STRICT,
    Bounds,
    Level,
    Line,
    ShortForm,
    Slug,
    SpentHours,
    Text,
)
from pillarplan.domain.person.recall import Grade


def _expand(value: Any) -> Any:
    """Return a dropped item that may be its id only: ``drop: [some-item]``."""
    return {"item": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """An item that the person will not do."""

    __pydantic_config__ = STRICT

    item: Slug
    reason: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """A question that the person leaves to their future self."""

    __pydantic_config__ = STRICT

    item: Slug
    question: Line
    answer: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What somebody reports."""

    __pydantic_config__ = STRICT

    format: Annotated[str, Bounds(pattern=r"^pillarplan-checkin$")] = (
        "pillarplan-checkin"
    )
    version: Annotated[str, Bounds(pattern=r"^1\.[0-9]+$")] = "1.0"
    id: Slug | None = None
    """A name for this check-in: a second one with the same name changes nothing."""
    on: date | None = None
    hours: Mapping[Slug, SpentHours] = field(default_factory=dict)
    """Hours spent on items."""
    done: tuple[Slug, ...] = ()
    applied: Mapping[Slug, Line] = field(default_factory=dict)
    """What was applied of an item, or what shows a practice: evidence of its skills."""
    drop: tuple[Annotated[Drop, ShortForm(_expand, Slug)], ...] = ()
    pause_until: date | None = None
    """The last day of a pause that begins today."""
    rate: Mapping[Slug, Level] = field(default_factory=dict)
    evidence: Mapping[Slug, Line] = field(default_factory=dict)
    questions: tuple[NewQuestion, ...] = ()
    recall: Mapping[Slug, Grade] = field(default_factory=dict)
    """How well the answers to questions came to mind, by their ids."""
    note: Text | None = None
    nothing: bool = False
    """Nothing happened this time, which is worth telling too."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        return not any(
            (
                self.hours,
                self.done,
                self.applied,
                self.drop,
                self.pause_until,
                self.rate,
                self.evidence,
                self.questions,
                self.recall,
                self.note,
                self.nothing,
            )
        )
