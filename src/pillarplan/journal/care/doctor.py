"""A look at the whole journal: what it holds, what is wrong, and what to do."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.entries import SHORT
from pillarplan.journal.care.chain import PART, forks
from pillarplan.journal.care.folders import leftovers, visible
from pillarplan.journal.care.notes import (
    chain_notes,
    clock_notes,
    lost_for_good,
    lost_notes,
    missing_notes,
    open_notes,
)
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.catalogue import KINDS
from pillarplan.journal.meaning.commands import commands, effective
from pillarplan.journal.meaning.replay import misfits
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.files import place
from pillarplan.journal.storage.log import Trouble
from pillarplan.journal.storage.survey import REPAIR, Survey
from pillarplan.journal.storage.surveying import is_copy


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
    quarantine: tuple[str, ...]
    """What was taken out of the journal earlier; it is kept for the person to see."""
    problems: tuple[Trouble, ...]
    notes: tuple[str, ...]
    """What is worth knowing, but needs nothing to be done."""
    missing: int = 0
    """How many events, at least, are known to be missing, by what is here."""
    base: str = ""
    """The knowledge base that commands work on; empty if it cannot be read."""

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
    lost = lost_for_good(journal, log.events)
    return Report(
        files=files,
        events=len(log.events),
        commands=len(runs),
        undone=sum(not run.holds for run in runs),
        first=log.events[0].at if log.events else None,
        last=log.events[-1].at if log.events else None,
        shadow=_shadow(found),
        quarantine=tuple(sorted(map(str, visible(journal.quarantine)))),
        problems=(
            *log.problems,
            *_event_problems(found, log.events),
            *_folder_problems(journal),
        ),
        notes=(
            *_copy_notes(files),
            *missing_notes(log),
            *lost_notes(lost),
            *chain_notes(found, log.events),
            *clock_notes(effective(log.events), today),
            *open_notes(journal),
        ),
        missing=log.missing + lost,
    )


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
            "Correct the line, then: pillarplan doctor --accept"
            + _way_out(misfit.event),
        )
    for fork in forks(events):
        if fork.device == found.own_device:
            yield problem(
                fork.event,
                fork.sentence,
                f"To give this machine an id of its own: {PART}",
            )


def _way_out(event: Event) -> str:
    """Return how to take back an entry that nobody can read, if people told it."""
    kind = KINDS.get(event.type)
    listed = kind is not None and kind.says is not None
    return f". To take it back: pillarplan amend {event.id[:SHORT]} --withdraw" * listed


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
