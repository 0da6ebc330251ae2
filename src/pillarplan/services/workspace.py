"""The journal and the knowledge base that all services work on."""

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.text import counted
from pillarplan.errors import InvalidInputError
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.commands import Command
from pillarplan.journal.memory import Memory
from pillarplan.journal.open_journal import (
    Beside,
    OpenJournal,
    Outcome,
    nothing_beside,
)
from pillarplan.journal.storage.event import Event
from pillarplan.journal.storage.log import Log

if TYPE_CHECKING:  # a shell prompt needs the journal only
    from pillarplan.domain.knowledge.edition import BaseEdition
    from pillarplan.domain.person.rating import Rating
    from pillarplan.knowledge.index.index import KnowledgeIndex


@dataclass(frozen=True)
class Workspace:
    """One person's journal, the knowledge base, and today."""

    data: Path
    state: Path
    cache: Path
    find_base: Callable[[], Path | None]
    """Says where a knowledge base of one's own is, if there is one; asked for late."""
    find_overlay: Callable[[], Path | None]
    """Says where the person's own additions are; asked for with the knowledge base."""
    today: date
    now: datetime
    host: str
    warn: Callable[[str], None]
    """Tells the person something beside the result."""
    forgiving: bool = field(default=False, kw_only=True)
    """A knowledge base that cannot be read is told, and taken for an empty one."""

    @cached_property
    def journal(self) -> Journal:
        """The person's own record."""
        return Journal(self.data, self.state, host=self.host)

    @cached_property
    def overlay(self) -> Path | None:
        """The person's own additions to the knowledge base, if there are any."""
        return self.find_overlay()

    @cached_property
    def entry(self) -> Path:
        """The entry file of the knowledge base: of one's own, or the built-in one.

        Raises NoBaseError if one's own is not there.
        """
        from pillarplan.knowledge.base.entry import bundled_path, find_entry

        base = self.find_base()
        return bundled_path() if base is None else find_entry(base)

    @cached_property
    def knowledge(self) -> "KnowledgeIndex":
        """What can be learnt; compiled on first use, which may take a second."""
        from pillarplan.knowledge.index.opening import open_empty, open_index

        try:
            return open_index(
                self.entry,
                self.overlay,
                self.cache,
                lambda _, total: self.warn(
                    f"Reading the {total} files of the knowledge base, which is done "
                    "once."
                ),
            )
        except InvalidInputError as error:
            if not self.forgiving:
                raise
            reason = str(error).splitlines()[-1]  # of a broken file, how to mend it
            self.warn(
                f"{reason}\nYour record is all there; what the knowledge base says of "
                "it is left out."
            )
            return open_empty()

    def close(self) -> None:
        """Let go of the knowledge base, if it was opened."""
        if "knowledge" in vars(self):
            self.knowledge.close()

    @cached_property
    def _book(self) -> OpenJournal:
        """The record as this command sees it, read at the first question."""
        memory = Memory(self.cache / "memory.json", self.journal.form)
        # It knows no way back to this, so that both are gone once nobody needs them.
        tell = partial(_tell_of_trouble, self.warn)
        return OpenJournal(self.journal, tell, self.today, memory)

    @property
    def mark(self) -> str | None:
        """The stamp of the journal's files, if this command changed them last.

        None if it changed nothing, or if `profile` may lack what others wrote.
        """
        return self._book.mark

    @property
    def has_recorded(self) -> bool:
        """Whether this command added something to the record."""
        return "_book" in vars(self) and self._book.has_recorded

    def events(self) -> tuple[Event, ...]:
        """Return all events of the journal, with those that this command recorded."""
        return self._book.log.events

    @property
    def is_known_to_be_one_line(self) -> bool:
        """Whether the record is known to hold no event that forks off another line."""
        return self._book.is_known_to_be_one_line

    def last_command(self) -> Command | None:
        """Return the latest command that still holds; None if there is none."""
        return self._book.last_command

    def profile(self) -> Profile:
        """Return what the journal says, with what this command recorded."""
        return self._book.profile

    def person(self) -> Profile:
        """Return the profile in the words of the present knowledge base.

        What was said of an entry that is gone counts for those in its place.
        """
        return self.in_present_words(self.profile())

    def in_present_words(self, profile: Profile) -> Profile:
        """Return a profile in the words of the present knowledge base."""
        # Imported here, since everyday commands do without the knowledge base.
        from pillarplan.domain.person.rescaling import in_words_of

        return in_words_of(self.edition_for(profile), profile)

    def dated(self, rating: "Rating") -> "Rating":
        """Return a rating with the edition of the base by which it is given."""
        edition = self.knowledge.edition
        if rating.skill not in edition.words:
            return rating
        return replace(
            rating,
            base=edition.base,
            edition=edition.words[rating.skill],
            top=edition.top,
        )

    def edition_for(self, profile: Profile) -> "BaseEdition":
        """Return what to hold a record against, with successors the person named."""
        return self.knowledge.edition.with_said(profile.succession)

    def record(self, changes: Sequence[Change]) -> str:
        """Write changes as one command; return the id by which undo knows it."""
        return self._book.record(changes, at=self.now)

    def decide(
        self,
        decision: Callable[[], tuple[Sequence[Change], Outcome]],
        beside: Beside[Outcome] = nothing_beside,
    ) -> Outcome:
        """Write the changes that `decision` returns; return the rest of its answer.

        The decision is made again if others recorded something since the journal was
        read, so it must do nothing but decide.  What else belongs to it is done
        `beside` the writing.
        """
        return self._book.decide(decision, self.now, beside)


def _tell_of_trouble(warn: Callable[[str], None], log: Log) -> None:
    warn(
        f"The journal has {counted(len(log.problems), 'damaged or odd place')}; "
        f"{_loss(log)}. See: pillarplan doctor"
    )


def _loss(log: Log) -> str:
    """Say in a few words what the damaged places of a log cost."""
    if log.missing:
        return f"{counted(log.missing, 'event')} of it missing"
    if log.unexplained:
        everywhere = log.unexplained == len(log.problems)
        where = "there" if everywhere else f"in {log.unexplained} of them"
        return f"what stood {where} may be missing"
    return "nothing is lost"
