"""What took the place of what in the knowledge base."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass

Successors = Mapping[str, tuple[str, ...]]
"""By an id the ids of what took its place; its own among them if it is still there."""


class Lineage(StrEnum):
    """What may have successors."""

    SKILL = "skill"
    ITEM = "item"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The successors of entries: as a knowledge base declares them, or a person."""

    skills: Successors = field(default_factory=dict)
    items: Successors = field(default_factory=dict)
    roles: Successors = field(default_factory=dict)

    def of(self, lineage: Lineage) -> Successors:
        """Return the successors of one sort of entry."""
        return {
            Lineage.SKILL: self.skills,
            Lineage.ITEM: self.items,
            Lineage.ROLE: self.roles,
        }[lineage]

    def role(self, id_: str) -> str:
        """Return the role that took the place of one; of several the first."""
        return self.roles.get(id_, (id_,))[0]


def givers_of(successors: Successors) -> dict[str, list[str]]:
    """Return by each successor what it took the place of."""
    givers: dict[str, list[str]] = {}
    for old, heirs in successors.items():
        for heir in heirs:
            givers.setdefault(heir, []).append(old)
    return givers


def followed(
    declared: Successors, said: Successors, there: Container[str]
) -> Successors:
    """Return the successors that a base declares, with those that a person named.

    What a person named may be gone in its turn, and then leads on to what took its
    place.  Their word comes before that of the base, but only for what is gone.
    """
    found = {old: tuple(_heirs(old, declared, said, there)) for old in said}
    return {
        **declared,
        **{old: new for old, new in found.items() if new and old not in there},
    }


def _heirs(
    old: str, declared: Successors, said: Successors, there: Container[str]
) -> Iterator[str]:
    """Yield what is there and took the place of `old`, through all that went between.

    Two devices together may have named a circle; each id is followed once.
    """
    seen, ahead = set[str](), [old]
    while ahead:
        name = ahead.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if name in there:
            yield name
        else:
            ahead += said.get(name) or declared.get(name, ())
