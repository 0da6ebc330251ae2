"""JSON as tokens (RFC 8259), with the place of everything."""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in the stubs

from pillarplan.reading.tokens import Kind, Token

SPACE = re.compile(r"[ \t\n]*")
WORD = re.compile(r"[^\s,:\[\]{}\"]+")
LITERAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null")
JSON_BEGINS = re.compile(r'\s*(\{\s*["}]|\[\s*[\[{"\]])')

PLAIN_WORDS = (
    ("Unterminated", "this quote is never closed"),
    ("control character", "a text ends on the line on which it begins; close the quote"),
    ("", "unknown escape after '\\'"),
)
"""Words in the scanner's messages, and what people are told; the first match counts."""


class _Unexpected(Exception):
    """The text is not JSON from this place on."""

    def __init__(self, offset: int, message: str) -> None:
        self.token = Token(Kind.STOP, offset, message)


def looks_like_json(name: str, text: str) -> bool:
    """Say whether a file is meant as JSON, by its name or else by how it begins."""
    return name.endswith(".json") or JSON_BEGINS.match(text) is not None


def json_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a JSON text; faults are tokens too."""
    try:
        yield from _Reader(text).tokens()
    except _Unexpected as unexpected:
        yield unexpected.token


class _Reader:
    """Walks over a text; what is open is a stack of the brackets that will close it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.open: list[str] = []

    def tokens(self) -> Iterator[Token]:
        """Yield one value with all that it holds; nothing may follow it."""
        yield self.value()
        empty = True
        while self.open:
            end = self.open[-1]
            if self.peek() == end:
                yield Token(Kind.END, self.offset)
                self.offset += 1
                self.open.pop()
                empty = False
                continue
            if not empty:
                self.take(",", f"',' or '{end}' is missing before this")
            if end == "}":
                yield self.string()
                self.take(":", "':' is missing after this key")
            value = self.value()
            empty = value.kind in (Kind.MAP, Kind.LIST)
            yield value
        if self.peek():
            raise _Unexpected(self.offset, "nothing may follow the end of the content")

    def peek(self) -> str:
        """Skip white space and return the next character; empty at the end."""
        match = SPACE.match(self.text, self.offset)
        self.offset = match.end() if match else self.offset
        return self.text[self.offset : self.offset + 1]

    def take(self, wanted: str, otherwise: str) -> None:
        """Go past one character that must come next."""
        if self.peek() != wanted:
            raise _Unexpected(self.offset, otherwise)
        self.offset += 1

    def value(self) -> Token:
        """Read a text, a plain word, or the beginning of a map or list."""
        character, start = self.peek(), self.offset
        if character == '"':
            return self.string()
        if character in ("{", "["):
            self.offset += 1
            self.open.append("}" if character == "{" else "]")
            return Token(Kind.MAP if character == "{" else Kind.LIST, start)
        word = WORD.match(self.text, start)
        if not word:
            raise _Unexpected(start, "a value is missing here")
        if not LITERAL.fullmatch(word[0]):
            raise _Unexpected(start, "put texts in double quotes")
        self.offset = word.end()
        return Token(Kind.PLAIN, start, word[0])

    def string(self) -> Token:
        """Read a text in double quotes."""
        if self.peek() != '"':
            raise _Unexpected(self.offset, "a key in double quotes is missing here")
        start = self.offset
        try:
            text, self.offset = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            said = next(plain for word, plain in PLAIN_WORDS if word in error.msg)
            raise _Unexpected(error.pos, said) from error
        return Token(Kind.TEXT, start, text)
