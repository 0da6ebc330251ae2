"""Telling cheaply whether a journal may have changed, for a shell prompt.

This module imports nothing slow, so that an answer which was kept with its stamp can
be given again without reading the journal.
"""

import os
from collections.abc import Iterator


def stamp(data: str) -> str:
    """Return a text that differs whenever the journal in the folder `data` does.

    It tells the name, size and time of change of each of its files.
    """
    return stamp_of(data, f"{data}/journal")


def stamp_of(*folders: str) -> str:
    """Return a text that differs whenever a file in one of these folders does."""
    return "\n".join(sorted(line for folder in folders for line in _files(folder)))


def changed_files(before: str, after: str) -> set[str]:
    """Return the paths of the files in which two stamps of a journal differ."""
    lines = set(before.splitlines()) ^ set(after.splitlines())
    return {line.rsplit(" ", 2)[0] for line in lines}


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_file():
                    file = entry.stat()
                    yield f"{entry.path} {file.st_size} {file.st_mtime_ns}"
    except OSError as error:
        yield f"{folder} {error.errno} -"
