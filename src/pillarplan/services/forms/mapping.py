"""The mapping that says where a skill framework of others holds what is wanted."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.importing.places import ImportMap, RolePlaces
from pillarplan.reading.complaints import Complaint, Path
from pillarplan.reading.fields import Line, Version, one_or_more
from pillarplan.reading.written import Meant

Place = Line
"""A column, or the way to a value: keys with dots between, ``.`` for the value itself.

It is looked for in the entry, then in what the entry stands in.
"""

Several = Annotated[
    Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)],
    BeforeValidator(one_or_more, json_schema_input_type=Line | tuple[Line, ...]),
]

Each = Annotated[str, Field(pattern=r"^/?[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*$")]
"""The way to the entries: keys with dots between; ``[]`` is each of a list or a map.

``[word]`` also calls the key, or the number in the list, by that word.  A table is a
list of rows, a workbook a map of sheets, a page of Markdown a map of headings.
"""

Columns = Annotated[tuple[Line, ...], Field(min_length=2, max_length=TOP_LEVEL)]


class RolePlacesEntry(Meant):
    """Where roles are, and the level that each asks for in a skill."""

    files: Several | None = None
    """Which files hold them, if not those of the skills."""
    each: Each = "[]"
    """The way to the entries, one for each role and skill; or for each skill."""
    name: Several | None = None
    """What the role is called; several fields are joined."""
    summary: Place | None = None
    skill: Place
    """Which skill it is: what its `id` says, or else its `name`."""
    level: Place | None = None
    """The level that the role asks for."""
    columns: Annotated[tuple[Line, ...], Field(min_length=1, max_length=200)] | None = (
        None
    )
    """Columns that are roles, in place of `name` and `level`."""

    def to_domain(self) -> RolePlaces:
        """Return the places."""
        return RolePlaces(**_stated(self.content()))


class MappingFile(Meant):
    """Where a skill framework of others holds what a knowledge base needs."""

    format: Annotated[str, Field(pattern=r"^pillarplan-mapping$")]
    version: Version
    title: Line | None = None
    """What the knowledge base is called; else the file or folder that is read."""
    files: Several | None = None
    """Files below the folder that is read, or beside the file; ``*`` is any name."""
    each: Each = "[]"
    """The way to the entries, one for each skill, or for each level of one."""
    id: Place | None = None
    """What is the same for all entries of a skill; else its name."""
    name: Several | None = None
    """What the skill is called; several fields are joined."""
    summary: Place | None = None
    group: Place | None = None
    """What the skill belongs to."""
    headings: bool = False
    """A row that fills nothing but the name begins a group."""
    columns: Columns | None = None
    """Columns that are levels, lowest first, each with a text for the skill."""
    level: Place | None = None
    """Which level the entry is about, in place of `columns`."""
    text: Place | None = None
    """What one can observe at that level."""
    bullets: Annotated[str, Field(min_length=1, max_length=10)] | None = None
    """What stands between the behaviours of one text; else each line is one."""
    scale: Annotated[tuple[Line, ...], Field(min_length=2, max_length=11)] | Each = ()
    """The levels, lowest first, as they are called there; or the way to them."""
    names: dict[str, Annotated[str, Field(max_length=200)]] | Each = Field(
        default_factory=dict
    )
    """By an id what it is called; or the way to entries with an id and a name."""
    nothing: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    """What is written there where there is nothing."""
    roles: RolePlacesEntry | None = None
    """Where roles are; a base that has none gets one for each level."""

    def to_domain(self) -> ImportMap:
        """Return the mapping."""
        content = _stated(self.content("format", "version"))
        content["nothing"] = frozenset(map(str.casefold, self.nothing))
        return ImportMap(**content)


def _stated(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value is not None}


def doubts(mapping: MappingFile) -> Iterator[Complaint]:
    """Yield what does not fit together in a mapping."""
    if not (mapping.id or mapping.name):
        yield Complaint((), "say what a skill is called: name, or id")
    if mapping.columns and (mapping.level or mapping.text):
        yield Complaint(("columns",), "say either columns, or level and text")
    if bool(mapping.level) != bool(mapping.text):
        yield Complaint((), "level and text go together: which level each text is of")
    if roles := mapping.roles:
        named = bool(roles.name and roles.level)
        if named == bool(roles.columns):
            yield Complaint(("roles",), "say either columns, or name and level")
        yield from _leading_out(("roles", "files"), roles.files or ())
    yield from _leading_out(("files",), mapping.files or ())


def _leading_out(path: Path, patterns: Iterable[str]) -> Iterator[Complaint]:
    for number, pattern in enumerate(patterns):
        if _leads_out(pattern):
            message = f"'{pattern}' must be a path below the folder that is read"
            yield Complaint((*path, number), message)


def _leads_out(pattern: str) -> bool:
    """Say whether a pattern of names may lead out of the folder it is used in."""
    return (
        pattern.startswith(("/", "~")) or "\\" in pattern or ".." in pattern.split("/")
    )
