"""What a knowledge base declares of successors, entry by entry."""

from collections.abc import Iterable

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.skill import Role, Skill
from pillarplan.domain.knowledge.succession import Succession, Successors


class TookOver:
    """Gathers, part by part, which entries took the place of which."""

    def __init__(self) -> None:
        self._skills: dict[str, tuple[str, ...]] = {}
        self._items: dict[str, tuple[str, ...]] = {}
        self._roles: dict[str, tuple[str, ...]] = {}

    def add(self, part: KnowledgeBase | Part) -> None:
        """Take up what a part declares."""
        self._skills |= _was(skill for each in part.pillars for skill in each.skills)
        self._items |= _was((*part.resources, *part.practices))
        self._roles |= _was(part.roles)

    def succession(self) -> Succession:
        """Return the successors by what they took the place of."""
        return Succession(
            skills=_successors(self._skills),
            items=_successors(self._items),
            roles=_successors(self._roles),
        )


def declared(base: KnowledgeBase) -> Succession:
    """Return the successors that a whole knowledge base declares."""
    took_over = TookOver()
    took_over.add(base)
    return took_over.succession()


def _was(entries: Iterable[Skill | Item | Role]) -> dict[str, tuple[str, ...]]:
    return {each.id: each.was for each in entries}


def _successors(was: dict[str, tuple[str, ...]]) -> Successors:
    """Return by each old id its successors.

    What is still there goes on in its own name, and was divided.
    """
    found: dict[str, tuple[str, ...]] = {}
    for id_, olds in was.items():
        for old in dict.fromkeys(olds):
            if old != id_:
                found[old] = (*found.get(old, ()), id_)
    return {old: (old, *heirs) if old in was else heirs for old, heirs in found.items()}
