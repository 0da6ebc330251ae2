"""One screen of the interview: a skill with its levels, or what matters how much."""

from collections.abc import Sequence

from pillarplan.domain.person.rating import IMPORTANCE_WORDS
from pillarplan.domain.reports.interview import Question, Weight
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.screen import (
    NARROWEST,
    Screen,
    fit,
    help_lines,
    key_lines,
    styled,
    wrap,
)

RATING_KEYS = (
    ("0-5", "rate"),
    ("↑↓", "Enter"),
    ("e", "evidence"),
    ("~", "unsure"),
    ("s", "skip"),
    ("n", "n/a"),
    ("u", "undo"),
    ("?", "help"),
    ("q", "stop"),
)
FEW_RATING_KEYS = (("0-5", "rate"), ("u", "undo"), ("?", "help"), ("q", "stop"))
"""What there is room for in a tiny window."""

RATING_HELP = (
    ("0-5", "Rate: the highest level whose sentences all fit you today. Goes on."),
    ("↑↓", "Read the levels one by one; Enter takes the chosen one."),
    ("e", "Write a line that shows it, before you rate."),
    ("~", "Say that you are unsure, ! that you are certain; again takes it back."),
    ("s", "Skip it for another time; n: it does not apply to your work."),
    ("u", "Go back to the last answer. So do ← and Backspace."),
    ("q", "Stop for now: all answers are kept. So does Ctrl-C."),
)

WEIGHING_KEYS = (
    ("1", "low"),
    ("2", "normal"),
    ("3", "high"),
    ("↑↓", "move"),
    ("Enter", "done"),
    ("u", "back"),
    ("?", "help"),
    ("q", "stop"),
)

WEIGHING_HELP = (
    ("1 2 3", "Say how much the chosen skill matters; goes on to the next."),
    ("↑↓", "Choose a skill."),
    ("Enter", "That is all: the rest stays as it is shown."),
    ("u", "Go back to the last skill that you rated."),
    ("q", "Stop for now: all answers are kept. So does Ctrl-C."),
)

TABLE_WIDTH = 56
"""In narrower windows the text of a level stands below its name."""

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
    keys = key_lines(RATING_KEYS, FEW_RATING_KEYS, width, look, room=height >= ROOMY)
    foot = [(Piece("", state[:width]),), *keys]
    room = height - len(head) - len(foot)
    levels = _fold(_levels(question, selected, width), selected, room, width, look)
    why = styled("quiet", question.why, width)
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
    asked = styled(
        "strong", "How much does each of these matter in your work now?", width
    )
    why = styled(
        "quiet", "The plan begins with what matters. Most things are normal.", width
    )
    head = asked
    foot = [(), *key_lines(WEIGHING_KEYS, (), width, look, room=True)]
    if height - len(head) - len(foot) - len(why) >= ROOMY // 2:
        head += [*why, ()]
    room = max(1, height - len(head) - len(foot))
    first = max(0, min(selected - room // 2, len(weights) - room))
    shown = list(enumerate(weights))[first : first + room]
    rows = [_weight(weight, number == selected, width) for number, weight in shown]
    return Screen((*head, *rows, *foot), len(head) + selected - first)


def keys_screen(is_rating: bool, look: Look, height: int) -> Screen:
    """Return what each key does, until the next one is pressed."""
    width = max(NARROWEST, look.width) - 1
    keys = RATING_HELP if is_rating else WEIGHING_HELP
    back = (Piece("quiet", "Any key goes back to the question."),)
    lines = [fit(line, width) for line in help_lines(keys, width, look)]
    return Screen((*lines[: max(0, height - 2)], (), back)[-max(1, height) :], 0)


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
            lines = wrap(said, width - len(label) - 2)
        else:
            label = f"{level} "
            lines = [name, *wrap(said, width - len(label) - 2)]
        first: Line = (mark, Piece(style or "quiet", label), Piece(style, lines[0]))
        indent = Piece("", " " * (len(label) + 2))
        rows.append([first, *((indent, Piece(style, line)) for line in lines[1:])])
    return rows


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
    return (*before, Piece(last.style, last.text[:room].rstrip() + more))


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
