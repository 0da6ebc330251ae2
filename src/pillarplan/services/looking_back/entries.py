"""What was told, entry by entry, and the correction of a single one."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pillarplan.domain.person.entries import SHORT, Corrected, Entries, ToldEntry
from pillarplan.domain.text import in_hours
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.catalogue import KINDS
from pillarplan.journal.meaning.checks import DOES_NOT_FIT
from pillarplan.journal.meaning.commands import effective
from pillarplan.journal.storage.event import Event
from pillarplan.services.workspace import Workspace

SHOWN = "entries.json"
"""In the cache folder: the ids of the list that was shown last, in its order."""

FEWEST = 4
"""So many characters of an id at least are asked for."""

ODD = "its data does not fit, so that it counts for nothing"
"""What is said of an entry that cannot be read."""

LIST = "See: pillarplan history --entries"


def list_entries(workspace: Workspace) -> Entries:
    """Return all that was told and still holds; what it numbers is remembered.

    A number that is given later means the entry of this list, even if a sync brought
    older ones meanwhile.
    """
    entries = tuple(_entries(workspace))
    _check_any(entries)
    with suppress(OSError):
        make_private(workspace.cache)
        ids = json.dumps([each.id for each in entries])
        write_atomically(_shown(workspace), ids.encode())
    return Entries(entries=entries)


def amend(workspace: Workspace, stated: str, hours: float | None) -> Corrected:
    """Correct the hours of one entry; with None, withdraw it.

    `stated` is its number in the list shown last, or the beginning of its id.  Raises
    UsageError if that is no entry, or one that tells no hours.
    """

    def decided() -> tuple[list[changes.Change], Corrected]:
        entry = _find(workspace, stated)
        event = next(
            each.id for each in workspace.events() if each.id.startswith(entry.id)
        )
        if hours is None:
            change = changes.withdrawn(event)
        elif entry.hours is None:
            raise UsageError(
                f"Entry {stated}, a {entry.told}, tells no hours. To take it back: "
                f"pillarplan amend {stated} --withdraw"
            )
        else:
            change = changes.amended(event, hours)
        return [change], Corrected(entry=entry, hours=hours)

    return workspace.decide(decided)


def in_words(corrected: Corrected) -> str:
    """Return what was corrected, in a sentence."""
    entry = corrected.entry
    if corrected.hours is None:
        said = f": {entry.text}" if entry.text else ""
        return f"Withdrew the {entry.told} of {entry.on}{said}."
    before = in_hours(entry.hours or 0.0)
    now = in_hours(corrected.hours)
    return f"Corrected {entry.text} of {entry.on}: {now}, not {before}."


def _entries(workspace: Workspace) -> Iterator[ToldEntry]:
    told = (each for each in effective(workspace.events()) if _is_told(each))
    for number, event in enumerate(told, 1):
        kind = KINDS[event.type]
        try:
            on = kind.day_in(event.data) or event.at.date()
            text = kind.words(event.data)
            hours = event.data.get("hours") if kind is KINDS["spent"] else None
        except DOES_NOT_FIT:  # listed all the same, so that it can be withdrawn
            on, text, hours = event.at.date(), ODD, None
        yield ToldEntry(
            number=number,
            id=event.id[:SHORT],
            on=on,
            told=kind.one,
            text=text,
            hours=hours,
        )


def _is_told(event: Event) -> bool:
    kind = KINDS.get(event.type)
    return kind is not None and kind.says is not None


def _find(workspace: Workspace, stated: str) -> ToldEntry:
    entries = {each.id: each for each in _entries(workspace)}
    _check_any(entries)
    shown = _read_shown(_shown(workspace)) or [*entries]
    if stated.isdecimal() and 1 <= int(stated) <= len(shown):
        name = shown[int(stated) - 1]
        if name not in entries:
            raise UsageError(f"Entry {stated} does not hold any more. {LIST}")
        return entries[name]
    return _by_id(entries.values(), stated.lower())


def _check_any(entries: Collection[object]) -> None:
    if not entries:
        raise NothingYetError(
            "There is nothing told yet. Start with: pillarplan assess"
        )


def _by_id(entries: Iterable[ToldEntry], stated: str) -> ToldEntry:
    found = [each for each in entries if each.id.startswith(stated[:SHORT])]
    if len(stated) < FEWEST or not found:
        raise UsageError(f"There is no entry {stated!r}. {LIST}")
    if len(found) > 1:
        raise UsageError(f"Several entries begin with {stated!r}. {LIST}")
    return found[0]


def _shown(workspace: Workspace) -> Path:
    return workspace.cache / SHOWN


def _read_shown(path: Path) -> list[str]:
    with suppress(OSError, ValueError):
        return [str(each) for each in json.loads(path.read_text("utf-8"))]
    return []
