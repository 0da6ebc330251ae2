"""The person's own record: an append-only log that nothing ever rewrites.

    <data>/format.json              which format the log has
    <data>/journal/<device>.jsonl   one line an event; only that device appends
    <data>/quarantine/              what was damaged or torn, before any repair
    <state>/devices.json            the id of this device, by host name
    <state>/shadow/<device>.jsonl   a copy of the own log, away from sync tools
    <state>/lock                    held while a command writes

The promise: every event whose command succeeded is there; the events of a command that
failed are all there or all absent; the next command works.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pillarplan.files import make_private
from pillarplan.journal.append import append
from pillarplan.journal.changes import Change
from pillarplan.journal.device import known_device, own_device
from pillarplan.journal.errors import DamagedFormatError, NotWritableError
from pillarplan.journal.event import Event, to_line
from pillarplan.journal.format import (
    CURRENT,
    FILE,
    Format,
    read_version,
    spell,
    write_version,
)
from pillarplan.journal.lock import locked
from pillarplan.journal.log import Log, Problem
from pillarplan.journal.quarantine import set_aside
from pillarplan.journal.scan import SUFFIX
from pillarplan.journal.shadow import follow
from pillarplan.journal.survey import REPAIR, Survey, survey


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

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data / "journal"

    @property
    def quarantine(self) -> Path:
        """The folder where damaged lines are kept."""
        return self.data / "quarantine"

    def read(self) -> Log:
        """Return all events in order, and what is wrong; writes nothing."""
        problems: tuple[Problem, ...] = ()
        try:
            self.form.check(read_version(self.data) or (1, 0), self.data / FILE)
        except DamagedFormatError:
            problem = Problem(file=FILE, message="it is damaged", next_step=REPAIR)
            problems = (problem,)
        log = self.survey().log
        return Log(events=log.events, problems=problems + log.problems)

    def survey(self, *, wary: bool = False) -> Survey:
        """Return what all log files hold; `wary` compares with the shadow copy."""
        name = (known_device(self.state, self.host) or "unknown") + SUFFIX
        return survey(
            self.logs, self.logs / name, self.shadow / name, self.form, wary=wary
        )

    @property
    def shadow(self) -> Path:
        """The folder of the shadow copy."""
        return self.state / "shadow"

    def record(self, changes: Sequence[Change], at: datetime) -> str:
        """Save `changes` as one command, durably and whole; return the command's id.

        Raises StoreBusyError or StoreDamagedError if they cannot be saved.
        """
        command = os.urandom(8).hex()
        with self.writing():
            found = self.survey(wary=True)
            lines = _lines(changes, command, at, found, self.form)
            self._add(found, b"".join([*found.lost, *lines]))
        return command

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock, with the folders there and the format ours."""
        try:
            make_private(self.logs)
            make_private(self.shadow)
            with locked(self.state / "lock"):
                self._open_format()
                own_device(self.state, self.host)
                yield
        except OSError as error:
            raise NotWritableError(
                error.filename or self.data, error.strerror
            ) from error

    def _open_format(self) -> None:
        found = read_version(self.data)
        if found is not None:
            self.form.check(found, self.data / FILE)
        if found is None or found < self.form.version:
            if found is not None:
                self._back_up_before_upgrade()
            write_version(self.data, self.form.version)

    def _back_up_before_upgrade(self) -> None:
        # Zip files are slow to import, and an upgrade is rare.
        from pillarplan.journal.archive import archive

        folder = self.state / "backups"
        make_private(folder)
        archive(self.data, folder / f"before-{spell(self.form.version)}.zip")

    def _add(self, found: Survey, lines: bytes) -> None:
        own = found.own_scan
        if own.torn:
            set_aside(self.quarantine, found.own.name, own.torn)
        kept = own.content[: own.end]
        if kept and not kept.endswith(b"\n"):
            lines = b"\n" + lines
        append(found.own, own.end, lines)
        follow(found.shadow_file, found.shadow.content, kept, lines)


def _lines(
    changes: Sequence[Change], command: str, at: datetime, found: Survey, form: Format
) -> list[bytes]:
    device = found.own.name.removesuffix(SUFFIX)
    events = found.log.events
    lam = 1 + max((event.lam for event in events), default=0)
    seq = 1 + max((event.seq for event in events if event.dev == device), default=0)
    return [
        to_line(
            Event(
                id=os.urandom(8).hex(),
                dev=device,
                seq=seq + place,
                lam=lam,
                at=at,
                cmd=command,
                left=len(changes) - 1 - place,
                type=change.type,
                data=change.data,
            ),
            form,
        )
        for place, change in enumerate(changes)
    ]
