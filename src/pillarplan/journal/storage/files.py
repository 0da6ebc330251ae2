"""Files of a journal that may be missing, which is no error, or unreadable."""

import os
from pathlib import Path

from pillarplan.domain.text import one_line
from pillarplan.journal.storage.errors import NotReadableError

SUFFIX = ".jsonl"


LITTER = {"desktop.ini", "thumbs.db", "icon\r"}
"""What systems leave in any folder that somebody looked at."""


def is_foreign(name: str) -> bool:
    """Say whether a file belongs to a sync tool, an editor or the system, by its name.

    Such are ``.syncthing.x.tmp``, ``~syncthing~x.tmp``, ``~$x``, ``.git`` and
    ``.DS_Store``; they are left alone.
    """
    return name.startswith((".", "~")) or name.lower() in LITTER


def log_files(folder: Path) -> list[Path]:
    """Return the log files in `folder` by name, conflict copies among them."""
    try:
        with os.scandir(folder) as found:
            names = sorted(
                entry.name
                for entry in found
                if entry.name.endswith(SUFFIX)
                and not is_foreign(entry.name)
                and entry.is_file()
            )
            return [folder / name for name in names]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise NotReadableError(folder, error.strerror) from error


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; nothing if there is no such file."""
    try:
        # Without a buffer, which only costs time where all is read at once.
        with path.open("rb", buffering=0) as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError as error:
        raise NotReadableError(path, error.strerror) from error


Stamp = tuple[int, int]
"""Size and time of change of a file, which tell cheaply that it is the same."""

NO_FILE: Stamp = (0, 0)


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; that of nothing if there is no such file."""
    try:
        seen = path.stat()
    except OSError:
        return NO_FILE
    return seen.st_size, seen.st_mtime_ns


def place(path: Path) -> str:
    """Return how messages name a log file: ``journal/<name>``."""
    return one_line(f"{path.parent.name}/{path.name}")
