"""A person's own file over the built-in knowledge base: add, change, hide."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pillarplan.domain.text import one_line
from pillarplan.knowledge.checking.checks import (
    CALLED_BY,
    PLACES,
    TABLES,
    Entry,
    entries,
    flaws,
)
from pillarplan.knowledge.checking.ids import Names, name_of
from pillarplan.knowledge.formats.files import ENTRIES, KnowledgeFile, PartFile
from pillarplan.knowledge.formats.item import PracticeEntry, ResourceEntry
from pillarplan.knowledge.formats.skill import (
    ContextEntry,
    PillarEntry,
    ReflectionEntry,
    RoleEntry,
    SkillEntry,
)
from pillarplan.reading.model import validate
from pillarplan.reading.wording import Complaint
from pillarplan.reading.written import Meant

Thing = TypeVar("Thing", bound=Meant)
File = TypeVar("File", bound=KnowledgeFile | PartFile)

Record = Mapping[str, Any]


class Overlay:
    """The changes that are still to be made to the files that come by."""

    def __init__(self, data: Record, names: Names) -> None:
        self.complaints: list[Complaint] = []
        """What turns out to be wrong with the overlay while it is applied."""
        self._names = names
        self._data = data
        self._hidden = {id_ for _, id_ in _hidden(data)}
        self._changes = {
            (each.kind, each.record["id"]): each
            for each in entries(data)
            if each.kind in ENTRIES and each.has_id
        }

    def applied(self, file: File) -> File:
        """Return a file of the knowledge base as the person wants to have it."""
        changed: dict[str, Any] = {
            section: tuple(self._wanted(kind, getattr(file, section)))
            for section, kind in PLACES.items()
            if kind in ENTRIES
        }
        tables = {table: self._seen(getattr(file, table)) for table in TABLES}
        return _with(file, **changed, **tables)

    def _seen(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return a table of a file without what is hidden."""
        shown = _except(table, self._hidden)
        for key, value in shown.items():
            if isinstance(value, tuple):
                shown[key] = tuple(each for each in value if each not in self._hidden)
        return {key: value for key, value in shown.items() if value}

    def rest(self) -> PartFile:
        """Return what the overlay adds, once all files were seen."""
        known = self._names.all_ids()
        for number, id_ in _hidden(self._data):
            if id_ not in known:
                message = (
                    f"there is no '{one_line(id_, 60)}' to hide{self._names.hint(id_)}"
                )
                self.complaints.append(Complaint(("hide", number), message))
        added: dict[str, tuple[Any, ...]] = {}
        for section, kind in PLACES.items():
            new = [each for each in self._changes.values() if each.kind == kind]
            added[section] = tuple(self._wanted(kind, map(self._new, new)))
        return _with(PartFile(), **added)

    def _wanted(self, kind: str, things: Iterable[Any]) -> Iterator[Any]:
        for thing in things:
            if thing is None:
                continue
            if thing.id in self._hidden:
                # Pillars come before the items, so that these lose its skills too.
                skills = thing.skills if kind == "pillar" else ()
                self._hidden |= {skill.id for skill in skills}
                continue
            changed = self._changed(kind, thing)
            if self._hidden:
                changed = without(changed, self._hidden)
            if changed is not None:
                yield changed

    def _changed(self, kind: str, thing: Any) -> Any:
        change = self._changes.pop((kind, thing.id), None)
        if change is not None:
            written = thing.model_dump(mode="json", by_alias=True, exclude_unset=True)
            record = merged(_replaced(written, change.record), change.record)
            if kind == "pillar":  # its skills are changed one by one, below
                record["skills"] = written["skills"]
            thing = self._valid(change, record) or thing
        if kind == "pillar":
            known = self._wanted("skill", thing.skills)
            new = self._wanted("skill", self._new_skills(change))
            thing = _with(thing, skills=(*known, *new))
        return thing

    def _new_skills(self, pillar: Entry | None) -> Iterator[Any]:
        """Yield the skills of a changed pillar that change none of its own."""
        for each in list(self._changes.values()):
            if pillar and each.kind == "skill" and each.path[:2] == pillar.path:
                yield self._new(self._changes.pop((each.kind, each.record["id"])))

    def _new(self, entry: Entry) -> Any:
        """Return what an entry describes if it is sound; None if it is not."""
        shared, id_ = name_of(entry)
        if self._names.holder((shared, id_)):
            message = f"'{id_}' stands elsewhere in the knowledge base; change it there"
            self.complaints.append(Complaint((*entry.path, "id"), message))
            return None
        hint = self._names.hint(id_, shared)
        nothing = f"; there is no {entry.kind} '{one_line(id_, 60)}' to change{hint}"
        if entry.record.get(called := CALLED_BY[entry.kind]) is None:
            self.complaints.append(
                Complaint(entry.path, f"missing '{called}'{nothing}")
            )
            return None
        return self._valid(entry, entry.record, if_lacking=nothing)

    def _valid(self, entry: Entry, record: Record, if_lacking: str = "") -> Any:
        """Return what a record describes if it is sound; None if it is not."""
        thing, complaints = validate(record, ENTRIES[entry.kind])
        for path, message, at_key in complaints:
            lacks = if_lacking if path == () else ""
            where = (*entry.path, *path)
            self.complaints.append(Complaint(where, message + lacks, at_key))
        found = list(flaws(entry._replace(record=record)))
        self.complaints += found
        return None if found else thing


def _hidden(data: Record) -> list[tuple[int, str]]:
    """Return the ids to hide, and where each stands in the list of them."""
    hide = data.get("hide")
    ids = enumerate(hide if isinstance(hide, list) else ())
    return [(number, id_) for number, id_ in ids if isinstance(id_, str)]


def without(thing: Any, hidden: set[str]) -> Any:
    """Return a thing with no mention of hidden ones; None if nothing of it is left."""
    match thing:
        case ResourceEntry() | PracticeEntry():
            spans = tuple(span for span in thing.develops if span.skill not in hidden)
            return _with(thing, develops=spans) if spans else None
        case SkillEntry():
            pillars = tuple(each for each in thing.draws_on if each not in hidden)
            return _with(thing, draws_on=pillars)
        case PillarEntry():
            return thing if thing.skills else None
        case RoleEntry():
            return _with(thing, targets=_except(thing.targets, hidden))
        case ContextEntry():
            return _with(thing, raises=_except(thing.raises, hidden))
        case ReflectionEntry(skill=skill, pillar=pillar, practice=practice):
            kept = _with(
                thing,
                pillar=None if pillar in hidden else pillar,
                practice=None if practice in hidden else practice,
            )
            return None if skill in hidden else kept
    return thing


def _replaced(record: Record, change: Record) -> Record:
    """Return a record without what a change takes the place of as a whole.

    A price is stated whole: the rest of an old one would not fit it.  So would the old
    price, and the old free part, not fit another cost.
    """
    outdated = {"price"} if "price" in change else set()
    outdated |= {"free": {"price", "free_part"}, "paid": {"free_part"}}.get(
        str(change.get("cost")), set()
    )
    return {key: value for key, value in record.items() if key not in outdated}


def _with(thing: Thing, **changes: Any) -> Thing:
    return thing.model_copy(update=changes)


def _except(table: Mapping[str, Any], hidden: set[str]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in hidden}


def merged(record: Record, change: Record) -> dict[str, Any]:
    """Return a record with some keys changed (JSON Merge Patch, RFC 7396).

    Maps are merged key by key; null takes a key away; all else replaces what was there.
    """
    result = dict(record)
    for key, value in change.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(old := result.get(key), dict):
            result[key] = merged(old, value)
        else:
            result[key] = value
    return result
