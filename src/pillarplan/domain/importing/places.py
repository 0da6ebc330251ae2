"""Where a skill framework of others holds what a knowledge base needs."""

from collections.abc import Mapping
from dataclasses import field

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePlaces:
    """Where roles are, and the levels that they ask for."""

    files: tuple[str, ...] = ()
    """Empty if they are in the files of the skills."""
    each: str = "[]"
    name: tuple[str, ...] = ()
    summary: str | None = None
    skill: str
    """The field that says which skill it is, by its id or name."""
    level: str | None = None
    columns: tuple[str, ...] = ()
    """Columns that are roles, each with a level for the skill of the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMap:
    """Which files, which entries in them, and which fields hold what."""

    title: str | None = None
    files: tuple[str, ...] = ()
    each: str = "[]"
    id: str | None = None
    name: tuple[str, ...] = ()
    summary: str | None = None
    group: str | None = None
    headings: bool = False
    """A row that fills nothing but the name begins a group."""
    columns: tuple[str, ...] = ()
    """Columns that are levels, lowest first, each with a text for the skill."""
    level: str | None = None
    text: str | None = None
    bullets: str | None = None
    """What stands between the behaviours of one text, if it is not a line break."""
    scale: tuple[str, ...] | str = ()
    """The levels from 1 on; or where they are."""
    names: Mapping[str, str] | str = field(default_factory=dict)
    """By an id what it is called; or where that is."""
    nothing: frozenset[str] = frozenset()
    """What is written where there is nothing."""
    roles: RolePlaces | None = None
    may_lack: frozenset[str] = frozenset()
    """Fields that a source need not have."""


SIMPLE = ImportMap(
    name=("skill",),
    level="level",
    text="text",
    group="group",
    may_lack=frozenset({"group"}),
)
"""What a table with these columns needs no mapping for; the group may be missing."""
