"""An edition of a knowledge base, as far as a person's record is held against it."""

from collections.abc import Container, Mapping
from dataclasses import field, replace
from zlib import crc32

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.bare import read_bare_id
from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.declared import declared
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.succession import Lineage, Succession, followed

BUILTIN = "product-leadership"
"""The id of the built-in base: what older versions recorded was said of it."""

BUILTIN_TOP = 5
"""The top of its scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseEdition:
    """What has to be known of a base to tell what an earlier word counts for now."""

    base: str = BUILTIN
    """The id of the knowledge base."""
    top: int = BUILTIN_TOP
    """The highest level."""
    scale_was: tuple[tuple[int, ...], ...] = ()
    """Earlier scales: for each of its levels, from 0 on, which one it is now."""
    words: Mapping[str, str] = field(default_factory=dict)
    """By the id of each skill what stands for its name and the texts of its levels."""
    items: Container[str] = frozenset()
    roles: Container[str] = frozenset()
    succession: Succession = Succession()

    def has(self, sort: Lineage, id_: str) -> bool:
        """Say whether there is an entry of this id, or the skill of a bare step."""
        if sort is Lineage.ITEM and (bare := read_bare_id(id_)):
            _, step = bare
            return step.skill in self.words
        there: Mapping[Lineage, Container[str]] = {
            Lineage.SKILL: self.words,
            Lineage.ITEM: self.items,
            Lineage.ROLE: self.roles,
        }
        return id_ in there[sort]

    def is_of(self, top: int | None) -> bool:
        """Say whether its scale goes up to `top`."""
        return (top or BUILTIN_TOP) == self.top

    def translates(self, top: int | None) -> bool:
        """Say whether it is known what levels of a scale of this top are now."""
        known = {self.top, *(len(each) - 1 for each in self.scale_was)}
        return (top or BUILTIN_TOP) in known

    def level_of(self, level: int, top: int | None) -> int:
        """Return what a level of a scale that went up to `top` is on this one.

        Where nobody says so, it is the level that is as far up, or the one below that.
        """
        if self.is_of(top):
            return level
        top = top or BUILTIN_TOP
        was = next((each for each in self.scale_was if len(each) - 1 == top), None)
        return level * self.top // top if was is None else was[min(level, top)]

    def with_said(self, said: Succession) -> "BaseEdition":
        """Return it together with what a person said took the place of what."""
        if said == Succession():
            return self
        declared = self.succession
        together = Succession(
            skills=followed(declared.skills, said.skills, self.words),
            items=followed(declared.items, said.items, self.items),
            roles=followed(declared.roles, said.roles, self.roles),
        )
        return replace(self, succession=together)


def edition_of(base: KnowledgeBase) -> BaseEdition:
    """Return what has to be known of a whole knowledge base."""
    return BaseEdition(
        base=base.id,
        top=base.scale.top,
        scale_was=base.scale_was,
        words={skill.id: words_of(skill) for skill in base.skills},
        items=frozenset(each.id for each in base.items),
        roles=frozenset(each.id for each in base.roles),
        succession=declared(base),
    )


def words_of(skill: Skill) -> str:
    """Return what stands for the words by which one rates oneself in a skill.

    Blanks, points and capitals make no other words.
    """
    texts = [skill.name, *(t for each in skill.levels.values() for t in each)]
    levels = [len(each) and level for level, each in sorted(skill.levels.items())]
    plain = "".join(filter(str.isalnum, " ".join(texts).casefold()))
    return f"{crc32(f'{levels} {plain}'.encode()):08x}"
