"""What a source file was like when it was read, to see later whether it still is."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

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
        return digest(path.read_bytes()) == old.sha256
    except OSError:
        return False


def digest(content: bytes) -> str:
    """Return by what a content is known again."""
    # Imported here, since it takes longer than all else that a fresh index needs.
    from hashlib import sha256

    return sha256(content).hexdigest()
