"""The knowledge base: all that can be learnt, in one model."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.recommendation import PublicList
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import (
    Context,
    Pillar,
    Reflection,
    Role,
    Skill,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem:
    """One thing that the article behind the knowledge base says, in our words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one more file adds to a knowledge base."""

    pillars: tuple[Pillar, ...] = ()
    resources: tuple[Resource, ...] = ()
    practices: tuple[Practice, ...] = ()
    roles: tuple[Role, ...] = ()
    contexts: tuple[Context, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    article: tuple[ArticleItem, ...] = ()
    lists: tuple[PublicList, ...] = ()
    recommended: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the id of a resource the ids of the lists that name it."""
    guests: Mapping[str, int] = field(default_factory=dict)
    """By the id of a resource how many guests of the podcast named it."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a word in small letters the ids of the skills that it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeBase:
    """All that the program knows, as read from its files."""

    id: str
    title: str
    covers: tuple[str, ...] = ()
    scale: Scale
    pillars: tuple[Pillar, ...]
    resources: tuple[Resource, ...] = ()
    practices: tuple[Practice, ...] = ()
    roles: tuple[Role, ...] = ()
    contexts: tuple[Context, ...] = ()
    scale_was: tuple[tuple[int, ...], ...] = ()
    """Earlier scales: for each of its levels, from 0 on, which one it is now."""
    default_role: str | None = None
    """The role of who names none; None for the first one."""
    reflections: tuple[Reflection, ...] = ()
    article: tuple[ArticleItem, ...] = ()
    """All that the entries together must cover."""
    lists: tuple[PublicList, ...] = ()
    recommended: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the id of a resource the ids of the lists that name it."""
    guests: Mapping[str, int] = field(default_factory=dict)
    """By the id of a resource how many guests of the podcast named it."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a word in small letters the ids of the skills that it means."""

    @property
    def skills(self) -> Iterator[Skill]:
        """All skills, in the order of the file."""
        return (skill for pillar in self.pillars for skill in pillar.skills)

    @property
    def items(self) -> Iterator[Item]:
        """All resources, then all practices."""
        yield from self.resources
        yield from self.practices
