"""Pillars and their skills, and what roles and products ask of them."""

from dataclasses import dataclass
from typing import Annotated

from pillarplan.domain.bounds import STRICT, Bounds, Level, Line, Slug, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel:
    """One level of the scale that all skills share."""

    __pydantic_config__ = STRICT

    level: Level
    name: Line
    test: Line
    """A short sentence by which to recognise the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a product leader can be good at, with behaviours for each level."""

    __pydantic_config__ = STRICT

    id: Slug
    name: Line
    summary: Line
    why: Text
    """Why it matters in this job."""
    neglect: Text
    """What happens to a leader who lacks it."""
    delegate: Text
    """Who could take it over for a while."""
    core: bool = False
    """Asked in a quick assessment."""
    draws_on: tuple[Slug, ...] = ()
    """Other pillars that feed this skill."""
    covers: tuple[Slug, ...] = ()
    """Items of the article that this entry answers."""
    levels: dict[Level, Annotated[tuple[Line, ...], Bounds(min_length=1)]]
    """For each level from 1 to 5, what one can observe in a person on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A family of skills."""

    __pydantic_config__ = STRICT

    id: Slug
    name: Line
    summary: Text
    covers: tuple[Slug, ...] = ()
    skills: Annotated[tuple[Skill, ...], Bounds(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job, by the level that it asks for in each skill."""

    __pydantic_config__ = STRICT

    id: Slug
    name: Line
    summary: Text
    """What changes from the role before."""
    targets: dict[Slug, Level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A kind of product that asks for more of some skills than the role alone."""

    __pydantic_config__ = STRICT

    id: Slug
    name: Line
    summary: Text
    raises: dict[Slug, Annotated[int, Bounds(ge=1, le=2)]]
    """How many levels are added to the target of a skill, up to 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A question to ask of one's product."""

    __pydantic_config__ = STRICT

    id: Slug
    skill: Slug
    pillar: Slug | None = None
    """The pillar from which the question looks at the skill, if any."""
    question: Text
    look_for: Text
    """What a good answer contains."""
    practice: Slug | None = None
    """The practice that an open point calls for."""
    covers: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillOutline:
    """What a list of skills shows of each."""

    id: str
    name: str
    pillar: str
    pillar_name: str
    core: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarOutline:
    """What a list of pillars shows of each."""

    id: str
    name: str
    summary: str
