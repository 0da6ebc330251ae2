"""Why an item is in the plan when it is, or why it is not in it."""

from datetime import date
from typing import Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.parts import Difference, Options, SkillSteps, Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class ForLater:
    """An item is for a skill that is taken up when another one is closed."""

    kind: Literal["for-later"] = "for-later"
    skill: str
    name: str
    on: date
    """When the skill is taken up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutIt:
    """What the plan would be without an item."""

    kind: Literal["without-it"] = "without-it"
    comes: tuple[Titled, ...]
    named_by: int | None = None
    """How many lists, and guests of a podcast, name what comes in its place; None if
    that is not one resource."""
    difference: Difference
    adopted: bool
    """The item stands in the adopted plan, so that it stays between equals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithIt:
    """What the plan would be with an item that it lacks."""

    kind: Literal["with-it"] = "with-it"
    goes: tuple[Titled, ...]
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class TooDear:
    """An item costs more than the whole budget."""

    kind: Literal["too-dear"] = "too-dear"
    costs: float
    budget: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """An item finds no room until the last day."""

    kind: Literal["too-long"] = "too-long"
    needs: float
    """Hours."""
    free: float
    """All hours that there are, whatever they are used for."""
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StartsThen:
    """Why an item starts on its date."""

    kind: Literal["starts-then"] = "starts-then"
    on: date
    builds_on: tuple[Titled, ...]
    """What had to end before."""
    after: Titled | None
    """What else the time went to until then."""
    beside: tuple[Titled, ...] = ()
    """What is half learnt by then, and goes on in turn with it."""
    weeks: int = 1
    """Over how many weeks it goes at least."""
    leaves_plan: bool = False
    """A plan made today would not hold the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedOn:
    """An item is done."""

    kind: Literal["finished-on"] = "finished-on"
    on: date
    counts_for: tuple[SkillSteps, ...]
    """Steps of the plan for which it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedOn:
    """The person gave an item up."""

    kind: Literal["dropped-on"] = "dropped-on"
    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutByWish:
    """The person wants a plan without an item."""

    kind: Literal["left-out"] = "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """How to have an item in the plan again."""

    kind: Literal["take-back"] = "take-back"
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class ForNoGap:
    """An item develops no skill that has a gap."""

    kind: Literal["for-no-gap"] = "for-no-gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSkills:
    """An item develops only skills outside the focus."""

    kind: Literal["other-skills"] = "other-skills"
    skills: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSteps:
    """An item covers other steps than those that are wanted."""

    kind: Literal["other-steps"] = "other-steps"
    covers: tuple[SkillSteps, ...]
    wanted: tuple[SkillSteps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOfKind:
    """The person asked for other kinds of resource."""

    kind: Literal["not-of-kind"] = "not-of-kind"
    format: str
    asked: tuple[str, ...]
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInLanguage:
    """The person asked for other languages."""

    kind: Literal["not-in-language"] = "not-in-language"
    language: str
    asked: tuple[str, ...]
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPrice:
    """Nothing limits what an item costs, so that no budget is enough for it."""

    kind: Literal["open-price"] = "open-price"
    budget: float
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFree:
    """The person asked for what is free."""

    kind: Literal["not-free"] = "not-free"
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLongerKnown:
    """The knowledge base no longer holds an item, or a skill."""

    kind: Literal["no-longer-known"] = "no-longer-known"
