"""Paths of a disk in memory, with what lies there."""

import errno
import io
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import count
from stat import S_IFDIR, S_IFREG, S_ISDIR, S_ISREG
from typing import NamedTuple

PLAIN_FILE, PLAIN_FOLDER = 0o644, 0o755
"""Who may use what other programs make."""

_clock = count(1_800_000_000 * 10**9)
"""Tells another moment whenever it is asked: no two files are of one age by chance."""


class Seen(NamedTuple):
    """What a place looks like from outside."""

    st_mode: int
    st_size: int
    st_mtime_ns: int


class Place:
    """A path, as `pathlib` would have it, and the file or the folder that is there.

    There is one of each path, so that they are equal only if they are the same.  No
    other library takes one for a path: what does not know of it cannot pass it by.
    """

    __slots__ = ("at", "below", "content", "mode", "name", "parent", "path")

    def __init__(self, name: str, parent: "Place | None" = None) -> None:
        self.name = name
        self.parent = self if parent is None else parent
        self.path: str = name if parent is None else f"{parent.path}/{name}"
        self.below: dict[str, Place] = {}
        """What was ever asked for in it, whether it is there or not."""
        self.mode = S_IFDIR | PLAIN_FOLDER if parent is None else 0
        """Of which kind it is, and who may use it; 0 if nothing is there."""
        self.content = b""
        self.at = 0
        """When it was changed."""

    def __truediv__(self, name: str) -> "Place":
        found = self.below.get(name)
        if found is None:
            first, _, rest = name.partition("/")
            found = self.below.get(first) or Place(first, self)
            self.below[first] = found
            found = found / rest if rest else found
        return found

    def __str__(self) -> str:
        return self.path

    def __lt__(self, other: "Place") -> bool:
        return self.path < other.path

    # What it is called.

    @property
    def stem(self) -> str:
        return self.name.removesuffix(self.suffix)

    @property
    def suffix(self) -> str:
        stem, dot, end = self.name.rpartition(".")
        return dot + end if stem and end else ""

    def with_name(self, name: str) -> "Place":
        return self.parent / name

    # What is there.

    def exists(self) -> bool:
        return self.mode != 0

    def is_file(self) -> bool:
        return S_ISREG(self.mode)

    def is_dir(self) -> bool:
        return S_ISDIR(self.mode)

    def is_symlink(self) -> bool:
        return False

    def stat(self) -> Seen:
        if not self.mode:
            raise self.missing()
        return Seen(self.mode, len(self.content), self.at)

    def iterdir(self) -> Iterator["Place"]:
        if not self.is_dir():
            raise self.missing()
        return iter([each for each in self.below.values() if each.mode])

    def glob(self, pattern: str) -> Iterator["Place"]:
        found = self.iterdir() if self.is_dir() else iter(())
        return (each for each in found if fnmatchcase(each.name, pattern))

    def missing(self) -> FileNotFoundError:
        return FileNotFoundError(errno.ENOENT, "nothing is there", self.path)

    # What is done to it.

    def open(self, mode: str, buffering: int = -1) -> io.BytesIO:
        assert mode == "rb", "the program writes by handles"
        return io.BytesIO(self.read_bytes())

    def read_bytes(self) -> bytes:
        if not self.is_file():
            raise self.missing()
        return self.content

    def read_text(self, encoding: str) -> str:
        return self.read_bytes().decode(encoding)

    def write_bytes(self, content: bytes) -> None:
        if not self.mode:
            self.create(PLAIN_FILE)
        self.fill(bytes(content))

    def create(self, mode: int) -> None:
        """Be an empty file from now on."""
        if not self.parent.is_dir():
            raise self.parent.missing()
        self.mode = S_IFREG | mode
        self.fill(b"")

    def fill(self, content: bytes) -> None:
        """Hold another content from now on."""
        self.content = content
        self.at = next(_clock)

    def mkdir(self, mode: int = PLAIN_FOLDER, *, exist_ok: bool = False) -> None:
        if self.mode and not (exist_ok and self.is_dir()):
            raise FileExistsError(errno.EEXIST, "something is there", self.path)
        if self.mode:
            return
        if not self.parent.is_dir():
            raise self.parent.missing()
        self.mode = S_IFDIR | mode

    def chmod(self, mode: int) -> None:
        self.mode = (self.mode & ~0o777) | mode

    def replace(self, target: "Place") -> None:
        if not self.mode:
            raise self.missing()
        target.mode, target.content, target.at = self.mode, self.content, self.at
        self.unlink()

    def unlink(self, *, missing_ok: bool = False) -> None:
        if not (self.mode or missing_ok):
            raise self.missing()
        self.mode, self.content = 0, b""
