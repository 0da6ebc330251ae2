"""A look at the whole journal: what it holds, what is wrong, and what to do."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from pillarplan.domain.text import counted, one_line
from pillarplan.journal.care.chain import forks, strangers
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.commands import commands
from pillarplan.journal.meaning.replay import misfits
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.files import is_foreign
from pillarplan.journal.storage.log import Trouble, missing
from pillarplan.journal.storage.survey import REPAIR, Survey, is_copy, place

ONE_DAY = timedelta(days=1)

OWN_ID = "pillarplan doctor --repair, which gives that machine an id of its own"

TEMPORARY = re.compile(r"\.(?!syncthing\.).+\.[0-9a-f]{8}\.tmp")
"""What `write_atomically` calls a file that it has not finished."""


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
    missing: int = 0
    """How many events are known to be missing, by the numbers of the others."""

    @property
    def is_healthy(self) -> bool:
        """Whether nothing needs to be done."""
        return not self.problems

    @property
    def is_well(self) -> bool:
        """Whether nothing needs to be done, and nothing is missing either."""
        return self.is_healthy and not self.missing


def examine(journal: Journal, today: date) -> Report:
    """Return what `journal` holds and everything that is wrong with it."""
    found = journal.survey(wary=True)
    journal.remember(found)
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
            *_event_problems(found, log.events),
            *_folder_problems(journal),
        ),
        notes=(
            *_copy_notes(files),
            *_missing_notes(log.events),
            *_chain_notes(found, log.events),
            *_clock_notes(log.events, today),
            *_open_notes(journal),
        ),
        missing=log.missing,
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
            for path in sorted(folder.glob(".*.tmp")):
                if TEMPORARY.fullmatch(path.name):
                    yield path


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
    """Yield our files in `folder`, no sync tool's; none if it does not exist."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_file() and not is_foreign(path.name):
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


def _event_problems(found: Survey, events: tuple[Event, ...]) -> Iterator[Trouble]:
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
    for fork in forks(events):
        if fork.device == found.own_device:
            yield problem(
                fork.event,
                f"it stands where another one stands. {fork.sentence}",
                "One is a copy of the other, or an older backup. On one of them: "
                + OWN_ID,
            )


def _folder_problems(journal: Journal) -> Iterator[Trouble]:
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
    """Tell of numbers that are not here: each device counts, and so do all together."""
    gaps = missing(events)
    for device, count in gaps.items():
        yield (
            f"{count} of the events that device {device} wrote are not here: "
            "they are in the quarantine, or still on their way."
        )
    times = sorted({0, *(event.lam for event in events)})
    jumps = [after for before, after in pairwise(times) if after > before + 1]
    if jumps and not gaps:
        yield (
            f"Before time {jumps[0]} of the record something is missing that a device "
            "knew when it went on: the newest events of another device, or its whole "
            "file, are still on their way, or were deleted."
        )


def _chain_notes(found: Survey, events: Iterable[Event]) -> Iterator[str]:
    forked = {fork.device: fork for fork in forks(events)}
    for device, fork in forked.items():
        if device != found.own_device:
            yield (f"{fork.sentence}. If both still do: on one of them, {OWN_ID}.")
    for event in strangers(found):
        if event.dev not in forked:
            yield (
                f"Event {event.seq} of device {event.dev} followed another line than "
                "the one that stands before it now: that line was edited since, or "
                "two machines write as one device."
            )


def _clock_notes(events: Iterable[Event], today: date) -> Iterator[str]:
    # Elsewhere on earth it may be tomorrow already.
    ahead = [event for event in events if event.at.date() > today + ONE_DAY]
    if ahead:
        latest = max(event.at.date() for event in ahead)
        yield (
            f"{counted(len(ahead), 'event')} from the future, up to {latest}: the "
            "clock of this machine is behind, or that of another was ahead. The order "
            "of events is right all the same."
        )


def _open_notes(journal: Journal) -> Iterator[str]:
    if found := list(too_open(journal)):
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield (
            f"Others than you may be able to read {one_line(str(found[0]))}{more}, as "
            "after git pull. To make them private: pillarplan doctor --repair"
        )
