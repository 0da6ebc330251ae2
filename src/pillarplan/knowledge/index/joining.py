"""What several files of a knowledge base say together, besides their entries."""

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.knowledge.declared import TookOver
from pillarplan.domain.knowledge.edition import words_of
from pillarplan.domain.knowledge.recommendation import (
    PublicList,
    count_recommenders,
)
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Role, SkillOutline
from pillarplan.domain.record import to_record


class Joined:
    """Gathers, part by part, what an index keeps in one piece each."""

    def __init__(self) -> None:
        self._outlines: list[SkillOutline] = []
        self._took_over = TookOver()
        self._lists: list[PublicList] = []
        self._scale = Scale(levels=())
        self._roles: list[str] = []
        self._base = ""
        self._scale_was: tuple[tuple[int, ...], ...] = ()
        self._words: dict[str, str] = {}
        self._ids: list[str] = []
        self._default_role: str | None = None
        self._tables: dict[str, dict[str, Any]] = {
            "recommended": {},
            "guests": {},
            "synonyms": {},
        }

    def add(self, part: KnowledgeBase | Part) -> None:
        """Take up what a part says."""
        if isinstance(part, KnowledgeBase):
            self._scale, self._default_role = part.scale, part.default_role
            self._base, self._scale_was = part.id, part.scale_was
        self._words |= {
            skill.id: words_of(skill)
            for pillar in part.pillars
            for skill in pillar.skills
        }
        self._ids += [each.id for each in part.resources]
        self._ids += [each.id for each in part.practices]
        self._roles += [role.id for role in part.roles]
        self._outlines += _outlines(part)
        self._took_over.add(part)
        self._lists += part.lists
        for name, table in self._tables.items():
            table |= getattr(part, name)

    def recommenders(self) -> Mapping[str, int]:
        """Return how many lists and guests name each resource, by its id."""
        return count_recommenders(self._tables["recommended"], self._tables["guests"])

    def levels_as_roles(self) -> tuple[Role, ...]:
        """Return a role for each level of a base that has none of its own."""
        if self._roles:
            return ()
        return tuple(
            Role(
                id=_level_role(each.level),
                name=f"{each.name} in each skill",
                summary=f"Level {each.level} in each skill that you rate.",
                everywhere=each.level,
            )
            for each in self._scale.levels[1:]
        )

    def pieces(self) -> dict[str, Any]:
        """Return the pieces by the key under which the index keeps them."""
        edition = {
            "base": self._base,
            "top": self._scale.top,
            "scale_was": self._scale_was,
            "words": self._words,
        }
        return {
            "default_role": self._usual_role(),
            "edition": edition,
            "mark": f"{crc32(repr((edition, self._ids)).encode()):08x}",
            "outlines": to_record(self._outlines),
            "succession": to_record(self._took_over.succession()),
            "lists": to_record(self._lists),
            **self._tables,
        }

    def _usual_role(self) -> str:
        """Return who one grows into: without roles, the level below the highest."""
        if not self._roles:
            return _level_role(max(1, self._scale.top - 1))
        stated = self._default_role
        # An overlay may have hidden it.
        return stated if stated in self._roles else self._roles[0]


def _level_role(level: int) -> str:
    return f"level-{level}"


def _outlines(part: KnowledgeBase | Part) -> Iterator[SkillOutline]:
    for pillar in part.pillars:
        for skill in pillar.skills:
            yield SkillOutline(
                id=skill.id,
                name=skill.name,
                pillar=pillar.id,
                pillar_name=pillar.name,
                core=skill.core,
            )
