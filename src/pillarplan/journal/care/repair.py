"""Mending a journal: by the program's own copies, or by what somebody edited.

Both ways first keep in the quarantine what they take out.  Both leave the unfinished
end of another device's log alone, since the rest of it may still be on its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pillarplan.domain.text import counted
from pillarplan.files import PRIVATE_FILE, PRIVATE_FOLDER, write_atomically
from pillarplan.journal.care.doctor import leftovers, too_open
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.errors import DamagedFormatError
from pillarplan.journal.storage.event import parse, seal, to_event
from pillarplan.journal.storage.files import read_bytes
from pillarplan.journal.storage.format import FILE, Format
from pillarplan.journal.storage.quarantine import set_aside
from pillarplan.journal.storage.scan import Scan
from pillarplan.journal.storage.survey import Survey, place


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One thing that was put right."""

    file: str
    done: str
    kept: Path | None = None
    """Where the quarantine keeps what was there before."""


def repair(journal: Journal) -> tuple[Mended, ...]:
    """Take out what is damaged, put back what the shadow copy holds; say what was done.

    Afterwards all files are private again, and what killed commands left is gone.
    """
    with journal.locked():
        done = [*_format(journal), *_leftovers(journal)]
        journal.open_format()
        found = journal.survey(wary=True)
        for path, each in found.scans.items():
            if path != found.own:
                done += _without_damage(journal, path, each)
        return (*done, *_own_log(journal, found), *_permissions(journal))


def accept(journal: Journal) -> tuple[Mended, ...]:
    """Take the logs as somebody edited them; say what was done.

    Edited lines that still hold an event get a new checksum; lines that were deleted
    from the own log stay deleted.  Lines that hold no event stay as they are.
    """
    with journal.locked():
        journal.open_format()
        found = journal.survey(wary=True)
        done = []
        # The own log may be gone altogether.
        for path, each in {found.own: found.own_scan, **found.scans}.items():
            is_own = path == found.own
            content = _resealed(each, journal.form, with_end=is_own)
            if content == _plain(each) and not (is_own and found.lost):
                continue
            kept = set_aside(journal.quarantine, path.name, each.content)
            if is_own:
                kept = set_aside(journal.quarantine, path.name, found.shadow.content)
                # First, so that nobody puts deleted lines back meanwhile.
                write_atomically(found.shadow_file, content)
            write_atomically(path, content)
            done.append(Mended(file=place(path), done="taken as it is", kept=kept))
        return tuple(done)


def _plain(found: Scan) -> bytes:
    return b"".join(entry.text + b"\n" for entry in found.entries) + found.torn


def _resealed(found: Scan, form: Format, *, with_end: bool) -> bytes:
    lines = [
        entry.text if entry.event else _sealed(entry.text, form)
        for entry in found.entries
    ]
    end = _sealed(found.torn, form) if with_end else found.torn
    if end != found.torn:
        end += b"\n"
    return b"".join(line + b"\n" for line in lines) + end


def _sealed(line: bytes, form: Format) -> bytes:
    """Return the line with a checksum that fits, or as it is if it holds no event."""
    try:
        record = parse(line[line.find(b"{") :])
        to_event(record, form)
        return seal(record).rstrip(b"\n")
    except ValueError:
        return line


def _format(journal: Journal) -> Iterator[Mended]:
    try:
        journal.open_format()
    except DamagedFormatError:
        path = journal.data / FILE
        kept = set_aside(journal.quarantine, FILE, read_bytes(path))
        path.unlink()
        yield Mended(file=FILE, done="written anew", kept=kept)


def _leftovers(journal: Journal) -> Iterator[Mended]:
    for path in leftovers(journal):
        kept = set_aside(journal.quarantine, path.name.strip("."), read_bytes(path))
        path.unlink()
        yield Mended(file=str(path), done="moved to the quarantine", kept=kept)


def _without_damage(journal: Journal, path: Path, found: Scan) -> Iterator[Mended]:
    if found.damaged:
        kept = set_aside(journal.quarantine, path.name, _damage(found))
        write_atomically(path, _health(found) + found.torn)
        done = _taken_out(len(found.damaged))
        yield Mended(file=place(path), done=done, kept=kept)


def _own_log(journal: Journal, found: Survey) -> Iterator[Mended]:
    own = found.own_scan
    kept = None
    if removed := _damage(own) + own.torn:
        kept = set_aside(journal.quarantine, found.own.name, removed)
    if removed or found.lost:
        content = _health(own) + b"".join(found.lost)
        write_atomically(found.own, content)
        write_atomically(found.shadow_file, content)
        yield Mended(
            file=place(found.own),
            done=f"{_taken_out(len(own.damaged) + bool(own.torn))}, "
            f"{counted(len(found.lost), 'event')} put back from the shadow copy",
            kept=kept,
        )


def _taken_out(places: int) -> str:
    return f"{counted(places, 'damaged place')} taken out"


def _health(found: Scan) -> bytes:
    return b"".join(entry.text + b"\n" for entry in found.entries if entry.event)


def _damage(found: Scan) -> bytes:
    return b"".join(entry.text + b"\n" for entry in found.damaged)


def _permissions(journal: Journal) -> Iterator[Mended]:
    for path in list(too_open(journal)):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)
        yield Mended(file=str(path), done="made private")
