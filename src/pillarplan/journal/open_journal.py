"""A journal as one command sees it: read once, and in step with what it records."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from pillarplan.domain.person.profile import Profile
from pillarplan.journal.fingerprint import changed_files, stamp
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import goes_on, tell, tell_more
from pillarplan.journal.meaning.telling import Telling
from pillarplan.journal.storage.format import FILE
from pillarplan.journal.storage.log import Log, merge
from pillarplan.journal.storage.survey import Survey

Outcome = TypeVar("Outcome")


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
    ) -> None:
        self._journal = journal
        self._today = today
        """What is dated later does not count yet."""
        self._on_trouble = on_trouble
        """Is called with a log that has problems before its events are told."""
        self._found: Survey | None = None
        """What the files hold; None before the first look, and after writing."""
        self._log: Log | None = None
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
            self._found = self._journal.survey()
            self._journal.remember(self._found)
            self._log = self._journal.log_of(self._found)
        return self._log

    @property
    def profile(self) -> Profile:
        """What the events tell."""
        if self._profile is None:
            if self._told is None:
                if self.log.problems:
                    self._on_trouble(self.log)
                self._told = tell(self.log.events, self._today)
            self._profile = self._told.profile()
        return self._profile

    def record(self, changes: Sequence[Change], at: datetime) -> str:
        """Save `changes` as one command, durably and whole; return the command's id.

        Raises StoreBusyError or StoreDamagedError if they cannot be saved.
        """
        before = self._stamp()
        with self._journal.opened(self._found) as found:
            self._see(found)
            command = self._write(found, changes, at)
            self._set_mark(before, found)
        return command

    def decide(
        self, decision: Callable[[], tuple[Sequence[Change], Outcome]], at: datetime
    ) -> Outcome:
        """Record the changes that `decision` returns; return the rest of its answer.

        What is recorded was decided on what is really there: if others recorded
        something since the journal was read, the decision is made again, under the
        lock.  It is made without the lock first, so that what does not fit is refused
        before any file is touched.
        """
        changes, outcome = decision()
        if changes:
            before = self._stamp()
            with self._journal.opened(self._found) as found:
                if self._see(found):
                    changes, outcome = decision()
                if changes:
                    self._write(found, changes, at)
                    self._set_mark(before, found)
        return outcome

    def _stamp(self) -> str:
        return stamp(str(self._journal.data))

    def _set_mark(self, before: str, found: Survey) -> None:
        """Note the stamp of the files, if no others than our own changed meanwhile.

        The files were compared with what was read after the stamp `before` was taken,
        and the own log is written by nobody else while we hold the lock.
        """
        after = self._stamp()
        ours = {str(found.own), str(self._journal.data / FILE), str(self._journal.logs)}
        self.mark = after if changed_files(before, after) <= ours else None

    def _see(self, found: Survey) -> bool:
        """Take in what the files hold; say whether it is other than what was known."""
        if self._found is not None and found.scans is self._found.scans:
            return False
        before, self._log = self._log, self._journal.log_of(found)
        if before is None or before.events == self._log.events:
            return False  # what was not read decided nothing
        self._told = self._profile = None
        return True

    def _write(self, found: Survey, changes: Sequence[Change], at: datetime) -> str:
        log = self.log
        command, added = self._journal.add(found, log.events, changes, at)
        self.has_recorded = True
        events = merge([log.events, added])
        follows = events[len(log.events) :] == added
        self._log = replace(log, events=events)
        self._found = self._profile = None
        if self._told is not None and follows and goes_on(self._told, added):
            tell_more(self._told, added)
        else:
            self._told = None
        return command
