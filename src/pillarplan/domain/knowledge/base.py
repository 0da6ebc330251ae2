"""The knowledge base: all that can be learnt, in one model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pillarplan.domain.bounds import STRICT, Bounds, Line, Slug, Text
from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.skill import (
    Context,
    Pillar,
    Reflection,
    Role,
    ScaleLevel,
    Skill,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem:
    """One thing that the article behind the knowledge base says, in our words."""

    __pydantic_config__ = STRICT

    id: Slug
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """All that the program knows, as read from its files."""

    __pydantic_config__ = STRICT

    format: Annotated[str, Bounds(pattern=r"^pillarplan-knowledge$")]
    version: Annotated[str, Bounds(pattern=r"^1\.[0-9]+$")]
    id: Slug
    title: Line
    include: tuple[str, ...] = ()
    """Sibling files, relative, with more resources and practices."""
    covers: tuple[Slug, ...] = ()
    scale: Annotated[tuple[ScaleLevel, ...], Bounds(min_length=6, max_length=6)]
    pillars: Annotated[tuple[Pillar, ...], Bounds(min_length=1)]
    resources: tuple[Resource, ...] = ()
    practices: tuple[Practice, ...] = ()
    roles: tuple[Role, ...] = ()
    contexts: tuple[Context, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    article: tuple[ArticleItem, ...] = ()
    """All that the entries together must cover."""

    @property
    def skills(self) -> Iterator[Skill]:
        """All skills, in the order of the file."""
        return (skill for pillar in self.pillars for skill in pillar.skills)
