"""How pillars and skills are written, and what roles and products ask of them."""

from typing import Annotated

from pydantic import Field
from pydantic.config import JsonDict

from pillarplan.domain.knowledge.skill import (
    Context,
    Pillar,
    Reflection,
    Role,
    ScaleLevel,
    Skill,
)
from pillarplan.reading.fields import Level, LevelKey, Line, Slug, Text
from pillarplan.reading.written import Meant

FROM_1_TO_5: JsonDict = {"propertyNames": {"pattern": "^[1-5]$"}}
"""What a schema says of the keys; the reader has words of its own for a level 0."""


class ScaleLevelEntry(Meant):
    """One level of the scale that all skills share."""

    level: Level
    name: Line
    test: Line
    """A short sentence by which to recognise the level."""
    weeks: Annotated[int, Field(ge=0, le=52)] = 0
    """The fewest weeks from the level below: what is new takes that long to settle."""

    def to_domain(self) -> ScaleLevel:
        """Return the level."""
        return ScaleLevel(**self.content())


class SkillEntry(Meant):
    """Something a product leader can be good at, with behaviours for each level."""

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
    was: tuple[Slug, ...] = ()
    """Ids of skills that it took the place of; since version 1.1."""
    levels: dict[LevelKey, Annotated[tuple[Line, ...], Field(min_length=1)]] = Field(
        json_schema_extra=FROM_1_TO_5
    )
    """For each level from 1 to 5, what one can observe in a person on it."""

    def to_domain(self) -> Skill:
        """Return the skill."""
        return Skill(**self.content())


class PillarEntry(Meant):
    """A family of skills."""

    id: Slug
    name: Line
    summary: Text
    covers: tuple[Slug, ...] = ()
    skills: Annotated[tuple[SkillEntry, ...], Field(min_length=1)]

    def to_domain(self) -> Pillar:
        """Return the pillar with its skills."""
        return Pillar(**self.content())


class RoleEntry(Meant):
    """A job, by the level that it asks for in each skill."""

    id: Slug
    name: Line
    summary: Text
    """What changes from the role before."""
    targets: dict[Slug, Level]

    def to_domain(self) -> Role:
        """Return the role."""
        return Role(**self.content())


class ContextEntry(Meant):
    """A kind of product that asks for more of some skills than the role alone."""

    id: Slug
    name: Line
    summary: Text
    raises: dict[Slug, Annotated[int, Field(ge=1, le=2)]]
    """How many levels are added to the target of a skill, up to 5."""

    def to_domain(self) -> Context:
        """Return the context."""
        return Context(**self.content())


class ReflectionEntry(Meant):
    """A question to ask of one's product."""

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

    def to_domain(self) -> Reflection:
        """Return the question."""
        return Reflection(**self.content())
