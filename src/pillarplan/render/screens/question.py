"""One screen of the interview: a skill with its levels, or what matters how much.

A screen is made of lines of styled pieces, so that any terminal toolkit can draw it.
"""

import textwrap
from collections.abc import Iterator, Sequence

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import IMPORTANCE_WORDS
from pillarplan.domain.reports.interview import Question, Weight
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece


@dataclass(frozen=True, slots=True)
class Screen:
    """What to draw, and on which of its lines the cursor is."""

    lines: tuple[Line, ...]
    cursor: int

    @property
    def text(self) -> str:
        """The screen without its styles."""
        return "\n".join("".join(p.text for p in line) for line in self.lines)


RATING_KEYS = (
    "0-5 rate",
    "↑↓ Enter",
    "? unsure",
    "! sure",
    "e evidence",
    "s skip",
    "n n/a",
    "u undo",
    "q stop",
)
WEIGHING_KEYS = (
    "1 low",
    "2 normal",
    "3 high",
    "↑↓ move",
    "Enter done",
    "u back",
    "q stop",
)
FEW_KEYS = ("0-5 rate", "s skip", "u undo", "q stop")
"""What there is room for in a tiny window."""

TABLE_WIDTH = 56
"""In narrower windows the text of a level stands below its name."""

NARROWEST = 30
"""Narrower windows cut what they cannot show."""

BAR = 15
"""Columns of the bar of progress at most."""


def question_screen(
    question: Question, selected: int, state: str, look: Look, height: int
) -> Screen:
    """Return a skill with all its levels, as much of it as `height` lines can hold.

    All levels are shown whole where there is room; else the selected one is, and of
    the others as much as fits, the nearest first.  `state` is what the person has said
    besides, or the answer before.
    """
    width = max(NARROWEST, look.width) - 1
    head = [_head(question, width, look)]
    keys = _keys(RATING_KEYS, FEW_KEYS, width, look, room=height >= ROOMY)
    foot = [(Piece("", state[:width]),), *keys]
    room = height - len(head) - len(foot)
    levels = _fold(_levels(question, selected, width), selected, room, width, look)
    why = [(Piece("quiet", line),) for line in _wrap(question.why, width)]
    spare = room - sum(map(len, levels))
    parts = [*head, *(why if len(why) <= spare else ())]
    spare -= len(parts) - len(head)
    parts += [()] * (spare > 0)
    cursor = len(parts) + sum(len(rows) for rows in levels[:selected])
    parts += [line for rows in levels for line in rows]
    return Screen((*parts, *([()] * (spare > 1)), *foot), cursor)


ROOMY = 16
"""From so many lines on a window has room for two lines of keys."""


def weighing_screen(
    weights: Sequence[Weight], selected: int, look: Look, height: int
) -> Screen:
    """Return the rated skills with how much each matters, around the selected one."""
    width = max(NARROWEST, look.width) - 1
    asked = _wrap("How much does each of these matter in your work now?", width)
    why = _wrap("The plan begins with what matters. Most things are normal.", width)
    head: list[Line] = [(Piece("strong", line),) for line in asked]
    foot = [(), *_keys(WEIGHING_KEYS, WEIGHING_KEYS[3:], width, look, room=True)]
    if height - len(head) - len(foot) - len(why) >= ROOMY // 2:
        head += [*((Piece("quiet", line),) for line in why), ()]
    room = max(1, height - len(head) - len(foot))
    first = max(0, min(selected - room // 2, len(weights) - room))
    shown = list(enumerate(weights))[first : first + room]
    rows = [_weight(weight, number == selected, width) for number, weight in shown]
    return Screen((*head, *rows, *foot), len(head) + selected - first)


def _head(question: Question, width: int, look: Look) -> Line:
    """Return the name of the skill on the left and the progress on the right."""
    progress = f"{question.number} of {question.total}"
    cells = min(BAR, question.total)
    bar = look.bar((question.number - 1) / question.total, cells)
    name, pillar = question.skill.name, f" {look.dot} {question.pillar_name}"
    for left, right in ((pillar, (Piece("", " "), *bar)), (pillar, ()), ("", ())):
        drawn = sum(len(piece.text) for piece in right)
        gap = width - len(name) - len(left) - len(progress) - drawn
        if gap > 1:
            return (
                Piece("strong", name),
                Piece("quiet", left),
                Piece("quiet", " " * gap + progress),
                *right,
            )
    return (Piece("strong", name[:width]),)


def _levels(question: Question, selected: int, width: int) -> list[list[Line]]:
    """Return the lines of each level."""
    names = [level.name for level in question.scale]
    column = max(map(len, names))
    rows = []
    for level, (name, text) in enumerate(zip(names, question.texts, strict=True)):
        said = f"{text} [last time]" if level == question.last else text
        is_selected = level == selected
        mark = Piece("strong done", "> " if is_selected else "  ")
        style = "strong" if is_selected else ""
        if width >= TABLE_WIDTH:
            label = f"{level} {name:{column}}  "
            lines = _wrap(said, width - len(label) - 2)
        else:
            label = f"{level} "
            lines = [name, *_wrap(said, width - len(label) - 2)]
        first: Line = (mark, Piece(style or "quiet", label), Piece(style, lines[0]))
        indent = Piece("", " " * (len(label) + 2))
        rows.append([first, *((indent, Piece(style, line)) for line in lines[1:])])
    return rows


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _fold(
    levels: list[list[Line]], selected: int, room: int, width: int, look: Look
) -> list[list[Line]]:
    """Return the levels in at most `room` lines, if the selected one fits.

    Each other level gets a line, and then its other lines, the nearest first.
    """
    nearest = sorted(range(len(levels)), key=lambda level: abs(level - selected))
    shown = dict.fromkeys(range(len(levels)), 0)
    for lines in (1, None):
        for level in nearest:
            whole = len(levels[level])
            wanted = whole if level == selected else lines or whole
            if wanted - shown[level] <= room or level == selected:
                room -= wanted - shown[level]
                shown[level] = wanted
    return [
        rows
        if shown[level] == len(rows)
        else [_cut(rows[0], width, look)][: shown[level]]
        for level, rows in enumerate(levels)
    ]


def _cut(line: Line, width: int, look: Look) -> Line:
    """Return the first line of a level that goes on, with a mark that it does."""
    *before, last = line
    more = "…" if look.unicode else "..."
    room = width - sum(len(piece.text) for piece in before) - len(more) - 1
    return (*before, Piece(last.style, f"{last.text[:room].rstrip()} {more}"))


def _keys(
    keys: Sequence[str], few: Sequence[str], width: int, look: Look, *, room: bool
) -> Iterator[Line]:
    """Yield the keys in as many lines as they take, or a few where there is no room."""
    lines = _fill(_plain(keys, look), width)
    if len(lines) > 1 and not room:
        lines = _fill(_plain(few, look), width)[:1]
    yield from ((Piece("quiet", line),) for line in lines)


def _plain(keys: Sequence[str], look: Look) -> list[str]:
    return [key if look.unicode else key.replace("↑↓", "up/down") for key in keys]


def _fill(keys: Sequence[str], width: int) -> list[str]:
    lines = [""]
    for key in keys:
        joined = f"{lines[-1]}  {key}" if lines[-1] else key
        if len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(key)
    return lines


def _weight(weight: Weight, is_selected: bool, width: int) -> Line:
    chosen, words = IMPORTANCE_WORDS[weight.importance], IMPORTANCE_WORDS.values()
    choices = " ".join(f"[{w}]" if w == chosen else f" {w} " for w in words)
    if width < TABLE_WIDTH:
        choices = f"{chosen:{max(map(len, words))}}"
    column = min(LONGEST_NAME, width - len(choices) - 6)
    style = "strong" if is_selected else ""
    return (
        Piece("strong done", "> " if is_selected else "  "),
        Piece(style, f"{weight.name[:column]:{column}}"),
        Piece("quiet", f" {weight.level}  "),
        Piece(style, choices.rstrip()),
    )


LONGEST_NAME = 32
"""Columns for the name of a skill."""
