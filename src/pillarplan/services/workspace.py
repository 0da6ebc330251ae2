"""The journal and the knowledge base that all services work on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pillarplan.domain.person.profile import Profile
from pillarplan.journal.journal import Journal
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import replay

if TYPE_CHECKING:  # a shell prompt needs the journal only
    from pillarplan.knowledge.index.index import KnowledgeIndex


@dataclass(frozen=True)
class Workspace:
    """One person's journal, the knowledge base, and today."""

    data: Path
    state: Path
    cache: Path
    find_overlay: Callable[[], Path | None]
    """Says where the person's own additions are; asked for with the knowledge base."""
    today: date
    now: datetime
    host: str
    warn: Callable[[str], None]
    """Tells the person something beside the result."""

    @cached_property
    def journal(self) -> Journal:
        """The person's own record."""
        return Journal(self.data, self.state, host=self.host)

    @cached_property
    def overlay(self) -> Path | None:
        """The person's own additions to the knowledge base, if there are any."""
        return self.find_overlay()

    @cached_property
    def knowledge(self) -> "KnowledgeIndex":
        """What can be learnt; compiled on first use, which may take a second."""
        from pillarplan.knowledge.base.builtin import bundled_path
        from pillarplan.knowledge.index.opening import open_index

        return open_index(
            bundled_path(),
            self.overlay,
            self.cache,
            lambda done, total: self.warn(
                f"Reading knowledge: {done} of {total} files"
            ),
        )

    def close(self) -> None:
        """Let go of the knowledge base, if it was opened."""
        if "knowledge" in vars(self):
            self.knowledge.close()

    def profile(self) -> Profile:
        """Read the journal and return what it says now."""
        log = self.journal.read()
        if log.problems:
            self.warn(
                f"The journal has {len(log.problems)} damaged or odd places; "
                "nothing is lost. See: pillarplan doctor"
            )
        return replay(log.events)

    def record(self, changes: Sequence[Change]) -> str:
        """Write changes as one command; return the id by which undo knows it."""
        return self.journal.record(changes, at=self.now)
