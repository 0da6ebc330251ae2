"""Bringing a backup in again: what is here stays, and what it lacks is added.

Afterwards this machine writes under a new id.  So it does not matter which machine the
backup is from, or whether that one still writes: no two of them continue one log.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from pillarplan.domain.dataclass import dataclass
from pillarplan.errors import InvalidInputError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.care.backup import PLACE, is_setting, settings_in
from pillarplan.journal.care.unpack import UnfitArchiveError, unpack
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.archive import LOGS, QUARANTINE
from pillarplan.journal.storage.device import renew_device
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.files import SUFFIX, is_foreign
from pillarplan.journal.storage.format import FILE, version_in
from pillarplan.journal.storage.quarantine import set_aside
from pillarplan.journal.storage.scan import NOTHING, Scan, ended, scan, settled
from pillarplan.journal.storage.survey import Survey


class UnfitBackupError(InvalidInputError):
    """A file is no backup, or it is not safe to bring in; nothing was changed."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}. Nothing was changed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a backup would bring."""

    events: int
    new: int
    """How many of the events are not here yet."""
    devices: tuple[str, ...]
    first: date | None
    last: date | None
    """The days on which the first and the last of its events were recorded."""
    damaged: int
    """How many damaged places it has, which are left out."""
    new_settings: tuple[str, ...]
    """Settings files that are not here yet."""
    kept_settings: tuple[str, ...]
    """Settings files that are here, and differ from those in the backup."""
    others: tuple[str, ...]
    """Files in it that do not belong to a record, and are left out."""

    @property
    def is_empty(self) -> bool:
        """Whether all that it holds is here already."""
        return not (self.new or self.new_settings)


class Backup:
    """What a backup holds, as one journal sees it."""

    def __init__(self, journal: Journal, config: Path, name: str, content: bytes):
        """Read a backup called `name`; `config` is the folder of the settings.

        Raises UnfitBackupError if it is none, and StoreDamagedError if it is newer.
        """
        self._journal = journal
        self._config = config
        try:
            self._files = unpack(content)
        except UnfitArchiveError as error:
            raise UnfitBackupError(name, str(error)) from None
        self._check_format(name)
        self._scans = {
            place.name: scan(self._files[str(place)], journal.form)
            for place in self._places(LOGS)
            if place.suffix == SUFFIX and not is_foreign(place.name)
        }

    def offer(self) -> Offer:
        """Return what it would bring, compared with what is here."""
        new = _new_lines(self._scans, self._journal.survey(wary=True))
        events = {
            event.id: event for each in self._scans.values() for event in _of(each)
        }
        days = sorted(event.at.date() for event in events.values())
        here = settings_in(self._config)
        return Offer(
            events=len(events),
            new=sum(map(len, new.values())),
            devices=tuple(sorted({event.dev for event in events.values()})),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            damaged=sum(len(each.damaged) for each in self._scans.values()),
            new_settings=tuple(name for name in self._settings if not here.get(name)),
            kept_settings=tuple(
                name
                for name, content in self._settings.items()
                if here.get(name, b"") not in (b"", content)
            ),
            others=tuple(self._others()),
        )

    def bring(self) -> None:
        """Add what is not here yet, and give this machine a new id."""
        journal = self._journal
        with journal.locked():
            journal.open_format()
            found = journal.survey(wary=True)
            new = _new_lines(self._scans, found)
            if any(new.values()):
                # First, so that what is brought is nowhere in the way of what follows.
                renew_device(journal.state, journal.host, journal.new_id)
            for name, lines in new.items():
                _extend(journal.logs / name, found, b"".join(lines))
            self._bring_the_rest()
        journal.remember(journal.survey(wary=True))

    @property
    def _settings(self) -> dict[str, bytes]:
        held = ((name, each) for name, each in self._files.items() if is_setting(name))
        return {name.removeprefix(PLACE): each for name, each in held if each}

    def _bring_the_rest(self) -> None:
        for place in self._places(QUARANTINE):
            name = place.stem if place.suffix[1:].isdigit() else place.name
            set_aside(self._journal.quarantine, name, self._files[str(place)])
        here = settings_in(self._config)
        for name, content in self._settings.items():
            if not here.get(name):
                make_private(self._config)
                write_atomically(self._config / name, content)

    def _places(self, folder: str) -> Iterator[PurePosixPath]:
        for name in self._files:
            place = PurePosixPath(name)
            if place.parts[:-1] == (folder,):
                yield place

    def _others(self) -> Iterator[str]:
        ours = {FILE, *filter(is_setting, self._files)}
        ours |= {f"{LOGS}/{name}" for name in self._scans}
        ours |= {str(place) for place in self._places(QUARANTINE)}
        return (name for name in self._files if name not in ours)

    def _check_format(self, name: str) -> None:
        try:
            found = version_in(self._files.get(FILE, b""))
        except ValueError:  # each line tells its own format as well
            return
        self._journal.form.check(found, name)


def _new_lines(
    scans: Mapping[str, Scan], found: Survey
) -> dict[str, tuple[bytes, ...]]:
    """Return the lines that no file here holds, by the name of their log."""
    known = {event.id for each in _all(found) for event in _of(each)}
    elsewhere = ended([*scans.values(), *_all(found)])
    new = {}
    for name, cut in scans.items():
        each = cut.with_rest_elsewhere(elsewhere)
        lines = {key: line for key, line in each.lines.items() if key not in known}
        known |= lines.keys()
        if lines:
            new[name] = tuple(lines.values())
    return new


def _extend(path: Path, found: Survey, lines: bytes) -> None:
    """Add lines to a log before its unfinished end, which may still be on its way."""
    here = found.scans.get(path, NOTHING)
    kept = here.content[: here.end]
    if kept and not kept.endswith(b"\n"):
        kept += b"\n"
    write_atomically(path, settled(kept + lines, found.form) + here.torn)


def _all(found: Survey) -> Iterator[Scan]:
    yield from found.scans.values()
    yield from found.shadows.values()


def _of(found: Scan) -> Iterator[Event]:
    return (entry.event for entry in found.entries if entry.event)
