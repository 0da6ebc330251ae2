"""A journal as one command sees it: read once, and in step with what it records."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from pillarplan.domain.person.profile import Profile
from pillarplan.journal.fingerprint import changed_files, stamp
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.commands import Command, last_command
from pillarplan.journal.meaning.replay import goes_on, tell, tell_more
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.memory import Memory, Recalled
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.format import FILE
from pillarplan.journal.storage.heads import End
from pillarplan.journal.storage.log import Log, comes_after, merge
from pillarplan.journal.storage.survey import Survey

Outcome = TypeVar("Outcome")

Beside = Callable[[Outcome], AbstractContextManager[None]]
"""Does something else that belongs to what is decided, around the writing of it."""


def nothing_beside(_outcome: object) -> AbstractContextManager[None]:
    """Do nothing else."""
    return nullcontext()


Written = tuple[str, tuple[Event, ...], bool]
"""The id of a command, its events, and whether they come after all others."""


class OpenJournal:
    """What a journal says, from the first look on, and with what is recorded since.

    The files are read and the events told when somebody first asks.  Before anything
    is written, and under the lock, the files are compared with what was read: what
    others recorded meanwhile is seen then.
    """

    def __init__(
        self,
        journal: Journal,
        on_trouble: Callable[[Log], None],
        today: date = date.max,
        memory: Memory | None = None,
    ) -> None:
        self._journal = journal
        self._memory = memory
        """Where what was told is kept from command to command, if anywhere."""
        self._today = today
        """What is dated later does not count yet."""
        self._on_trouble = on_trouble
        """Is called with a log that has problems before its events are told."""
        self._found: Survey | None = None
        """What the files hold; None before the first look, and after writing."""
        self._log: Log | None = None
        self._recalled: Recalled | None = None
        """What the memory told, while nothing else was read."""
        self._told: Telling | None = None
        self._profile: Profile | None = None
        self.has_recorded = False
        """Whether something was added to the journal."""
        self.mark: str | None = None
        """The stamp of the files after the last writing, if this journal then said all
        that they hold; None before any, or if another program may have changed one."""

    @property
    def log(self) -> Log:
        """All events in order, and what was wrong with the files at the first look.

        Raises StoreDamagedError if a newer pillarplan wrote them.
        """
        if self._log is None:
            found = self._journal.survey()
            self._journal.remember(found)
            self._take_in(found)
        assert self._log is not None, "it was taken in"
        return self._log

    @property
    def profile(self) -> Profile:
        """What the events tell."""
        if self._profile is None:
            self._profile = self._telling.profile()
        return self._profile

    @property
    def _telling(self) -> Telling:
        if self._told is None:
            self._told = self._recall() or self._tell()
        return self._told

    @property
    def last_command(self) -> Command | None:
        """The latest command that still holds: what an undo would take back."""
        # As a rule it is new, and what is new is changed by nothing before it.
        new = self._recalled.new if self._telling and self._recalled else ()
        return last_command(new) or last_command(self.log.events)

    @property
    def is_known_to_be_one_line(self) -> bool:
        """Whether it is known, without a look at all events, that none forks off."""
        return self._recalled is not None

    def record(self, changes: Sequence[Change], at: datetime) -> str:
        """Save `changes` as one command, durably and whole; return the command's id.

        Raises StoreBusyError or StoreDamagedError if they cannot be saved.
        """
        before = self._stamp()
        with self._journal.open_to_write():
            self._look_again()
            command = self._write(changes, at)
            self._set_mark(before)
        return command

    def decide(
        self,
        decision: Callable[[], tuple[Sequence[Change], Outcome]],
        at: datetime,
        beside: Beside[Outcome] = nothing_beside,
    ) -> Outcome:
        """Record the changes that `decision` returns; return the rest of its answer.

        What is recorded was decided on what is really there: if others recorded
        something since the journal was read, the decision is made again, under the
        lock.  It is made without the lock first, so that what does not fit is refused
        before any file is touched.  What has to be done beside writing is done around
        it, and takes itself back if nothing can be written.
        """
        changes, outcome = decision()
        if changes:
            before = self._stamp()
            with self._journal.open_to_write():
                if self._look_again():
                    changes, outcome = decision()
                if changes:
                    with beside(outcome):
                        self._write(changes, at)
                    self._set_mark(before)
        return outcome

    def _stamp(self) -> str:
        return stamp(str(self._journal.data))

    def _set_mark(self, before: str) -> None:
        """Note the stamp of the files, if no others than our own changed meanwhile.

        The files were compared with what was read after the stamp `before` was taken,
        and the own log is written by nobody else while we hold the lock.
        """
        after, mine = self._stamp(), self._journal
        ours = {str(mine.own_log), str(mine.data / FILE), str(mine.logs)}
        self.mark = after if changed_files(before, after) <= ours else None

    def _look_again(self) -> bool:
        """Take in what the files hold; say whether it is other than what was known."""
        if self._recalled and self._journal.glance() == self._recalled.logs:
            return False
        found = self._journal.look_again(self._found)
        if self._found is not None and found.scans is self._found.scans:
            self._found = found
            return False
        return self._take_in(found)

    def _take_in(self, found: Survey) -> bool:
        before, self._log = self._log, self._journal.log_of(found)
        recalled, self._recalled = self._recalled, None
        self._found = found
        if recalled is not None:
            is_same = recalled.logs == found.contents and not self._log.problems
        else:  # what was not read decided nothing
            is_same = before is None or before.events == self._log.events
        if not is_same:
            self._told = self._profile = None
        return not is_same

    def _recall(self) -> Telling | None:
        """Return what the memory knows, if nothing was read yet."""
        if self._memory is None or self._log is not None:
            return None
        logs = self._journal.glance()
        self._recalled = self._memory.recall(logs, self._today) if logs else None
        return self._recalled.told if self._recalled else None

    def _tell(self) -> Telling:
        """Tell all events, and remember what they told."""
        log = self.log
        if log.problems:
            self._on_trouble(log)
        told = tell(log.events, self._today)
        if self._memory and self._found and not log.problems:
            self._memory.keep(self._found.contents, self._found.scans.values(), told)
        return told

    def _write(self, changes: Sequence[Change], at: datetime) -> str:
        """Write a command after what was just looked at, and know it from then on."""
        if self._recalled:
            command, added, follows = self._go_on(self._recalled, changes, at)
        else:
            command, added, follows = self._add(changes, at)
        self.has_recorded = True
        self._profile = None
        if self._told and follows and goes_on(self._told, added):
            tell_more(self._told, added)
        else:
            # An undo takes back what is new, as a rule, and so needs no older lines.
            self._told = self._recalled.tell(self._today) if self._recalled else None
            self._recalled = self._recalled if self._told else None
        return command

    def _add(self, changes: Sequence[Change], at: datetime) -> Written:
        log, found = self.log, self._found
        assert found is not None, "it was looked at"
        tip = found.tip(log.events)
        command, lines = self._journal.add(found.end, tip, changes, at)
        added = tuple(map(self._journal.event_in, lines))
        is_new = comes_after(log.events, added)
        events = (*log.events, *added) if is_new else merge([log.events, added])
        self._log, self._found = replace(log, events=events), None
        return command, added, is_new

    def _go_on(
        self, known: Recalled, changes: Sequence[Change], at: datetime
    ) -> Written:
        """Write after what was recalled, of which not all lines were read."""
        own = self._journal.own_log
        kept = known.logs.get(own.name, b"")
        end = End(own, kept, torn=b"", lost=b"", shadow=self._shadow(own), copied=kept)
        command, lines = self._journal.add(end, known.heads.tip(own.stem), changes, at)
        added = tuple(map(self._journal.event_in, lines))
        known.logs[own.name] = kept + b"".join(lines)
        known.new.extend(added)
        known.heads.follow(zip(added, (line[:-1] for line in lines), strict=True))
        return command, added, True

    def _shadow(self, log: Path) -> Path:
        return self._journal.shadows / log.name
