"""One screen of the interview: a skill with its levels."""

from itertools import zip_longest

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.reports.interview import Question
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.screen import (
    NARROWEST,
    Key,
    Screen,
    fit,
    key_lines,
    styled,
    wrap,
)

TEN = "x"
"""The key of level 10, which no digit is: the Roman one."""

OTHER_KEYS = (
    ("↑↓", "Enter"),
    ("e", "evidence"),
    ("~", "unsure"),
    ("s", "skip"),
    ("n", "n/a"),
    ("u", "undo"),
    ("?", "help"),
    ("q", "stop"),
)
FEW_OTHER_KEYS = (("u", "undo"), ("?", "help"), ("q", "stop"))
"""What there is room for in a tiny window."""

OTHER_HELP = (
    ("↑↓", "Read the levels one by one; Enter takes the chosen one."),
    ("e", "Write a line that shows it, before you rate."),
    ("~", "Say that you are unsure, ! that you are certain; again takes it back."),
    ("s", "Skip it for another time; n: it does not apply to your work."),
    ("u", "Go back to the last answer. So do Left and Backspace."),
    ("q", "Stop for now: all answers are kept. So does Ctrl-C."),
)

TABLE_WIDTH = 56
"""In narrower windows the text of a level stands below its name."""

NAME_WIDTH = 16
"""Columns for the names of the levels beside their texts, at most."""

BAR = 15
"""Columns of the bar of progress at most."""


def level_keys(scale: Scale) -> tuple[str, ...]:
    """Return the key of each level, from 0 on."""
    return tuple(str(level) if level < 10 else TEN for level in range(scale.top + 1))


def rating_help(scale: Scale) -> tuple[Key, ...]:
    """Return what each key of the screen does."""
    ten = f" {TEN} is level 10." if scale.top == 10 else ""
    best = "Rate: the highest level whose sentences all fit you today. Goes on."
    return ((_digits(scale), best + ten), *OTHER_HELP)


def _digits(scale: Scale) -> str:
    *_, last = level_keys(scale)
    return f"0-9 {last}" if last == TEN else f"0-{last}"


def question_screen(
    question: Question, selected: int, state: Line, look: Look, height: int
) -> Screen:
    """Return a skill with all its levels, as much of it as `height` lines can hold.

    All levels are shown whole where there is room; else the selected one is, and of
    the others as much as fits, the nearest first.  `state` is what the person has said
    besides, or the answer before.
    """
    width = max(NARROWEST, look.width) - 1
    head = [_head(question, width, look)]
    rate = (_digits(question.scale), "rate")
    every, few = (rate, *OTHER_KEYS), (rate, *FEW_OTHER_KEYS)
    keys = key_lines(every, few, width, look, room=height >= ROOMY)
    foot = [fit(state, width), *keys]
    room = height - len(head) - len(foot)
    why = styled("quiet", question.why, width)
    levels = _levels(question, selected, width, room, len(why), look)
    spare = room - sum(map(len, levels))
    parts = [*head, *(why if len(why) <= spare else ())]
    spare -= len(parts) - len(head)
    parts += [()] * (spare > 0)
    cursor = len(parts) + sum(len(rows) for rows in levels[:selected])
    parts += [line for rows in levels for line in rows]
    return Screen((*parts, *([()] * (spare > 1)), *foot), cursor)


ROOMY = 16
"""From so many lines on a window has room for two lines of keys."""


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


def _levels(
    question: Question, selected: int, width: int, room: int, why: int, look: Look
) -> list[list[Line]]:
    """Return the lines of each level, in the most readable way that fits.

    That is a sentence on each line, in all levels or at least in the selected one.  If
    only the texts fit, they do; else they are folded.
    """
    every, none = range(question.scale.top + 1), range(0)
    for listed in (every, range(selected, selected + 1), none):
        levels = [
            _level(question, level, selected, level in listed, width, look)
            for level in every
        ]
        if sum(map(len, levels)) + why <= room:
            return levels
    return _fold(levels, selected, room, width, look)


def _level(
    question: Question, level: int, selected: int, listed: bool, width: int, look: Look
) -> list[Line]:
    """Return the lines of one level; a bar stands before each if it is selected."""
    levels = question.scale.levels
    behaviours = question.behaviours[level]
    said = [*behaviours] if listed and behaviours else [" ".join(behaviours)]
    if level == question.last:
        said[-1] += " [last time]"
    digits, cells, name = len(str(question.scale.top)) + 1, 0, levels[level].name
    if is_table := width >= TABLE_WIDTH:
        cells = min(NAME_WIDTH, max(len(each.name) for each in levels)) + 2
    room = width - digits - cells - 2
    names = wrap(name, NAME_WIDTH) if is_table else []
    lines = [] if is_table else wrap(name, room)
    lines += [line for text in said for line in wrap(text, room)]
    if level == selected:
        bar, beside, style = Piece("learn", f"{look.edge} "), "strong learn", "strong"
    else:
        bar, beside, style = Piece("", "  "), "quiet", ""
    return [
        (
            bar,
            Piece(beside, f"{number:{digits}}{name.ljust(cells)}"),
            Piece(style, line),
        )
        for number, name, line in zip_longest([str(level)], names, lines, fillvalue="")
    ]


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
    more = " …" if look.unicode else " ..."
    room = width - sum(len(piece.text) for piece in before) - len(more)
    words, _, _ = f"{last.text} "[: room + 1].rpartition(" ")
    return (*before, Piece(last.style, words + more))
