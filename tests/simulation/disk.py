"""A disk in memory: what the program asks the system for, in place of `os`."""

import io
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from itertools import count
from pathlib import Path
from typing import cast
from unittest.mock import patch

from pillarplan import files
from pillarplan.journal import fingerprint
from pillarplan.journal.storage import append, lock, shadow
from pillarplan.journal.storage import files as log_files
from tests.simulation import harm, machines, syncing
from tests.simulation.places import Place, Seen

ASKING = (files, append, fingerprint, lock, log_files, machines, shadow, syncing)
"""The modules that ask `os` about files; all others know paths only."""


class Disk:
    """The disk of one life, with those calls of the system that a life needs.

    An open file is known by a number, as it is to the system.
    """

    O_RDWR, O_WRONLY, O_CREAT, O_EXCL = os.O_RDWR, os.O_WRONLY, os.O_CREAT, os.O_EXCL
    SEEK_SET = os.SEEK_SET
    getpid, urandom = staticmethod(os.getpid), staticmethod(os.urandom)

    def __init__(self) -> None:
        self._top = Place("")
        self._numbers = count(3)
        self._opened: dict[int, Opened] = {}
        self._locked: dict[Place, int] = {}
        self._known: dict[str, Place] = {}

    @property
    def top(self) -> Path:
        """The folder in which all is."""
        return cast(Path, self._top)  # it does what the program does with paths

    # Files that are open.

    def open(self, place: Place, flags: int, mode: int = 0o777) -> int:
        if not place.exists():
            if not flags & os.O_CREAT:
                raise place.missing()
            place.create(mode)
        elif flags & os.O_EXCL:
            raise FileExistsError(place.path)
        number = next(self._numbers)
        self._opened[number] = Opened(place, is_appended=bool(flags & os.O_APPEND))
        return number

    @contextmanager
    def fdopen(self, number: int, mode: str) -> Iterator[io.BytesIO]:
        assert mode == "wb", "files that are read are opened by their paths"
        stream = io.BytesIO()
        try:
            yield stream
            self.write(number, stream.getvalue())
        finally:
            self.close(number)

    def write(self, number: int, content: bytes | memoryview) -> int:
        return self._opened[number].write(bytes(content))

    def lseek(self, number: int, at: int, whence: int) -> None:
        assert whence == os.SEEK_SET
        self._opened[number].at = at

    def fstat(self, number: int) -> Seen:
        return self._opened[number].place.stat()

    def ftruncate(self, number: int, size: int) -> None:
        place = self._opened[number].place
        place.fill(place.content[:size])

    def take(self, number: int) -> None:
        """Lock an open file until it is closed."""
        place = self._opened[number].place
        if self._locked.setdefault(place, number) != number:
            raise BlockingIOError(place.path)

    def close(self, number: int) -> None:
        place = self._opened.pop(number).place
        if self._locked.get(place) == number:
            del self._locked[place]

    # Files and folders by their paths.

    def scandir(self, folder: Place | str) -> AbstractContextManager[Iterator[Place]]:
        place = self._place(folder) if isinstance(folder, str) else folder
        return nullcontext(place.iterdir())

    def utime(self, place: Place, *, ns: tuple[int, int]) -> None:
        _, place.at = ns

    def rmtree(self, folder: Place, *, ignore_errors: bool = False) -> None:
        if folder.is_dir() or not ignore_errors:
            for each in folder.iterdir():
                if each.is_dir():
                    self.rmtree(each)
                else:
                    each.unlink()
            folder.unlink()

    def copytree(self, folder: Place, target: Place) -> None:
        target.mkdir(folder.mode & 0o777)
        for each in folder.iterdir():
            copy = target / each.name
            if each.is_dir():
                self.copytree(each, copy)
            else:
                copy.mode, copy.content, copy.at = each.mode, each.content, each.at

    def _place(self, path: str) -> Place:
        """Return the place that a text names."""
        found = self._known.get(path)
        if found is None:
            found = self._known[path] = self._top / path.removeprefix("/")
        return found


class Opened:
    """An open file, and where in it the next byte goes."""

    def __init__(self, place: Place, *, is_appended: bool) -> None:
        self.place = place
        self.is_appended = is_appended
        self.at = 0

    def write(self, content: bytes) -> int:
        before = self.place.content
        at = len(before) if self.is_appended else self.at
        self.at = at + len(content)
        self.place.fill(before[:at] + content + before[self.at :])
        return len(content)


@contextmanager
def in_memory() -> Iterator[Path]:
    """Let all files lie on a disk in memory; yield the folder in which they are."""
    disk = Disk()
    instead = [
        *((module, "os", disk) for module in ASKING),
        *((module, "shutil", disk) for module in (harm, machines)),
        *((module, "sync_file", lambda _: None) for module in (files, append)),
        *((module, "sync_folder", lambda _: None) for module in (files, append)),
        (lock, "_take", disk.take),
    ]
    with ExitStack() as patches:
        for where, what, by in instead:
            patches.enter_context(patch.object(where, what, by))
        yield disk.top
