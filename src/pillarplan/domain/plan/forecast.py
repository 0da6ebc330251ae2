"""When the roadmap will be done, as far as anybody can tell."""

from datetime import date
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass

FEWEST_WEEKS = 4
"""With fewer of the person's own weeks, those that people usually have count more."""


class Basis(StrEnum):
    """What a forecast is made from."""

    OWN_WEEKS = "own-weeks"
    """For the most part the hours of the person's own weeks."""
    USUAL_WEEKS = "usual-weeks"
    """For the most part weeks as people have them, while there are few of one's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """When some work will be done; None if that is too far away to tell."""

    by_50: date | None
    """As likely as not by this day."""
    by_80: date | None
    """In four cases of five by this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFinish(Finish):
    """When the work on a skill will be done."""

    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When the open items of the roadmap will be done."""

    basis: Basis
    weeks: int
    """How many of the person's own weeks there are to go by."""
    whole: Finish
    skills: tuple[SkillFinish, ...]
    """Of each skill in focus that still has open items."""
