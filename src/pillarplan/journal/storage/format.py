"""The format of the journal: its number, and how older events are understood.

The number has two parts.  A program reads every minor of its own major, since new
minors only add; it refuses a newer major; and it understands older majors through
the table of upgrades.  Lines are never rewritten by an upgrade: an older event is
upgraded in memory each time it is read, so that a device which still holds lines of
the older format loses nothing when all meet again.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.files import write_atomically
from pillarplan.journal.storage.errors import DamagedFormatError, NewerJournalError
from pillarplan.journal.storage.files import read_bytes

NAME = "pillarplan-log"
FILE = "format.json"

Version = tuple[int, int]
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns an event's record of one major into one of the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A version of the journal's format, and the way to it from older ones."""

    version: Version
    upgrades: Mapping[int, Upgrade] = field(default_factory=dict)
    """By the major that each starts from."""

    def check(self, found: Version, place: Path | str) -> None:
        """Raise NewerJournalError if a journal of version `found` is too new."""
        if found[0] > self.version[0]:
            raise NewerJournalError(place, spell(found), spell(self.version))

    def stamp(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return a record that tells its major; those of 1 carry none."""
        major = self.version[0]
        return record if major == 1 else {"v": major, **record}

    def upgraded(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return the record as this version would have written it."""
        major = record.get("v", 1)
        if type(major) is not int or major < 1:
            return {}
        self.check((major, 0), "an event in it")
        for step in range(major, self.version[0]):
            record = self.upgrades[step](record)
        return record


CURRENT = Format(version=(1, 0))


def spell(version: Version) -> str:
    """Return a version as people write it: ``1.0``."""
    return f"{version[0]}.{version[1]}"


def read_version(data: Path) -> Version | None:
    """Return the version of the journal in `data`; None if it names none yet.

    Raises DamagedFormatError if the file that names it cannot be understood.
    """
    path = data / FILE
    if not path.exists():
        return None
    try:
        return version_in(read_bytes(path))
    except ValueError:
        raise DamagedFormatError(path) from None


@lru_cache(maxsize=1)  # a command asks several times, and always looks at the file
def version_in(content: bytes) -> Version:
    """Return the version that a file which names it says, or raise ValueError."""
    try:
        record = json.loads(content)
        major, minor = record["version"]
        is_ours = record["format"] == NAME
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not is_ours or type(major) is not int or type(minor) is not int:
        raise ValueError("it names no version of ours")
    return major, minor


def write_version(data: Path, version: Version) -> None:
    """Say in `data` which version its journal has."""
    content = json.dumps({"format": NAME, "version": list(version)}) + "\n"
    write_atomically(data / FILE, content.encode())
