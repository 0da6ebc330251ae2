"""A screen that any terminal toolkit can draw, and the lines of keys at its foot."""

import textwrap
from collections.abc import Iterable, Sequence

from pillarplan.domain.dataclass import dataclass
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece, plain

NARROWEST = 30
"""Narrower windows cut what they cannot show."""

Key = tuple[str, str]
"""A key and what it does, in a word or two."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What to draw, and on which of its lines the cursor is."""

    lines: tuple[Line, ...]
    cursor: int
    top: int = 0
    """Which line of a longer text is the first to be seen."""
    page: int = 1
    """How many lines of that text are to be seen."""

    @property
    def text(self) -> str:
        """The screen without its styles."""
        return plain(self.lines)


def wrap(text: str, width: int) -> list[str]:
    """Return a text in lines that break between words, at blanks only."""
    return textwrap.wrap(text, width, break_on_hyphens=False)


def cut(text: str, columns: int, look: Look) -> str:
    """Return a text in at most so many columns, with a mark where it goes on."""
    if len(text) <= columns:
        return text
    more = "…" if look.unicode else "..."
    return text[: max(0, columns - len(more))].rstrip() + more[: max(0, columns)]


def fit(line: Line, width: int) -> Line:
    """Return a line without what does not fit in so many columns."""
    pieces = []
    for piece in line:
        pieces.append(piece._replace(text=piece.text[:width]))
        width -= len(pieces[-1].text)
    return tuple(pieces)


def styled(style: str, text: str, width: int) -> list[Line]:
    """Return a text in lines of one style."""
    return [(Piece(style, line),) for line in wrap(text, width)]


def key_lines(
    keys: Sequence[Key], few: Sequence[Key], width: int, look: Look, *, room: bool
) -> list[Line]:
    """Return the keys in as many lines as they take, or a few if there is no room."""
    lines = _fill(keys, width, look)
    if len(lines) > 1 and not room:
        lines = _fill(few, width, look)[:1]
    return lines


def help_lines(keys: Iterable[Key], width: int, look: Look) -> list[Line]:
    """Return a line or more for each key, with what it does in full."""
    named = [(key_name(key, look), text) for key, text in keys]
    column = max(len(name) for name, _ in named) + 2
    lines: list[Line] = []
    for name, text in named:
        first, *rest = wrap(text, max(10, width - column))
        lines.append((Piece("strong", f"{name:{column}}"), Piece("", first)))
        lines += [(Piece("", f"{'':{column}}{line}"),) for line in rest]
    return lines


def help_screen(keys: Iterable[Key], look: Look, height: int) -> Screen:
    """Return what each key does, as a screen of its own."""
    width = max(NARROWEST, look.width) - 1
    lines = [fit(line, width) for line in help_lines(keys, width, look)]
    back = (Piece("quiet", "Any key goes back."),)
    return Screen((*lines[: max(0, height - 2)], (), back)[-max(1, height) :], 0)


def key_name(key: str, look: Look) -> str:
    """Return a key as the output can show it."""
    if look.unicode:
        return key
    return ASCII_KEYS.get(key, key)


ASCII_KEYS = {"↑↓": "up/down", "←→": "left/right", "↑↓←→": "arrows"}


def _fill(keys: Sequence[Key], width: int, look: Look) -> list[Line]:
    lines: list[list[Piece]] = [[]]
    room = width
    for key, word in keys:
        name = key_name(key, look)
        length = len(name) + 1 + len(word) + 2 * bool(lines[-1])
        if length > room and lines[-1]:
            lines.append([])
            length, room = length - 2, width
        if lines[-1]:
            lines[-1].append(Piece("", "  "))
        lines[-1] += [Piece("strong", name), Piece("quiet", f" {word}")]
        room -= length
    return [tuple(line) for line in lines]
