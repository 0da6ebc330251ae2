"""One writer at a time."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pillarplan.files import PRIVATE_FILE
from pillarplan.journal.storage.errors import LockedError

PATIENCE = 5.0
"""How long to wait for another writer, in seconds."""

PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        # Windows hides locked bytes from others, who want to read the holder's id.
        os.lseek(handle, 1_000, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock at `path`; the system frees it when the process ends.

    Raises LockedError, which names the holder, after `patience` seconds.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _wait(handle, path, patience)
        _sign(handle)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, path: Path, patience: float) -> None:
    give_up = time.monotonic() + patience
    while True:
        try:
            return _take(handle)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > give_up:
                raise LockedError(_holder(path)) from None
            time.sleep(PAUSE)


def _sign(handle: int) -> None:
    """Tell others who holds the lock; it holds without that, too."""
    with contextlib.suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, b"%-20d\n" % os.getpid())


def _holder(path: Path) -> str:
    pid = path.read_bytes()[:20].strip()
    return f"process {pid.decode()}" if pid.isdigit() else "an unknown process"
