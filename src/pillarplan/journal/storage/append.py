"""Adding lines to a file so that they are on the disk, or the file is as it was."""

import contextlib
import os
from pathlib import Path

from pillarplan.files import PRIVATE_FILE, sync_file, sync_folder

FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def append(path: Path, end: int, lines: bytes) -> None:
    """Make `lines` follow the first `end` bytes of the file at `path`, on disk.

    If anything fails, the file is cut back to `end` bytes.  If that fails as well, or
    the process is killed, the file ends with part of `lines`, and the next reader
    finds that the command is not whole.
    """
    is_new = not path.exists()
    handle = os.open(path, FLAGS, PRIVATE_FILE)
    try:
        if is_new:
            sync_folder(path.parent)
        _cut(handle, end)
        try:
            _write(handle, lines)
            sync_file(handle)
        except BaseException:
            with contextlib.suppress(OSError):
                _cut(handle, end)
                sync_file(handle)
            raise
    finally:
        os.close(handle)


def _cut(handle: int, end: int) -> None:
    if os.fstat(handle).st_size > end:
        os.ftruncate(handle, end)


def _write(handle: int, lines: bytes) -> None:
    # One write as a rule; a full disk may take a part before it refuses the rest.
    rest = memoryview(lines)
    while rest:
        rest = rest[os.write(handle, rest) :]
