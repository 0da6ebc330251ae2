"""The person's own record: an append-only log that nothing ever rewrites.

    <data>/format.json              which format the log has
    <data>/journal/<device>.jsonl   one line an event; only that device appends
    <data>/quarantine/              what was damaged or torn, before any repair
    <state>/devices.json            the id of this device, by host name
    <state>/shadow/<device>.jsonl   copies of all logs read, away from sync tools
    <state>/lock                    held while a command writes

The promise: every event whose command succeeded is there; the events of a command that
failed are all there or all absent; the next command works.  What this machine has read
once, from whichever device, it does not forget.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.errors import StoreBusyError
from pillarplan.files import make_private, write_atomically
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.storage.append import append
from pillarplan.journal.storage.device import (
    NewId,
    known_device,
    own_device,
    random_id,
)
from pillarplan.journal.storage.errors import DamagedFormatError, NotWritableError
from pillarplan.journal.storage.event import (
    Event,
    from_line,
)
from pillarplan.journal.storage.files import SUFFIX
from pillarplan.journal.storage.format import (
    CURRENT,
    FILE,
    Format,
    Version,
    read_version,
    spell,
    write_version,
)
from pillarplan.journal.storage.heads import End, Tip
from pillarplan.journal.storage.lock import held
from pillarplan.journal.storage.log import Log, Trouble
from pillarplan.journal.storage.quarantine import set_aside
from pillarplan.journal.storage.shadow import behind, follow, glance, keep_up
from pillarplan.journal.storage.survey import REPAIR, Survey
from pillarplan.journal.storage.surveying import survey, unchanged


@dataclass(frozen=True, slots=True)
class Journal:
    """A person's record in two folders, as one device sees it."""

    data: Path
    """The folder that holds the record; it may be synced or kept in git."""
    state: Path
    """A folder that belongs to this machine alone."""
    host: str
    """The name of this machine."""
    form: Format = CURRENT
    new_id: NewId = random_id

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "journal"

    @property
    def quarantine(self) -> Path:
        """The folder where damaged lines are kept."""
        return self.data / "quarantine"

    @property
    def shadows(self) -> Path:
        """The folder of the shadow copies."""
        return self.state / "shadow"

    def read(self) -> Log:
        """Return all events in order, and what is wrong; write nothing.

        Raises StoreDamagedError if a newer pillarplan wrote them.
        """
        return self.log_of(self.survey())

    def log_of(self, found: Survey) -> Log:
        """Return what a survey of this journal says, its format considered."""
        log = found.log
        try:
            self._check_format()
        except DamagedFormatError:
            damaged = Trouble(file=FILE, message="it is damaged", next_step=REPAIR)
            return replace(log, problems=(damaged, *log.problems))
        return log

    def survey(self, *, wary: bool = False) -> Survey:
        """Return what all log files hold; a `wary` look reads the shadow copies too."""
        return survey(self.logs, self.own_log, self.shadows, self.form, wary=wary)

    def glance(self) -> dict[str, bytes] | None:
        """Return what each log holds, by its name, if all looks well from outside.

        Raises StoreDamagedError if a newer pillarplan wrote them.
        """
        try:
            self._check_format()
            return glance(self.logs, self.own_log, self.shadows)
        except (DamagedFormatError, OSError):
            return None  # the thorough look that follows says what is wrong

    def remember(self, found: Survey) -> None:
        """Copy what others' logs hold, where they changed since this machine looked.

        Reading must not fail or wait for it: where the copies cannot be written, or
        somebody else writes, the next command does it.
        """
        if behind(found):
            with contextlib.suppress(OSError, StoreBusyError):
                make_private(self.shadows)
                with held(self.state / "lock", patience=0):
                    keep_up(found)

    def record(self, changes: Sequence[Change], at: datetime) -> str:
        """Save `changes` as one command, durably and whole; return the command's id.

        Raises StoreBusyError or StoreDamagedError if they cannot be saved.
        """
        with self.open_to_write():
            found = self.look_again(None)
            tip = found.tip(found.log.events)
            command, _ = self.add(found.end, tip, changes, at)
        return command

    @contextlib.contextmanager
    def open_to_write(self) -> Iterator[None]:
        """Let nobody else write, in a journal of our format."""
        # Now, not in mid-write, when a disk that fails may not even hand over a module.
        import hashlib  # noqa: F401

        with self.locked():
            self.open_format()
            yield

    def look_again(self, known: Survey | None) -> Survey:
        """Return what all files hold, in a journal that is open to write.

        What is `known` is not scanned again if the files still hold it.
        """
        again = known and self._unchanged(known)
        return again or self._survey_and_keep_up()

    def add(
        self, end: End, tip: Tip, changes: Sequence[Change], at: datetime
    ) -> tuple[str, list[bytes]]:
        """Write `changes` as one command, in an open journal; return its id and lines.

        It goes to the `end` of the own log, and goes on from the `tip` of its events.
        """
        command, *names = (self.new_id(8) for _ in range(len(changes) + 1))
        lines = tip.lines(command, [*zip(names, changes, strict=True)], at, self.form)
        self._add(end, b"".join([end.lost, *lines]))
        return command, lines

    def event_in(self, line: bytes) -> Event:
        """Return the event that a line, with its newline, holds."""
        return from_line(line[:-1], self.form)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody else write, with all folders there and this device known."""
        try:
            make_private(self.logs)
            make_private(self.shadows)
            with held(self.state / "lock"):
                own_device(self.state, self.host, self.new_id)
                yield
        except OSError as error:
            path = error.filename or self.data
            raise NotWritableError(path, error.strerror) from error

    @property
    def own_log(self) -> Path:
        """The log to which this device appends; none is there before it wrote."""
        name = known_device(self.state, self.host) or "unknown"
        return self.logs / f"{name}{SUFFIX}"

    def _unchanged(self, known: Survey) -> Survey | None:
        return unchanged(known, self.logs) if self.own_log == known.own else None

    def _survey_and_keep_up(self) -> Survey:
        found = self.survey(wary=True)
        with contextlib.suppress(OSError):
            keep_up(found)
        return found

    def _check_format(self) -> Version | None:
        found = read_version(self.data)
        if found is not None:
            self.form.check(found, self.data / FILE)
        return found

    def open_format(self) -> None:
        """Make the format ours: name it, or back up and upgrade an older one."""
        found = self._check_format()
        if found is not None and found < self.form.version:
            self._back_up_before_upgrade()
        if found is None or found < self.form.version:
            write_version(self.data, self.form.version)

    def _back_up_before_upgrade(self) -> None:
        # Zip files are slow to import, and an upgrade is rare.
        from pillarplan.journal.storage.archive import pack, record_files

        folder = self.state / "backups"
        make_private(folder)
        target = folder / f"before-{spell(self.form.version)}.zip"
        write_atomically(target, pack(record_files(self.data)))

    def _add(self, end: End, lines: bytes) -> None:
        if end.torn:
            set_aside(self.quarantine, end.log.name, end.torn)
        if end.kept and not end.kept.endswith(b"\n"):
            lines = b"\n" + lines
        append(end.log, len(end.kept), lines)
        follow(end.shadow, end.copied, end.kept, lines)
