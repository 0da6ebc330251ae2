"""What several files of a knowledge base say together, besides their entries."""

from collections.abc import Iterator, Mapping
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.recommendation import (
    PublicList,
    count_recommenders,
)
from pillarplan.domain.knowledge.skill import SkillOutline
from pillarplan.domain.knowledge.succession import Succession
from pillarplan.domain.record import to_record


class Joined:
    """Gathers, part by part, what an index keeps in one piece each."""

    def __init__(self) -> None:
        self._outlines: list[SkillOutline] = []
        self._skills: dict[str, tuple[str, ...]] = {}
        self._items: dict[str, tuple[str, ...]] = {}
        self._lists: list[PublicList] = []
        self._tables: dict[str, dict[str, Any]] = {
            "recommended": {},
            "guests": {},
            "synonyms": {},
        }

    def add(self, part: KnowledgeBase | Part) -> None:
        """Take up what a part says."""
        self._outlines += _outlines(part)
        for pillar in part.pillars:
            for skill in pillar.skills:
                _take_over(self._skills, skill.id, skill.was)
        items: tuple[Item, ...] = (*part.resources, *part.practices)
        for item in items:
            _take_over(self._items, item.id, item.was)
        self._lists += part.lists
        for name, table in self._tables.items():
            table |= getattr(part, name)

    def recommenders(self) -> Mapping[str, int]:
        """Return how many lists and guests name each resource, by its id."""
        return count_recommenders(self._tables["recommended"], self._tables["guests"])

    def pieces(self) -> dict[str, Any]:
        """Return the pieces by the key under which the index keeps them."""
        succession = Succession(skills=self._skills, items=self._items)
        return {
            "outlines": to_record(self._outlines),
            "succession": to_record(succession),
            "lists": to_record(self._lists),
            **self._tables,
        }


def _take_over(
    successors: dict[str, tuple[str, ...]], id_: str, was: tuple[str, ...]
) -> None:
    for old in was:
        successors[old] = (*successors.get(old, ()), id_)


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
