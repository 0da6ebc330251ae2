"""What an overlay hides, and what is left of the rest without it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pillarplan.knowledge.checking.plain import list_at, map_at
from pillarplan.knowledge.formats.item import PracticeEntry, ResourceEntry
from pillarplan.knowledge.formats.skill import (
    ContextEntry,
    PillarEntry,
    ReflectionEntry,
    RoleEntry,
    SkillEntry,
)
from pillarplan.reading.written import Meant

Thing = TypeVar("Thing", bound=Meant)

ANY = None
"""In place of a kind: whatever has the id is hidden."""

ITEM = "item"
"""Resources and practices share their ids."""

SECTIONS = {
    "pillars": "pillar",
    "skills": "skill",
    "resources": ITEM,
    "practices": ITEM,
    "roles": "role",
    "contexts": "context",
    "reflections": "reflection",
}
"""The keys under which ids stand by kind."""


class HiddenName(NamedTuple):
    """An id to hide, and where it stands in the overlay."""

    path: tuple[str | int, ...]
    kind: str | None
    id: str


def hidden_names(data: Mapping[str, Any]) -> Iterator[HiddenName]:
    """Yield what an overlay hides: a list of ids of any kind, or lists by kind."""
    yield from _in_list(("hide",), ANY, list_at(data, "hide"))
    by_kind = map_at(data, "hide")
    for section, kind in SECTIONS.items():
        yield from _in_list(("hide", section), kind, list_at(by_kind, section))


def _in_list(
    path: tuple[str, ...], kind: str | None, ids: list[Any]
) -> Iterator[HiddenName]:
    for number, id_ in enumerate(ids):
        if isinstance(id_, str):
            yield HiddenName((*path, number), kind, id_)


class Hidden:
    """The entries that are to vanish, with all that mentions them."""

    def __init__(self, names: Iterable[HiddenName]) -> None:
        self._names = {(each.kind, each.id) for each in names}

    def __bool__(self) -> bool:
        """Whether anything is hidden at all."""
        return bool(self._names)

    def add(self, kind: str, id_: str) -> None:
        """Hide one more entry, which goes with another."""
        self._names.add((kind, id_))

    def has(self, id_: str | None, *kinds: str) -> bool:
        """Say whether an entry of one of the kinds is hidden."""
        return any((kind, id_) in self._names for kind in (ANY, *kinds))

    def without(self, thing: Any) -> Any:
        """Return a thing with no mention of what is hidden; None if nothing is left."""
        match thing:
            case ResourceEntry() | PracticeEntry():
                spans = [e for e in thing.develops if not self.has(e.skill, "skill")]
                return changed(thing, develops=tuple(spans)) if spans else None
            case SkillEntry():
                pillars = (e for e in thing.draws_on if not self.has(e, "pillar"))
                return changed(thing, draws_on=tuple(pillars))
            case PillarEntry():
                return thing if thing.skills else None
            case RoleEntry():
                return changed(thing, targets=self.rest(thing.targets, "skill"))
            case ContextEntry():
                return changed(thing, raises=self.rest(thing.raises, "skill"))
            case ReflectionEntry(skill=skill, pillar=pillar, practice=practice):
                kept = changed(
                    thing,
                    pillar=None if self.has(pillar, "pillar") else pillar,
                    practice=None if self.has(practice, ITEM) else practice,
                )
                return None if self.has(skill, "skill") else kept
        return thing

    def rest(self, table: Mapping[str, Any], *kinds: str) -> dict[str, Any]:
        """Return a table without the keys that are ids of what is hidden."""
        return {k: value for k, value in table.items() if not self.has(k, *kinds)}

    def shown(self, name: str, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return a table of a file without what is hidden."""
        keys = () if name == "synonyms" else (ITEM,)
        values = "skill" if name == "synonyms" else "list"
        shown = self.rest(table, *keys)
        for key, value in shown.items():
            if isinstance(value, tuple):
                shown[key] = tuple(e for e in value if not self.has(e, values))
        return {key: value for key, value in shown.items() if value}


def changed(thing: Thing, **changes: Any) -> Thing:
    """Return an entry with some of its values changed."""
    return thing.model_copy(update=changes)
