"""The folders of a journal from outside: who may read them, and what lies about."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.files import is_foreign

TEMPORARY = re.compile(r"\.(?!syncthing\.).+\.[0-9a-f]{8}\.tmp")
"""What `write_atomically` calls a file that it has not finished."""


def too_open(journal: Journal) -> Iterator[Path]:
    """Yield the folders and files of `journal` that others than their owner can use."""
    if os.name != "posix":  # permissions mean something else there
        return
    for folder in folders(journal):
        for path in (folder, *visible(folder)):
            if path.exists() and path.stat().st_mode & 0o077:
                yield path


def leftovers(journal: Journal) -> Iterator[Path]:
    """Yield the temporary files of commands that were killed while they wrote one."""
    for folder in folders(journal):
        if folder.is_dir():
            for path in sorted(folder.glob(".*.tmp")):
                if TEMPORARY.fullmatch(path.name):
                    yield path


def folders(journal: Journal) -> tuple[Path, ...]:
    """Return all folders that belong to `journal`."""
    return (
        journal.data,
        journal.logs,
        journal.quarantine,
        journal.state,
        journal.shadows,
    )


def visible(folder: Path) -> Iterator[Path]:
    """Yield our files in `folder`, no sync tool's; none if it does not exist."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_file() and not is_foreign(path.name):
                yield path
