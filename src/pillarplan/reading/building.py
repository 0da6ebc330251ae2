"""Plain data from the pieces of a text, within limits, with the place of everything.

The readers of YAML and JSON tell a builder, in the order of the text, what they come
across.  So the same rules hold for both, and nothing recurses: no file can nest so deep
that it brings the program down.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from pillarplan.domain.text import one_line
from pillarplan.reading.escapes import escape_of
from pillarplan.reading.lines import Lines
from pillarplan.reading.source import MAX_FAULTS, STAND_IN, USUAL, Fault, naming, unsafe

MAX_DEPTH = 40
"""How deep maps and lists may nest."""

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,25})?([eE][-+]?[0-9]{1,3})?")
"""What counts as a number, in YAML as in JSON; 012, 1_000, 0x10 and 12:30 are text."""

MERGE_KEY = "<<"


@dataclass(slots=True)
class Tree:
    """What a text says, and where; places are offsets of characters."""

    data: Any = None
    start: int = 0
    """Of the outermost value."""
    maps: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """By identity of a map the places of its entries: key and value."""
    lists: dict[int, list[int]] = field(default_factory=dict)
    """By identity of a list the places of its entries."""
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True
    """False if the text could not be read to its end."""
    dropped: list[Any] = field(default_factory=list)
    """Values without a usable key; kept so that identities stay unique."""


class _Open:
    """A map or list that is being filled."""

    __slots__ = ("container", "drop", "entries", "key", "key_offset", "keys")

    def __init__(self, container: Any) -> None:
        self.container = container
        self.keys: dict[str, tuple[int, int]] | None = None
        """Places of the entries so far, in a map."""
        self.entries: list[int] = []
        """Places of the entries so far, in a list."""
        self.key: str | None = None
        """The key whose value comes next."""
        self.key_offset = 0
        self.drop = False
        """The next value has no usable key."""


class Builder:
    """Makes a tree of what it is told; ``stopped`` says that it has heard enough."""

    def __init__(
        self,
        text: str,
        lines: Lines,
        most: int = USUAL.values,
        *,
        as_written: bool = False,
    ) -> None:
        """Texts become clean lines, unless they are to stay `as_written`."""
        self.tree = Tree()
        self.stopped = False
        self._text = text
        self._lines = lines
        self._as_written = as_written
        self._stack: list[_Open] = []
        self._top: _Open | None = None
        self._values = 0
        self._most = most
        # A character that may not stand in the text itself is found before; only an
        # escape can bring in another one.
        self._escapes = "\\" in text

    def fault(self, offset: int, message: str) -> None:
        """Note something wrong; reading goes on, within reason."""
        self.tree.faults.append(Fault(offset, message))
        if len(self.tree.faults) == MAX_FAULTS:
            self.tree.whole = False
            self.stopped = True

    def stop(self, offset: int, message: str) -> None:
        """Note that the text cannot be read from here on."""
        self.fault(offset, message)
        self.tree.whole = False
        self.stopped = True

    def word(self, text: str, offset: int) -> None:
        """Take a word without quotes: a number, true, false, null, or text."""
        top = self._top
        if top is not None and top.keys is not None and top.key is None:
            self._name(top, text, offset, is_merge=text == MERGE_KEY)
        elif text in WORDS:
            # What is not there at all is missed at its key.
            missing = not text and top is not None and top.keys is not None
            place = top.key_offset if top and missing else offset
            self._attach(WORDS[text], place)
        else:
            number = number_of(text)
            value = self._clean(text, offset) if number is None else number
            self._attach(value, offset)

    def text(self, text: str, offset: int) -> None:
        """Take a text that was quoted."""
        top = self._top
        if top is not None and top.keys is not None and top.key is None:
            self._name(top, text, offset)
        else:
            self._attach(self._clean(text, offset), offset)

    def open_map(self, offset: int) -> None:
        """Begin a map."""
        opened = _Open({})
        opened.keys = self.tree.maps[id(opened.container)] = {}
        self._open(opened, offset)

    def open_list(self, offset: int) -> None:
        """Begin a list."""
        opened = _Open([])
        self.tree.lists[id(opened.container)] = opened.entries
        self._open(opened, offset)

    def close(self) -> None:
        """End the innermost map or list."""
        self._stack.pop()
        self._top = self._stack[-1] if self._stack else None

    def _open(self, opened: _Open, offset: int) -> None:
        if len(self._stack) == MAX_DEPTH:
            self.stop(offset, f"maps and lists nest more than {MAX_DEPTH} deep")
        self._attach(opened.container, offset)
        self._stack.append(opened)
        self._top = opened

    def _attach(self, value: Any, offset: int) -> None:
        """Put a value where it belongs."""
        self._values += 1
        if self._values > self._most:
            self.stop(offset, f"more than {self._most:,} values; split it into parts")
        top = self._top
        if top is None:
            self.tree.data, self.tree.start = value, offset
        elif top.keys is None:
            top.container.append(value)
            top.entries.append(offset)
        elif top.key is None:
            self.fault(offset, "a key must be text")
            self.tree.dropped.append(value)
            top.key, top.drop = "", True
        elif top.drop:
            self.tree.dropped.append(value)
            top.key, top.drop = None, False
        else:
            top.container[top.key] = value
            top.keys[top.key] = (top.key_offset, offset)
            top.key = None

    def _name(
        self, top: _Open, text: str, offset: int, *, is_merge: bool = False
    ) -> None:
        """Take a text as the key of the next value."""
        key = self._clean(text, offset)
        top.key, top.key_offset = key, offset
        top.drop = True
        if not key:
            self.fault(offset, "a key must be text")
        elif is_merge:
            self.fault(offset, "merge keys ('<<') are not read; write the keys out")
        elif first := (top.keys or {}).get(key):
            line, _ = self._lines.place(first[0])
            self.fault(
                offset, f"duplicate key '{one_line(key, 60)}'; first on line {line}"
            )
        else:
            top.drop = False

    def _clean(self, text: str, offset: int) -> str:
        """Return a text as one line, its letters composed so that equals are equal."""
        if self._as_written:
            return text
        if self._escapes and not text.isprintable():
            for bad in sorted(unsafe(text)):
                self.fault(escape_of(bad, self._text, offset, len(text)), naming(bad))
                text = text.replace(bad, STAND_IN)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return " ".join(text.split())


def number_of(word: str) -> float | None:
    """Return the number that a word stands for, if it is one of ordinary size.

    Nobody means anything by less than nothing, so ``-0`` is none.
    """
    match = NUMBER.fullmatch(word)
    if match is None:
        return None
    number = float(word) if match[2] or match[3] else int(word)
    is_odd = not isfinite(number) or (number == 0 and word.startswith("-"))
    return None if is_odd else number
