"""One machine of a person: the real program, with folders and a clock of its own."""

import os
import shutil
import zlib
from collections.abc import Iterable
from dataclasses import dataclass as plain
from dataclasses import field
from datetime import datetime, timedelta
from functools import cache, cached_property, lru_cache
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.device import NewId
from pillarplan.journal.storage.files import log_files
from pillarplan.knowledge.index.index import KnowledgeIndex
from pillarplan.services.workspace import Workspace

SECOND = 10**9
REAL = 1_600_000_000 * SECOND
"""Files that are younger than this were written by the program, not by the tool."""


@dataclass(frozen=True)
class Desk(Workspace):
    """A workspace whose ids are those of the life, and whose base is open already."""

    new_id: NewId
    base: KnowledgeIndex

    @cached_property
    def journal(self) -> Journal:
        """The person's own record."""
        return Journal(self.data, self.state, self.host, new_id=self.new_id)

    @cached_property
    def knowledge(self) -> KnowledgeIndex:
        """What can be learnt."""
        return self.base


@plain
class Machine:
    """A machine, and what it has to know."""

    name: str
    home: Path
    new_id: NewId
    base: KnowledgeIndex
    ahead: timedelta = timedelta(0)
    """How far its clock is off."""
    kept: set[str] = field(default_factory=set)
    """The events that its shadow copies must hold, unless they are harmed."""
    warnings: list[str] = field(default_factory=list)

    @property
    def logs(self) -> Path:
        """Where the sync tool comes."""
        return self.home / "data" / "journal"

    @property
    def shadows(self) -> Path:
        """Where the sync tool does not come."""
        return self.home / "state" / "shadow"

    def open(self, now: datetime) -> Desk:
        """Start the program at a time that this machine's clock tells in its way."""
        seen = now + self.ahead
        return Desk(
            data=self.home / "data",
            state=self.home / "state",
            cache=self.home / "cache",
            find_base=lambda: None,
            find_overlay=lambda: None,
            today=seen.date(),
            now=seen,
            host=self.name,
            warn=self.warnings.append,
            new_id=self.new_id,
            base=self.base,
        )

    def held(self) -> set[str]:
        """Return the events that stand whole in any of its files."""
        return _all_in([*log_files(self.logs), *log_files(self.shadows)])

    def copied(self) -> set[str]:
        """Return the events that stand whole in its shadow copies."""
        return _all_in(log_files(self.shadows))

    def age(self, at: int) -> None:
        """Let what the program wrote be as old as the clock of the life says.

        So a life does not depend on how fast it was lived.
        """
        for path in log_files(self.logs):
            if path.stat().st_mtime_ns > REAL:
                os.utime(path, ns=(at, at))

    def image(self, place: Path) -> None:
        """Copy all that is on its disk."""
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.home, place)

    def set_back(self, place: Path) -> None:
        """Put back what was copied."""
        shutil.rmtree(self.home)
        shutil.copytree(place, self.home)


def _all_in(files: Iterable[Path]) -> set[str]:
    return set().union(*(events_in(path.read_bytes()) for path in files))


@lru_cache(64)
def events_in(content: bytes) -> frozenset[str]:
    """Return the ids of the events whose lines are whole in a log."""
    return frozenset(filter(None, map(event_in, content.split(b"\n"))))


@cache
def event_in(line: bytes) -> str:
    """Return the id of the event that a line holds; nothing if it is not whole."""
    checksum, _, body = line.rstrip(b"\r").partition(b" ")
    is_whole = body and checksum == b"%08x" % zlib.crc32(body)
    return body.partition(b'"id":"')[2][:16].decode() if is_whole else ""
