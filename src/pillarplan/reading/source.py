"""The bytes of a file, and the text in them."""

import re
import unicodedata
from codecs import BOM_UTF8
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.text import file_name, is_safe
from pillarplan.errors import InvalidInputError
from pillarplan.files import read_at_most


class FileSize(NamedTuple):
    """How large a file may be."""

    bytes: int
    values: int
    """How many texts, numbers, lists and maps it may hold."""


USUAL = FileSize(bytes=1_000_000, values=50_000)
"""For what somebody fills in, or gets from others."""

LARGE = FileSize(bytes=50_000_000, values=1_000_000)
"""For a file of a knowledge base, which one chooses oneself."""

MAX_FAULTS = 1_000
"""How many problems of one file are looked for; nobody would read more of them."""

WHITE_SPACE = frozenset("\n\t")
"""Control characters that may stand anywhere: they count as spaces."""

STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""Takes the place of characters that may not stand in a text."""

UNNAMED = {"Cc": "a control character", "Cs": "half of a surrogate pair"}
"""What characters are that have no name of their own, by category."""

EMPTY = "the file is empty; begin it with 'format'"

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class UnreadableFileError(InvalidInputError):
    """A file that does not exist or may not be read."""

    kind = "unreadable-file"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Cannot read {file_name(path)}: {reason}. Check the path and try again."
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, as it is shown in messages, and its content."""

    name: str
    content: bytes
    limits: FileSize = USUAL

    @classmethod
    def open(
        cls, path: Path, name: str | None = None, limits: FileSize = USUAL
    ) -> Self:
        """Read a file, but never much more of it than may be used."""
        try:
            content = read_at_most(path, limits.bytes + 1)
            return cls(name or str(path), content, limits)
        except OSError as error:
            raise UnreadableFileError(path, error.strerror or "unknown") from error
        except ValueError as error:  # a NUL, which no system takes in a name
            raise UnreadableFileError(path, str(error)) from error

    @classmethod
    def read(cls, stream: BinaryIO, name: str = "<stdin>") -> Self:
        """Read a stream such as standard input, but not without end."""
        return cls(name, stream.read(USUAL.bytes + 1))


class Fault(NamedTuple):
    """Something wrong at a character of a text."""

    offset: int
    message: str


class Decoded(NamedTuple):
    """The text of a file with plain line breaks, and what is wrong with it."""

    text: str
    faults: tuple[Fault, ...] = ()
    readable: bool = True
    """False if there is no use in reading the text."""


def decode(content: bytes, most_bytes: int = USUAL.bytes) -> Decoded:
    """Return the text of a file.

    A character that may not stand in it is reported, and another takes its place, so
    that what else is wrong can still be found.
    """
    if len(content) > most_bytes:
        size = f"{most_bytes // 1_000_000} MB"
        return _refuse("", 0, f"larger than {size}; split it into smaller files")
    if content.startswith(UTF_16_MARKS):
        return _refuse("", 0, "UTF-16 text; save the file as UTF-8")
    content = content.removeprefix(BOM_UTF8)
    text = content.decode("utf-8", errors="replace").replace("\r\n", "\n")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").replace("\r\n", "\n")
        byte = f"byte 0x{content[error.start]:02x}"
        return _refuse(
            text, len(before), f"{byte} is not UTF-8; save the file as UTF-8"
        )
    if not text.strip():
        return _refuse("", 0, EMPTY)
    return _without_unsafe(text)


def unsafe(text: str) -> set[str]:
    """Return the characters of a text that may not stand in it."""
    return {each for each in set(text) - WHITE_SPACE if not is_safe(each)}


def naming(character: str) -> str:
    """Say that a character may not stand where it was found."""
    unnamed = UNNAMED.get(unicodedata.category(character), "without a meaning")
    name = unicodedata.name(character, unnamed).lower()
    return f"U+{ord(character):04X} ({name}) may not stand in a text; remove it"


def _refuse(text: str, offset: int, message: str) -> Decoded:
    return Decoded(text, (Fault(offset, message),), readable=False)


def _without_unsafe(text: str) -> Decoded:
    bad = unsafe(text)
    if not bad:
        return Decoded(text)
    runs = re.finditer(rf"([{re.escape(''.join(sorted(bad)))}])\1*", text)
    faults = (Fault(run.start(), naming(run[1])) for run in islice(runs, MAX_FAULTS))
    table = dict.fromkeys(map(ord, bad), STAND_IN)
    return Decoded(text.translate(table), tuple(faults))
