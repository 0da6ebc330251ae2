"""Private folders and files that are either old or new, never half written."""

import errno
import os
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
    target = path.resolve()
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
