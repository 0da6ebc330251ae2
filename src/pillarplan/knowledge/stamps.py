"""What a source file was like when it was read, to see later whether it still is."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pillarplan.reading.source import Source, UnreadableFileError

TICK = 2_000_000_000
"""How coarse the clock of a file system may be, in nanoseconds (FAT: two seconds)."""


class Stamp(NamedTuple):
    """A file at the moment of reading."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    """Unlike the other times it cannot be set back, where the system keeps it."""
    sha256: str


def read_stamped(path: Path) -> tuple[Source, Stamp]:
    """Read a file, and note what it was like just before."""
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "unknown") from error
    source = Source.open(path)
    digest = hashlib.sha256(source.content).hexdigest()
    times = (status.st_mtime_ns, status.st_ctime_ns)
    return source, Stamp(str(path.absolute()), status.st_size, *times, digest)


def all_unchanged(stamps: Iterable[Stamp], compiled_ns: int) -> bool:
    """Say whether all files still have the content of their stamps.

    `compiled_ns` is when the result of reading them was written, by the clock of the
    file system.
    """
    return all(_is_unchanged(each, compiled_ns) for each in stamps)


def _is_unchanged(old: Stamp, compiled_ns: int) -> bool:
    path = Path(old.path)
    try:
        now = path.stat()
        if now.st_size != old.size:
            return False
        times = (now.st_mtime_ns, now.st_ctime_ns)
        # A change within one tick of the clock leaves no trace in the times.
        if times == (old.mtime_ns, old.ctime_ns) and max(times) + TICK < compiled_ns:
            return True
        return hashlib.sha256(path.read_bytes()).hexdigest() == old.sha256
    except OSError:
        return False
