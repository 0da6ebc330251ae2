"""A look at the whole journal: what it holds, what is wrong, and what to do."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.commands import commands
from pillarplan.journal.meaning.replay import misfits
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.log import Trouble
from pillarplan.journal.storage.survey import REPAIR, Survey, is_copy, place

ONE_DAY = timedelta(days=1)

TWO_MACHINES = (
    "Two machines write as one device, perhaps after a copy of the home folder; all "
    "events are kept. On one of them delete devices.json in the state folder"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A log file and what is in it."""

    name: str
    events: int
    is_own: bool
    """Whether this device appends to it."""
    is_copy: bool
    """Whether a sync tool made it from a device's file, after a conflict."""
    only_here: int
    """How many of its events are in no other file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a journal holds and what is wrong with it."""

    files: tuple[File, ...]
    events: int
    commands: int
    undone: int
    """How many of the commands no longer hold."""
    first: datetime | None
    last: datetime | None
    shadow: str
    """How the shadow copy stands to the own log, in words."""
    quarantine: tuple[Path, ...]
    """What was taken out of the journal earlier; it is kept for the person to see."""
    problems: tuple[Trouble, ...]
    notes: tuple[str, ...]
    """What is worth knowing, but needs nothing to be done."""

    @property
    def is_healthy(self) -> bool:
        """Whether nothing needs to be done."""
        return not self.problems


def examine(journal: Journal, today: date) -> Report:
    """Return what `journal` holds and everything that is wrong with it."""
    found = journal.survey(wary=True)
    log = journal.log_of(found)
    runs = commands(log.events)
    files = tuple(_files(found))
    return Report(
        files=files,
        events=len(log.events),
        commands=len(runs),
        undone=sum(not run.holds for run in runs),
        first=log.events[0].at if log.events else None,
        last=log.events[-1].at if log.events else None,
        shadow=_shadow(found),
        quarantine=tuple(sorted(visible(journal.quarantine))),
        problems=(
            *log.problems,
            *_event_problems(found, log.events, today),
            *_folder_problems(journal),
        ),
        notes=(*_copy_notes(files), *_missing_notes(log.events)),
    )


def too_open(journal: Journal) -> Iterator[Path]:
    """Yield the folders and files of `journal` that others than their owner can use."""
    if os.name != "posix":  # permissions mean something else there
        return
    for folder in folders(journal):
        for path in (folder, *visible(folder)):
            if path.exists() and path.stat().st_mode & 0o077:
                yield path


def leftovers(journal: Journal) -> Iterator[Path]:
    """Yield the temporary files of commands that were killed while they wrote one."""
    for folder in folders(journal):
        if folder.is_dir():
            yield from sorted(folder.glob(".*.tmp"))


def folders(journal: Journal) -> tuple[Path, ...]:
    """Return all folders that belong to `journal`."""
    return (
        journal.data,
        journal.logs,
        journal.quarantine,
        journal.state,
        journal.shadows,
    )


def visible(folder: Path) -> Iterator[Path]:
    """Yield the files in `folder` that are not hidden; none if it does not exist."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_file() and not path.name.startswith("."):
                yield path


def _files(found: Survey) -> Iterator[File]:
    ids = {path: set(each.lines) for path, each in found.scans.items()}
    for path, held in ids.items():
        elsewhere = {name for other in ids if other != path for name in ids[other]}
        yield File(
            name=place(path),
            events=len(held),
            is_own=path == found.own,
            is_copy=is_copy(path),
            only_here=len(held - elsewhere),
        )


def _shadow(found: Survey) -> str:
    log, copy = found.own_scan.content, found.shadow.content
    if not log and not copy:
        return "none yet"
    if log == copy:
        return "in step with the own log"
    if found.lost:
        return "holds events that the own log lacks"
    return "differs from the own log; the next command that saves renews it"


def _event_problems(
    found: Survey, events: Iterable[Event], today: date
) -> Iterator[Trouble]:
    places = {
        entry.event.id: (place(path), entry.number)
        for path, each in found.scans.items()
        for entry in each.entries
        if entry.event
    }

    def problem(event: Event, message: str, next_step: str) -> Trouble:
        file, line = places.get(event.id, (str(found.shadow_file), None))
        return Trouble(file=file, line=line, message=message, next_step=next_step)

    for misfit in misfits(events):
        yield problem(
            misfit.event,
            f"the data of this {misfit.event.type!r} does not fit and is left out: "
            f"{misfit.reason}",
            "Correct the line, then: pillarplan doctor --accept",
        )
    for event in events:
        # Elsewhere on earth it may be tomorrow already.
        if event.at.date() > today + ONE_DAY:
            yield problem(
                event,
                f"it was written in the future, on {event.at.date()}",
                "Check the clock of that device; the order of events is right",
            )
    yield from (
        problem(event, "another event has the same number", TWO_MACHINES)
        for event in _same_number(events)
    )


def _same_number(events: Iterable[Event]) -> Iterator[Event]:
    seen = set()
    for event in events:
        if (event.dev, event.seq) in seen:
            yield event
        seen.add((event.dev, event.seq))


def _folder_problems(journal: Journal) -> Iterator[Trouble]:
    for path in too_open(journal):
        yield Trouble(
            file=str(path),
            message="others than you may be able to read it",
            next_step=REPAIR,
        )
    for path in leftovers(journal):
        yield Trouble(
            file=str(path),
            message="a command that was killed left this file behind",
            next_step=REPAIR,
        )


def _copy_notes(files: Iterable[File]) -> Iterator[str]:
    for file in files:
        if file.is_copy:
            yield (
                f"{file.name} is a sync tool's copy; {file.only_here} of its "
                f"{file.events} events are nowhere else"
                + ("." if file.only_here else ", so that it may be deleted.")
            )


def _missing_notes(events: Iterable[Event]) -> Iterator[str]:
    numbers: dict[str, set[int]] = {}
    for event in events:
        numbers.setdefault(event.dev, set()).add(event.seq)
    for device, seen in numbers.items():
        missing = max(seen) - len(seen)
        if missing > 0:
            yield (
                f"{missing} of the events that device {device} wrote are not here: "
                "they are in the quarantine, or still on their way."
            )
