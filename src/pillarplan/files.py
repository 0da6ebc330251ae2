"""Private folders and files that are either old or new, never half written."""

import errno
import os
import select
import stat
from pathlib import Path

try:
    from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined, unused-ignore]
except ImportError:
    F_FULLFSYNC = None

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

CANNOT_SYNC = {errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}
"""What systems answer that cannot sync folders: Windows and some network mounts."""


def make_private(folder: Path) -> None:
    """Create `folder` and its missing parents, readable by their owner only."""
    if folder.is_dir():
        return
    make_private(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def write_atomically(path: Path, content: bytes, mode: int = PRIVATE_FILE) -> None:
    """Replace `path` by `content` so that a crash leaves the old or the new file.

    The content goes to a temporary file beside `path`, is synced to disk, and takes
    the place of `path` in one rename.  Where `path` is a symbolic link, the file that
    it points to is replaced and the link stays.
    """
    target = path.resolve() if path.is_symlink() else path
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            sync_file(handle)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def is_replaceable(path: Path) -> bool:
    """Say whether `path` is a file, or nothing yet, whose place a new file may take.

    False for devices, pipes, sockets and folders.  Raises FileNotFoundError for a link
    that leads nowhere: where it was meant to lead, nobody can tell.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            reason = "is a link that leads nowhere"
            raise FileNotFoundError(errno.ENOENT, reason, str(path)) from None
        return True
    return stat.S_ISREG(mode)


def write_into(path: Path, content: bytes) -> None:
    """Write to a device, a pipe or a socket, which stays what it is."""
    with path.open("wb", buffering=0) as stream:
        rest = memoryview(content)
        while rest:
            rest = rest[stream.write(rest) :]


PATIENCE = 1.5
"""Seconds to wait for somebody to write to a named pipe."""

NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open a pipe at once; and on Windows, leave line ends as they are."""


def read_at_most(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a file, or of a pipe as they come.

    Raises OSError if it cannot be read, and where nobody writes to a named pipe, which
    would be waited for without end.
    """
    handle = os.open(path, os.O_RDONLY | NOT_WAITING)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISFIFO(os.fstat(handle).st_mode):
            return stream.read(size)
        first = _first_byte(handle, path)
        os.set_blocking(handle, True)
        return first + stream.read(size - len(first)) if first else first


def _first_byte(pipe: int, path: Path) -> bytes:
    """Return the first byte of a pipe, or nothing if it was closed without any."""
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    came = waiting.poll(PATIENCE * 1000)
    try:
        first = os.read(pipe, 1)
    except BlockingIOError:  # somebody has it open, and thinks
        os.set_blocking(pipe, True)
        return os.read(pipe, 1)
    if not first and not came:
        raise OSError(errno.EPIPE, "a pipe that nobody writes to", str(path))
    return first


def sync_file(handle: int) -> None:
    """Return when the content of an open file is on the disk itself."""
    if F_FULLFSYNC is None:
        os.fsync(handle)
    else:
        # On macOS fsync stops at the drive's cache: see its manual page.
        fcntl(handle, F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Ask the disk to remember the names in `folder`, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in CANNOT_SYNC:
            raise
