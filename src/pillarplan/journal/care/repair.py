"""Mending a journal: by the program's own copies, or by what somebody edited.

Both ways first keep in the quarantine what they take out.  Both leave the unfinished
end of another device's log alone, since the rest of it may still be on its way.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import counted
from pillarplan.files import PRIVATE_FILE, PRIVATE_FOLDER, write_atomically
from pillarplan.journal.care.chain import forks
from pillarplan.journal.care.folders import leftovers, too_open
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.device import FILE as DEVICES
from pillarplan.journal.storage.device import renew_device
from pillarplan.journal.storage.errors import DamagedFormatError
from pillarplan.journal.storage.event import PREVIOUS, digest, parse, seal, to_event
from pillarplan.journal.storage.files import place, read_bytes
from pillarplan.journal.storage.format import FILE, Format
from pillarplan.journal.storage.quarantine import set_aside
from pillarplan.journal.storage.scan import NOTHING, Scan, settled
from pillarplan.journal.storage.survey import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One thing that was put right."""

    file: str
    done: str
    kept: Path | None = None
    """Where the quarantine keeps what was there before."""


def repair(journal: Journal) -> tuple[Mended, ...]:
    """Take out what is damaged, put back what the shadow copies hold; say what was.

    Afterwards all files are private again, what killed commands left is gone, and this
    machine writes under an id that no other machine has.
    """
    with journal.locked():
        done = [*_format(journal), *_leftovers(journal)]
        journal.open_format()
        found = journal.survey(wary=True)
        for path in {**found.scans, **found.shadows}:
            if path != found.own:
                done += _log_of_another(journal, found, path)
        done += _own_log(journal, found)
        done += _device(journal, found)
        return (*done, *_permissions(journal))


def accept(journal: Journal) -> tuple[Mended, ...]:
    """Take the logs as somebody edited them; say what was done.

    Edited lines that still hold an event get a new checksum; lines and logs that were
    deleted stay deleted.  Lines that hold no event stay as they are.
    """
    with journal.locked():
        journal.open_format()
        found = journal.survey(wary=True)
        done: list[Mended] = []
        # A log may be gone altogether.
        for path in {found.own: None, **found.scans, **found.shadows}:
            done += _as_edited(journal, found, path)
        return tuple(done)


def _as_edited(journal: Journal, found: Survey, path: Path) -> Iterator[Mended]:
    each = found.scans.get(path, NOTHING)
    content = _resealed(each, journal.form, with_end=path == found.own)
    lost = found.lost_from(path)
    if content == _plain(each, journal.form) and not lost:
        return
    kept = None
    for before in (each.content, found.shadows.get(path, NOTHING).content):
        if before:
            kept = set_aside(journal.quarantine, path.name, before)
    # First, so that nobody puts deleted lines back meanwhile.
    write_atomically(found.shadow_of(path), content)
    if path in found.scans or path == found.own:
        write_atomically(path, content)
    else:
        found.shadow_of(path).unlink()
    yield Mended(file=place(path), done="taken as it is", kept=kept)


def _plain(found: Scan, form: Format) -> bytes:
    whole = b"".join(entry.text + b"\n" for entry in found.entries)
    return settled(whole, form) + found.torn


def _resealed(found: Scan, form: Format, *, with_end: bool) -> bytes:
    """Return a log in which every line that holds an event has a fitting checksum.

    Events after an edited line name that line as it is now.
    """
    lines: list[bytes] = []
    edited: dict[int, bytes] = {}
    for entry in found.entries:
        is_sound = entry.event is not None and entry.event.seq - 1 not in edited
        line = entry.text if is_sound else _sealed(entry.text, form, edited)
        if line != entry.text:
            edited[parse(line[line.find(b"{") :])["seq"]] = line
        lines.append(line)
    end = _sealed(found.torn, form, edited) if with_end else found.torn
    if end != found.torn:
        end += b"\n"
    return settled(b"".join(line + b"\n" for line in lines), form) + end


def _sealed(line: bytes, form: Format, edited: Mapping[int, bytes]) -> bytes:
    """Return the line with a checksum that fits, or as it is if it holds no event."""
    try:
        record = parse(line[line.find(b"{") :])
        event = to_event(record, form)
    except ValueError:
        return line
    before = edited.get(event.seq - 1)
    if event.prev and before is not None:
        record[PREVIOUS] = digest(before)
    return seal(record).rstrip(b"\n")


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


def _log_of_another(journal: Journal, found: Survey, path: Path) -> Iterator[Mended]:
    """Free a log of damage, and put back what was read from it before.

    Its unfinished end stays, since the rest of it may still be on its way.
    """
    each, lost = found.scans.get(path, NOTHING), found.lost_from(path)
    if not (each.damaged or lost):
        return
    kept = None
    if each.damaged:
        kept = set_aside(journal.quarantine, path.name, _damage(each))
    write_atomically(path, found.united(path) + each.torn)
    done = _done(len(each.damaged), len(lost))
    if each.damaged and not lost:
        done += "; no copy holds an event that may have stood there"
    yield Mended(file=place(path), done=done, kept=kept)


def _own_log(journal: Journal, found: Survey) -> Iterator[Mended]:
    own = found.own_scan
    kept = None
    if removed := _damage(own) + own.torn:
        kept = set_aside(journal.quarantine, found.own.name, removed)
    if removed or found.lost:
        content = settled(_health(own) + b"".join(found.lost), journal.form)
        write_atomically(found.own, content)
        write_atomically(found.shadow_file, content)
        yield Mended(
            file=place(found.own),
            done=_done(len(own.damaged) + bool(own.torn), len(found.lost)),
            kept=kept,
        )


def _done(damaged: int, lost: int) -> str:
    out = f"{counted(damaged, 'damaged place')} taken out"
    back = f"{counted(lost, 'event')} put back from the shadow copy"
    return ", ".join([out] * bool(damaged) + [back] * bool(lost))


def _device(journal: Journal, found: Survey) -> Iterator[Mended]:
    """Give this machine a new id if another one writes under its old one, too."""
    if any(fork.device == found.own_device for fork in forks(found.log.events)):
        renew_device(journal.state, journal.host, journal.new_id)
        yield Mended(
            file=DEVICES, done="this machine writes under a new id from now on"
        )


def _health(found: Scan) -> bytes:
    return b"".join(entry.text + b"\n" for entry in found.entries if entry.event)


def _damage(found: Scan) -> bytes:
    return b"".join(entry.text + b"\n" for entry in found.damaged)


def _permissions(journal: Journal) -> Iterator[Mended]:
    for path in list(too_open(journal)):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)
        yield Mended(file=str(path), done="made private")
