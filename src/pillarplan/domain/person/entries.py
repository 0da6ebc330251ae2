"""What was told, one entry each, so that a single one can be corrected."""

from datetime import date

from pillarplan.domain.dataclass import dataclass

SHORT = 8
"""So many characters of an id tell an entry from all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """One thing that was told."""

    number: int
    """Its place in the list that was shown, from 1; a sync may change it."""
    id: str
    """Its name for scripts, which no sync changes."""
    on: date
    """The day that it is about; the day of writing where it says none."""
    told: str
    """What it is, in a word or two: ``entry of hours``."""
    text: str
    """What it says."""
    hours: float | None
    """The hours that it tells, if it tells any, as they were corrected last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """All that was told and still holds, oldest first."""

    entries: tuple[ToldEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An entry, and what became of it."""

    entry: ToldEntry
    """As it was before."""
    hours: float | None
    """The hours that it tells now; None if it was withdrawn."""
