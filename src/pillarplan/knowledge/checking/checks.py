"""Rules about a knowledge base that go beyond the types of its values.

The rules work on plain data, so that they find their faults even in files in which
something else is wrong.  They keep nothing but ids from one file to the next, since a
large knowledge base comes in many files.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pillarplan.knowledge.checking.plain import list_at, map_at
from pillarplan.knowledge.checking.prices import price_flaws
from pillarplan.knowledge.checking.scale_was import scale_was_flaws
from pillarplan.knowledge.checking.scales import levels_off, scale_flaws
from pillarplan.reading.complaints import Complaint

Path = tuple[str | int, ...]

PLACES = {
    "pillars": "pillar",
    "resources": "resource",
    "practices": "practice",
    "roles": "role",
    "contexts": "context",
    "reflections": "reflection",
    "article": "article item",
    "lists": "list",
}
"""The lists of a file, and the kind of entry in each."""

TABLES = ("recommended", "guests", "synonyms")
"""The tables of a file: each says something by an id or a word."""


CALLED_BY = {
    "pillar": "name",
    "skill": "name",
    "resource": "title",
    "practice": "title",
    "role": "name",
    "context": "name",
    "reflection": "question",
}
"""The key under which an entry says what it is called; its id may follow from that."""


BUILT_IN = "built-in skill"
"""What the skills of the built-in base are to those that borrow from them."""


class Entry(NamedTuple):
    """A pillar, a skill, a resource and so on, as it stands in a file."""

    kind: str
    path: Path
    record: Mapping[str, Any]

    @property
    def has_id(self) -> bool:
        """Whether it can be called by a name; a file cannot, nor what lacks its id."""
        return self.kind != "file" and isinstance(self.record.get("id"), str)


class Reference(NamedTuple):
    """An id that must belong to an entry of some kind."""

    path: Path
    kind: str
    id: str
    at_key: bool = False
    """The id is not a value but a key."""


def entries(data: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield all entries of a file, and the file itself as the last."""
    for place, kind in PLACES.items():
        for entry in _listed(data, place, kind, ()):
            yield entry
            if kind == "pillar":
                yield from _listed(entry.record, "skills", "skill", entry.path)
    yield Entry("file", (), data)


def _listed(
    record: Mapping[str, Any], place: str, kind: str, below: Path
) -> Iterator[Entry]:
    for number, each in enumerate(list_at(record, place)):
        if isinstance(each, dict):
            yield Entry(kind, (*below, place, number), each)


def references(entry: Entry) -> Iterator[Reference]:
    """Yield every id that the entry uses of another one."""
    path, record = entry.path, entry.record
    for number, span in enumerate(list_at(record, "develops")):
        if isinstance(span, dict) and isinstance(span.get("skill"), str):
            where = (*path, "develops", number, "skill")
            yield Reference(where, "skill", span["skill"])
    for key, kind in (("draws_on", "pillar"), ("covers", "article item")):
        for number, each in enumerate(list_at(record, key)):
            if isinstance(each, str):
                yield Reference((*path, key, number), kind, each)
    for key in ("targets", "raises"):
        for skill in map_at(record, key):
            yield Reference((*path, key, skill), "skill", skill, at_key=True)
    for key, kind in (
        ("skill", "skill"),
        ("pillar", "pillar"),
        ("practice", "item"),
        ("default_role", "role"),
    ):
        if isinstance(each := record.get(key), str):
            yield Reference((*path, key), kind, each)
    if entry.kind == "skill":
        for where, name in same_as(entry):
            yield Reference((*path, *where), BUILT_IN, name)
    if entry.kind == "file":
        yield from _in_tables(record)


def same_as(entry: Entry) -> list[tuple[Path, str]]:
    """Return of which built-in skills a skill says that it is the same, and where."""
    stated = entry.record.get("same_as")
    if isinstance(stated, str):
        return [(("same_as",), stated)]
    names = enumerate(list_at(entry.record, "same_as"))
    return [(("same_as", number), n) for number, n in names if isinstance(n, str)]


def _in_tables(record: Mapping[str, Any]) -> Iterator[Reference]:
    """Yield the ids that the tables of a file use, as keys and as values."""
    for table, kind in (("recommended", "item"), ("guests", "item")):
        for key in map_at(record, table):
            yield Reference((table, key), kind, key, at_key=True)
    for table, kind in (("recommended", "list"), ("synonyms", "skill")):
        entries_of = map_at(record, table)
        for key in entries_of:
            for number, each in enumerate(list_at(entries_of, key)):
                if isinstance(each, str):
                    yield Reference((table, key, number), kind, each)


def unnamed(entry: Entry) -> Iterator[Complaint]:
    """Yield that an entry says neither what it is called nor its id."""
    called = CALLED_BY.get(entry.kind)
    if called and entry.record.get("id") is entry.record.get(called) is None:
        yield Complaint(entry.path, f"missing '{called}'")


def flaws(entry: Entry, top: int) -> Iterator[Complaint]:
    """Yield what is wrong within one entry of a base whose highest level is `top`."""
    for path, message in _flaws(entry.record, entry.kind):
        yield Complaint((*entry.path, *path), message)
    if entry.kind == "file":
        for path, message in (
            *scale_flaws(entry.record),
            *scale_was_flaws(entry.record),
        ):
            yield Complaint(path, message)
    for path, message in levels_off(entry.record, top):
        yield Complaint((*entry.path, *path), message, at_key=path[0] == "levels")


def _flaws(record: Mapping[str, Any], kind: str) -> Iterator[tuple[Path, str]]:
    for number, span in enumerate(list_at(record, "develops")):
        if isinstance(span, dict) and _is_reversed(span):
            yield ("develops", number, "to"), "'to' must be above 'from'"
    if isinstance(isbn := record.get("isbn"), str) and not is_isbn13(isbn):
        yield ("isbn",), f"'{isbn}' is mistyped: its last digit does not fit the others"
    yield from price_flaws(record)
    if isinstance(when := record.get("when"), dict) and not _is_one_time(when):
        yield ("when",), "state months, or on which days, or every_weeks"
    if isinstance(effort := record.get("effort"), dict) and not _is_one_rule(effort):
        yield ("effort",), "state pages, or minutes, or weeks with hours_per_week"
    if kind == "skill" and "0" in map_at(record, "levels"):
        yield ("levels", "0"), "levels begin at 1; nobody has to show level 0"


def _is_reversed(span: Mapping[str, Any]) -> bool:
    start, end = span.get("from"), span.get("to")
    return isinstance(start, int) and isinstance(end, int) and end <= start


def _is_one_rule(effort: Mapping[str, Any]) -> bool:
    stated = {key for key, value in effort.items() if value is not None}
    return stated - {"reading"} in ({"pages"}, {"minutes"}, {"weeks", "hours_per_week"})


def _is_one_time(when: Mapping[str, Any]) -> bool:
    return sum(bool(when.get(key)) for key in ("months", "on", "every_weeks")) == 1


def is_isbn13(text: str) -> bool:
    """Say whether the check digit fits (ISO 2108); other texts are not judged."""
    if len(text) != 13 or not (text.isascii() and text.isdigit()):
        return True
    weighted = (int(digit) * (3 if n % 2 else 1) for n, digit in enumerate(text))
    return sum(weighted) % 10 == 0
