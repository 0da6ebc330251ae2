"""Nothing is deleted: what does not belong in the journal is kept beside it."""

from itertools import count
from pathlib import Path

from pillarplan.files import make_private, write_atomically
from pillarplan.journal.storage.files import read_bytes


def set_aside(folder: Path, name: str, content: bytes) -> Path:
    """Keep `content` in the quarantine `folder` as ``<name>.<number>``; return where.

    What is there already is not kept twice, so that a command which was interrupted
    can simply be run again.
    """
    make_private(folder)
    for number in count(1):
        path = folder / f"{name}.{number}"
        if not path.exists():
            write_atomically(path, content)
            return path
        if read_bytes(path) == content:
            return path
    raise AssertionError("there are endless numbers")
