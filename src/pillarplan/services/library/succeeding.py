"""Saying what took the place of something that left the knowledge base."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.editions.mentions import Mentions, find_mentions
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.text import join_words
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.naming.known import known_items, known_role, known_skills
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeeded:
    """What counts for what from now on."""

    said: Mentions
    """What the record says of what is gone."""
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """All successors that one command named."""

    successors: tuple[Succeeded, ...]


def adopt(workspace: Workspace, pairs: Sequence[tuple[str, str]]) -> TakenOver:
    """Let what was said of the first of each pair count for the second.

    Of one that is named several times each gets it.  Raises UsageError for names that
    nobody knows, for what is still there, and for circles.
    """
    named: dict[str, tuple[str, ...]] = {}
    for old, new in pairs:
        named[old] = tuple(dict.fromkeys((*named.get(old, ()), new)))
    _refuse_circles(named)

    def decided() -> tuple[list[changes.Change], TakenOver]:
        found = tuple(
            Succeeded(said=_gone(workspace, old, new), new=new)
            for old, new in named.items()
        )
        told = [
            changes.succeeded(workspace.today, each.said.sort, each.said.id, each.new)
            for each in found
        ]
        return told, TakenOver(successors=found)

    return workspace.decide(decided)


def _refuse_circles(named: Mapping[str, tuple[str, ...]]) -> None:
    for old, heirs in named.items():
        if old in heirs:
            raise UsageError(f"{old} cannot take its own place.")
        both = next((each for each in heirs if each in named), None)
        if both is not None:
            raise UsageError(
                f"{both} cannot take a place and leave its own. Say what took the "
                f"place of {old} in the end."
            )


def _gone(workspace: Workspace, old: str, heirs: tuple[str, ...]) -> Mentions:
    """Return what the record says of an old id; raise UsageError if that cannot be."""
    mentions, there = find_mentions(workspace.profile()), workspace.knowledge.edition
    gone = [each for each in mentions if not there.has(each.sort, each.id)]
    found = [each for each in gone if each.id == old]
    if not found:
        raise UsageError(_why_not(workspace, old, gone))
    # One id may be that of a skill and of an item: what took its place tells which.
    for each in found:
        if all(there.has(each.sort, heir) for heir in heirs):
            return each
    _check(workspace, found[0].sort, heirs)
    return found[0]


def _why_not(
    workspace: Workspace,
    old: str,
    gone: Sequence[Mentions],
) -> str:
    """Return why nothing can take the place of `old`."""
    if any(workspace.knowledge.edition.has(sort, old) for sort in Lineage):
        return (
            f"{old} is still in the knowledge base, and what you said of it counts for "
            "it. Rate what is new as such: pillarplan assess --skill SKILL"
        )
    names = [each.id for each in gone]
    if near := get_close_matches(old, names, 2):
        return f"Your record says nothing of {old!r}. Did you mean {' or '.join(near)}?"
    if not names:
        return (
            f"Your record says nothing of {old!r}, and all that it speaks of is in the "
            "knowledge base."
        )
    return (
        f"Your record says nothing of {old!r}. What it speaks of and the knowledge "
        f"base has no longer: {join_words(names)}."
    )


def _check(workspace: Workspace, sort: Lineage, names: Sequence[str]) -> None:
    """Raise UnknownNameError for a name that no entry of this sort has."""
    knowledge = workspace.knowledge
    checks: Mapping[Lineage, Callable[[], object]] = {
        Lineage.SKILL: lambda: known_skills(knowledge, names),
        Lineage.ITEM: lambda: known_items(knowledge, names),
        Lineage.ROLE: lambda: [known_role(knowledge, name) for name in names],
    }
    checks[sort]()
