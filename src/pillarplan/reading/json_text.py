"""JSON (RFC 8259), with the place of everything."""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in the stubs

from pillarplan.reading.building import Builder

SPACE = re.compile(r"[ \t\n]*")
WORD = re.compile(r"[^\s,:\[\]{}\"]+")
LITERAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null")
JSON_BEGINS = re.compile(r'\s*(\{\s*["}]|\[\s*[\[{"\]])')

PLAIN_WORDS = (
    ("Unterminated", "this quote is never closed"),
    (
        "control character",
        "a text ends on the line on which it begins; close the quote",
    ),
    ("", "unknown escape after '\\'"),
)
"""Words in the scanner's messages, and what people are told; the first match counts."""


def looks_like_json(name: str, text: str) -> bool:
    """Say whether a file is meant as JSON, by its name or else by how it begins."""
    return name.endswith(".json") or JSON_BEGINS.match(text) is not None


def read_json(text: str, builder: Builder) -> None:
    """Tell the builder what stands in a JSON text, until it has heard enough."""
    try:
        _JsonReader(text, builder).read()
    except _UnexpectedError as unexpected:
        builder.stop(*unexpected.args)


class _UnexpectedError(Exception):
    """The text is not JSON from an offset on; says which and why."""


class _JsonReader:
    """Walks over a text; what is open is a stack of the brackets that will close it."""

    def __init__(self, text: str, builder: Builder) -> None:
        self.text = text
        self.builder = builder
        self.offset = 0
        self.open: list[str] = []

    def read(self) -> None:
        """Read one value with all that it holds; nothing may follow it."""
        after_value = self.value()
        while self.open and not self.builder.stopped:
            end = self.open[-1]
            if self.peek() == end:
                self.offset += 1
                self.open.pop()
                self.builder.close()
                after_value = True
                continue
            if after_value:
                self.take(",", f"',' or '{end}' is missing before this")
                if self.peek() == end:
                    raise _UnexpectedError(self.offset, "remove the ',' before this")
            if end == "}":
                self.string("a key in double quotes is missing here")
                self.take(":", "':' is missing after this key")
            after_value = self.value()
        if self.peek() and not self.builder.stopped:
            message = "nothing may follow the end of the content"
            raise _UnexpectedError(self.offset, message)

    def peek(self) -> str:
        """Skip white space and return the next character; empty at the end."""
        match = SPACE.match(self.text, self.offset)
        self.offset = match.end() if match else self.offset
        return self.text[self.offset : self.offset + 1]

    def take(self, wanted: str, otherwise: str) -> None:
        """Go past one character that must come next."""
        if self.peek() != wanted:
            raise _UnexpectedError(self.offset, otherwise)
        self.offset += 1

    def value(self) -> bool:
        """Read a value, or the beginning of one; say whether it is whole."""
        character, start = self.peek(), self.offset
        if character == '"':
            self.string()
        elif character in ("{", "["):
            self.offset += 1
            is_map = character == "{"
            self.open.append("}" if is_map else "]")
            (self.builder.open_map if is_map else self.builder.open_list)(start)
            return False
        else:
            self.word()
        return True

    def word(self) -> None:
        """Read a number, true, false or null."""
        word = WORD.match(self.text, self.offset)
        if not word:
            raise _UnexpectedError(self.offset, "a value is missing here")
        if not LITERAL.fullmatch(word[0]):
            is_number = word[0][0] in "-+.0123456789"
            message = "no number of JSON" if is_number else "put texts in double quotes"
            raise _UnexpectedError(self.offset, message)
        self.builder.word(word[0], self.offset)
        self.offset = word.end()

    def string(self, otherwise: str = "") -> None:
        """Read a text in double quotes."""
        if self.peek() != '"':
            raise _UnexpectedError(self.offset, otherwise)
        start = self.offset
        try:
            text, self.offset = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            said = next(plain for word, plain in PLAIN_WORDS if word in error.msg)
            raise _UnexpectedError(error.pos, said) from error
        self.builder.text(text, start)
