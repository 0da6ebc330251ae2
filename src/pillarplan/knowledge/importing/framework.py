"""A skill framework as it was found: groups of skills, levels, roles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pillarplan.knowledge.importing.levels import SourceLevels


@dataclass(slots=True)
class FoundSkill:
    """A skill, as it is gathered from one entry or from many."""

    id: str
    name: str
    group: str = ""
    summary: str = ""
    keys: set[str] = field(default_factory=set)
    """By what the source may call it."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """By the word for a level what stands there."""
    levels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By the number of a level its behaviours."""


@dataclass(slots=True)
class FoundRole:
    """A role, as it is gathered from many entries."""

    id: str
    name: str
    summary: str = ""
    targets: dict[str, int] = field(default_factory=dict)
    """By the id of a skill the level that is asked for."""


@dataclass(frozen=True, slots=True)
class Framework:
    """All that was found in a source."""

    title: str
    levels: SourceLevels
    skills: Sequence[FoundSkill]
    roles: Sequence[FoundRole]
    files: int
    """How many were read."""
    entries: int
    """How many rows, or entries of lists, were read."""
