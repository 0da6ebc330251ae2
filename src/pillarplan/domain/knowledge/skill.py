"""Pillars and their skills, and what roles and products ask of them."""

from dataclasses import field

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a product leader can be good at, with behaviours for each level."""

    id: str
    name: str
    summary: str = ""
    """In a line; this and the next three are empty if nobody said."""
    why: str = ""
    """Why it matters in this job."""
    neglect: str = ""
    """What happens to a leader who lacks it."""
    delegate: str = ""
    """Who could take it over for a while."""
    core: bool = False
    """Asked in a quick assessment."""
    draws_on: tuple[str, ...] = ()
    """Other pillars that feed this skill."""
    covers: tuple[str, ...] = ()
    """Items of the article that this entry answers."""
    was: tuple[str, ...] = ()
    """Ids of skills that it took the place of; it starts from their ratings."""
    same_as: tuple[str, ...] = ()
    """Skills of the built-in base that it is, from which it borrows."""
    levels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """For each level above 0 that is told, what one can observe in a person on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A family of skills."""

    id: str
    name: str
    summary: str = ""
    covers: tuple[str, ...] = ()
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job, by the level that it asks for in each skill."""

    id: str
    name: str
    summary: str = ""
    """What changes from the role before."""
    was: tuple[str, ...] = ()
    """Ids of roles that it took the place of."""
    targets: dict[str, int] = field(default_factory=dict)
    everywhere: int | None = None
    """What it asks for in each other skill that one rates; None for nothing.

    A knowledge base without roles gets one of this kind for each level.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A kind of product that asks for more of some skills than the role alone."""

    id: str
    name: str
    summary: str = ""
    raises: dict[str, int]
    """How many levels are added to the target of a skill, up to the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A question to ask of one's product."""

    id: str
    skill: str
    pillar: str | None = None
    """The pillar from which the question looks at the skill, if any."""
    question: str
    look_for: str = ""
    """What a good answer contains; empty if nobody said."""
    practice: str | None = None
    """The practice that an open point calls for."""
    covers: tuple[str, ...] = ()


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


class NamesById(dict[str, str]):
    """Names of skills or pillars by id; what was lost is called by its id."""

    def __missing__(self, lost: str) -> str:
        return lost
