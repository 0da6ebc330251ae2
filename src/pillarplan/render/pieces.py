"""Lines made of styled pieces: for commands that start too fast for Rich, and screens.

A renderer returns lines; whoever writes them decides whether there is colour.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pillarplan.domain.text import without_escapes
from pillarplan.render.palette import codes_of

ESCAPE = "\x1b"

TERMINATOR = f"{ESCAPE}\\"


class Piece(NamedTuple):
    """A part of a line, in a style of the palette or in none."""

    style: str
    text: str
    link: str = ""
    """Where the piece leads, for terminals that can follow it."""


Line = tuple[Piece, ...]


def plain(lines: Iterable[Line]) -> str:
    """Return lines as text without any style, and without blanks at their ends."""
    return "\n".join(
        "".join(without_escapes(piece.text) for piece in line).rstrip()
        for line in lines
    )


def inked(lines: Iterable[Line]) -> str:
    """Return lines as a terminal shows them in colour, with links."""
    return "\n".join(
        "".join(_ink(each) for each in line if each.text) for line in lines
    )


def _ink(piece: Piece) -> str:
    """Return a piece between its escape sequences (ECMA-48, and OSC 8 for the link)."""
    text = without_escapes(piece.text)
    if not text:
        return ""
    if piece.style:
        text = f"{ESCAPE}[{codes_of(piece.style)}m{text}{ESCAPE}[0m"
    # Other letters than these may not stand in the sequence.
    if piece.link and piece.link.isascii() and piece.link.isprintable():
        text = f"{ESCAPE}]8;;{piece.link}{TERMINATOR}{text}{ESCAPE}]8;;{TERMINATOR}"
    return text
