"""What differs between two editions of a knowledge base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.editions.alike import Alike
from pillarplan.domain.editions.mentions import Mentions
from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.declared import declared
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.skill import Role, Skill
from pillarplan.domain.knowledge.succession import Lineage, Successors, givers_of

Entry = Skill | Item | Role


class How(StrEnum):
    """In which way something is not what it was."""

    GONE = "gone"
    """No successor is declared."""
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    REWORDED = "reworded"
    """Its name, the texts of its levels, or what a role asks for."""
    RESCALED = "rescaled"
    """It was rated on a scale of other levels."""
    ELSEWHERE = "elsewhere"
    """It was rated by another knowledge base that had the same id."""
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDiff:
    """Something that is not what it was."""

    sort: Lineage
    how: How
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    name: str
    """What it is called, or was before it went."""
    levels: tuple[int, ...] = ()
    """The levels of a skill whose texts differ."""
    skills: tuple[str, ...] = ()
    """The skills in which a role asks for another level."""
    perhaps: tuple[str, ...] = ()
    """What is new and is called much like it: to be asked about, never taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What a record says of something that is not what it was."""

    said: Mentions
    how: How
    new: tuple[str, ...] = ()
    """What it counts for, if that is another id."""
    asks: tuple[str, ...] = ()
    """Skills to rate again, or for the first time in their own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDiff:
    """All that differs between two editions."""

    entries: tuple[EntryDiff, ...]
    scale_before: tuple[str, ...]
    """The names of the levels, from 0 on."""
    scale_after: tuple[str, ...]
    mine: tuple[Touched, ...] | None = None
    """What of one's own record that touches; None if nobody asked."""


def find_difference(old: KnowledgeBase, new: KnowledgeBase) -> EditionDiff:
    """Return what differs: skills, then items, then roles, each in a stable order."""
    succession = declared(new)
    return EditionDiff(
        entries=tuple(
            each
            for sort in Lineage
            for each in _entries(
                sort, _by_id(sort, old), _by_id(sort, new), succession.of(sort)
            )
        ),
        scale_before=tuple(level.name for level in old.scale.levels),
        scale_after=tuple(level.name for level in new.scale.levels),
    )


def _by_id(sort: Lineage, base: KnowledgeBase) -> dict[str, Entry]:
    entries: Mapping[Lineage, Iterable[Entry]] = {
        Lineage.SKILL: base.skills,
        Lineage.ITEM: base.items,
        Lineage.ROLE: base.roles,
    }
    return {each.id: each for each in entries[sort]}


def _entries(
    sort: Lineage,
    old: Mapping[str, Entry],
    new: Mapping[str, Entry],
    successors: Successors,
) -> Iterator[EntryDiff]:
    heirs = {id_: successors[id_] for id_ in old if id_ in successors}
    givers = givers_of(heirs)
    added = {id_: new[id_] for id_ in new if id_ not in old and id_ not in givers}
    alike = Alike({id_: called(each) for id_, each in added.items()})
    joined = set[str]()
    for id_, entry in old.items():
        name = called(entry)
        after = heirs.get(id_, ())
        if not after and id_ in new:
            yield from _reworded(sort, entry, new[id_])
        elif not after:
            perhaps = alike.to(name)
            yield EntryDiff(
                sort=sort, how=How.GONE, old=(id_,), name=name, perhaps=perhaps
            )
        elif len(after) > 1:
            yield EntryDiff(sort=sort, how=How.SPLIT, old=(id_,), new=after, name=name)
        elif after[0] not in joined:
            joined.add(after[0])
            yield from _succeeded(sort, old, new[after[0]], givers[after[0]])
    for id_, entry in added.items():
        yield EntryDiff(sort=sort, how=How.ADDED, new=(id_,), name=called(entry))


def _succeeded(
    sort: Lineage, old: Mapping[str, Entry], heir: Entry, givers: Sequence[str]
) -> Iterator[EntryDiff]:
    """Yield that something took the place of one thing, or of several."""
    before = tuple(dict.fromkeys((*givers, *((heir.id,) if heir.id in old else ()))))
    changes = [each for id_ in before for each in _reworded(sort, old[id_], heir)]
    yield EntryDiff(
        sort=sort,
        how=How.RENAMED if len(before) == 1 else How.MERGED,
        old=before,
        new=(heir.id,),
        name=called(heir),
        levels=tuple(sorted({level for each in changes for level in each.levels})),
        skills=tuple(sorted({skill for each in changes for skill in each.skills})),
    )


def _reworded(sort: Lineage, old: Entry, new: Entry) -> Iterator[EntryDiff]:
    """Yield what differs between an entry and what goes on as it, if anything."""
    levels: tuple[int, ...] = ()
    skills: tuple[str, ...] = ()
    if isinstance(old, Skill) and isinstance(new, Skill):
        every = sorted({*old.levels, *new.levels})
        levels = tuple(n for n in every if old.levels.get(n) != new.levels.get(n))
    if isinstance(old, Role) and isinstance(new, Role):
        asked = sorted({*old.targets, *new.targets})
        skills = tuple(s for s in asked if old.targets.get(s) != new.targets.get(s))
    if levels or skills or called(old) != called(new):
        yield EntryDiff(
            sort=sort,
            how=How.REWORDED,
            old=(old.id,),
            new=(new.id,),
            name=called(new),
            levels=levels,
            skills=skills,
        )


def called(entry: Entry) -> str:
    """Return what people call an entry."""
    return entry.title if isinstance(entry, Resource | Practice) else entry.name
