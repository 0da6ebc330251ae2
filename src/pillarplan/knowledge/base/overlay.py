"""A person's own file over the built-in knowledge base: add, change, hide."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.text import one_line
from pillarplan.knowledge.base.hidden import Hidden, changed, hidden_names
from pillarplan.knowledge.checking.checks import (
    CALLED_BY,
    PLACES,
    TABLES,
    Entry,
    entries,
    flaws,
)
from pillarplan.knowledge.checking.ids import SHARED, Names, name_of
from pillarplan.knowledge.formats.files import ENTRIES, KnowledgeFile, PartFile
from pillarplan.reading.complaints import Complaint
from pillarplan.reading.model import validate

File = TypeVar("File", bound=KnowledgeFile | PartFile)

Record = Mapping[str, Any]


class Overlay:
    """The changes that are still to be made to the files that come by."""

    def __init__(self, data: Record, names: Names) -> None:
        self.complaints: list[Complaint] = []
        """What turns out to be wrong with the overlay while it is applied."""
        self._names = names
        self._to_hide = [*hidden_names(data)]
        self._hidden = Hidden(self._to_hide)
        self._top = TOP_LEVEL
        self._changes = {
            (each.kind, each.record["id"]): each
            for each in entries(data)
            if each.kind in ENTRIES and each.has_id
        }

    def applied(self, file: File, top: int) -> File:
        """Return a file of the knowledge base as the person wants to have it.

        The highest level of its scale is `top`.
        """
        self._top = top
        sections: dict[str, Any] = {
            section: tuple(self._wanted(kind, getattr(file, section)))
            for section, kind in PLACES.items()
            if kind in ENTRIES
        }
        tables = {
            table: self._hidden.shown(table, getattr(file, table)) for table in TABLES
        }
        return changed(file, **sections, **tables)

    def rest(self) -> PartFile:
        """Return what the overlay adds, once all files were seen."""
        for path, kind, id_ in self._to_hide:
            if not self._names.knows(id_, kind):
                hint = self._names.hint(id_, kind)
                what = f"{kind} " if kind else ""
                message = f"there is no {what}'{one_line(id_, 60)}' to hide{hint}"
                self.complaints.append(Complaint(path, message))
        added: dict[str, tuple[Any, ...]] = {}
        for section, kind in PLACES.items():
            new = [each for each in self._changes.values() if each.kind == kind]
            added[section] = tuple(self._wanted(kind, map(self._new, new)))
        return changed(PartFile(), **added)

    def _wanted(self, kind: str, things: Iterable[Any]) -> Iterator[Any]:
        for thing in things:
            if thing is None:
                continue
            if self._hidden.has(thing.id, SHARED.get(kind, kind)):
                # Pillars come before the items, so that these lose its skills too.
                for skill in thing.skills if kind == "pillar" else ():
                    self._hidden.add("skill", skill.id)
                continue
            wanted = self._changed(kind, thing)
            if self._hidden:
                wanted = self._hidden.without(wanted)
            if wanted is not None:
                yield wanted

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
            thing = changed(thing, skills=(*known, *new))
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
        found = list(flaws(entry._replace(record=record), self._top))
        self.complaints += found
        return None if found else thing


def _replaced(record: Record, change: Record) -> Record:
    """Return a record without what a change takes the place of as a whole.

    A price is stated whole: the rest of an old one would not fit it.  So would the old
    price, and the old free part, not fit another cost.
    """
    outdated = {"price"} if "price" in change else set()
    outdated |= {
        "free": {"price", "free_part"},
        "company": {"price", "free_part"},
        "paid": {"free_part"},
    }.get(str(change.get("cost")), set())
    return {key: value for key, value in record.items() if key not in outdated}


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
