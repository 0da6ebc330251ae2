"""Plain data from tokens, within limits, with the place of everything."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pillarplan.reading.escapes import escape_of
from pillarplan.reading.lines import Lines
from pillarplan.reading.source import Fault, naming, unsafe
from pillarplan.reading.tokens import Kind, Token

MAX_DEPTH = 40
"""How deep maps and lists may nest."""

MAX_VALUES = 50_000
"""How many values one file may hold; larger knowledge bases come in parts."""

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?([eE][-+]?[0-9]{1,2})?")
"""What counts as a number, in YAML as in JSON; 012, 1_000, 0x10 and 12:30 are text."""

MERGE_KEY = "<<"


@dataclass(slots=True)
class Tree:
    """What a text says, and where."""

    data: Any = None
    start: int = 0
    """Offset of the outermost value."""
    maps: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """By identity of a map the offsets of its entries: key and value."""
    lists: dict[int, list[int]] = field(default_factory=dict)
    """By identity of a list the offsets of its entries."""
    faults: list[Fault] = field(default_factory=list)
    whole: bool = False
    """False if the text could not be read to its end."""
    dropped: list[Any] = field(default_factory=list)
    """Values without a usable key; kept so that identities stay unique."""


def build(tokens: Iterable[Token], text: str, lines: Lines) -> Tree:
    """Return the data that the tokens of `text` stand for, and all faults in them."""
    builder = _Builder(text, lines)
    for token in tokens:
        builder.take(token)
        if builder.stopped:
            return builder.tree
    builder.tree.whole = True
    return builder.tree


@dataclass(slots=True)
class _Open:
    """A map or list that is being filled."""

    container: Any
    keys: dict[str, tuple[int, int]] | None
    """Offsets of the entries of a map; None for a list."""
    entries: list[int]
    """Offsets of the entries of a list."""
    key: str | None = None
    """The key whose value comes next."""
    key_offset: int = 0
    drop: bool = False
    """The next value has no usable key."""


class _Builder:
    """Keeps what is open on a stack, so that nothing recurses."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.tree = Tree()
        self.stack: list[_Open] = []
        self.values = 0
        self.stopped = False
        # A character that may not stand in the text itself is found before; only an
        # escape can bring in another one.
        self.escapes = "\\" in text

    def take(self, token: Token) -> None:
        """Let the next token do its part."""
        kind = token.kind
        if kind is Kind.PLAIN or kind is Kind.TEXT:
            top = self.stack[-1] if self.stack else None
            if top and top.keys is not None and top.key is None:
                self.name(top, token)
            else:
                self.attach(self.meaning(token), token.offset, token.text)
        elif kind is Kind.END:
            self.stack.pop()
        elif kind is Kind.MAP or kind is Kind.LIST:
            self.open(kind, token.offset)
        else:
            self.fault(token.offset, token.text)
            self.stopped = kind is Kind.STOP

    def fault(self, offset: int, message: str) -> None:
        """Note something wrong."""
        self.tree.faults.append(Fault(offset, message))

    def stop(self, offset: int, message: str) -> None:
        """Note something that makes it unwise to read on."""
        self.fault(offset, message)
        self.stopped = True

    def open(self, kind: Kind, offset: int) -> None:
        """Begin a map or list."""
        if len(self.stack) == MAX_DEPTH:
            return self.stop(offset, f"maps and lists nest more than {MAX_DEPTH} deep")
        container: Any = {} if kind is Kind.MAP else []
        self.attach(container, offset)
        opened = _Open(container, {} if kind is Kind.MAP else None, [])
        if opened.keys is not None:
            self.tree.maps[id(container)] = opened.keys
        else:
            self.tree.lists[id(container)] = opened.entries
        self.stack.append(opened)
        return None

    def attach(self, value: Any, offset: int, written: str = "-") -> None:
        """Put a value where it belongs; an empty one is found at its key."""
        self.values += 1
        if self.values > MAX_VALUES:
            self.stop(offset, f"more than {MAX_VALUES:,} values; split it into parts")
        elif not self.stack:
            self.tree.data, self.tree.start = value, offset
        elif (top := self.stack[-1]).keys is None:
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
            top.keys[top.key] = (top.key_offset, offset if written else top.key_offset)
            top.key = None

    def name(self, top: _Open, token: Token) -> None:
        """Take a text as the key of the next value."""
        key = self.clean(token)
        top.key, top.key_offset = key, token.offset
        if not key:
            self.fault(token.offset, "a key must be text")
        elif key == MERGE_KEY and token.kind is Kind.PLAIN:
            self.fault(token.offset, "merge keys ('<<') are not read; write the keys out")
        elif key in (top.keys or ()):
            line, _ = self.lines.place(top.keys[key][0])  # type: ignore[index]
            self.fault(token.offset, f"duplicate key '{key}'; first on line {line}")
        else:
            return
        top.drop = True

    def meaning(self, token: Token) -> Any:
        """Return what a word stands for."""
        word = token.text
        if token.kind is Kind.TEXT:
            return self.clean(token)
        if word in WORDS:
            return WORDS[word]
        if (number := NUMBER.fullmatch(word)) is None:
            return self.clean(token)
        return float(word) if number[2] or number[3] else int(word)

    def clean(self, token: Token) -> str:
        """Return a text as one line, letters composed, so that equal texts are equal."""
        text = token.text
        if self.escapes and not text.isprintable():
            for bad in sorted(unsafe(text)):
                offset = escape_of(bad, self.text, token.offset)
                self.fault(offset, naming(bad))
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return " ".join(text.split())
