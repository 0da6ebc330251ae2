"""The last screen of the interview: what matters how much."""

from collections.abc import Sequence

from pillarplan.domain.person.rating import IMPORTANCE_WORDS
from pillarplan.domain.reports.interview import Weight
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.screen import (
    NARROWEST,
    Screen,
    key_lines,
    styled,
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
"""In narrower windows only the choice is shown, and not what else there is."""

LONGEST_NAME = 32
"""Columns for the name of a skill."""

ROOMY = 8
"""With so many rows to spare there is room to say why."""


def weighing_screen(
    weights: Sequence[Weight], selected: int, message: str, look: Look, height: int
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
    foot = [
        (Piece("strong", message[:width]),),
        *key_lines(WEIGHING_KEYS, (), width, look, room=True),
    ]
    if height - len(head) - len(foot) - len(why) >= ROOMY:
        head += [*why, ()]
    room = max(1, height - len(head) - len(foot))
    first = max(0, min(selected - room // 2, len(weights) - room))
    shown = list(enumerate(weights))[first : first + room]
    digits = max((len(str(each.level)) for each in weights), default=1)
    rows = [
        _weight(weight, number == selected, digits, width, look)
        for number, weight in shown
    ]
    return Screen((*head, *rows, *foot), len(head) + selected - first)


def _weight(
    weight: Weight, is_selected: bool, digits: int, width: int, look: Look
) -> Line:
    chosen, words = IMPORTANCE_WORDS[weight.importance], IMPORTANCE_WORDS.values()
    choices = " ".join(f"[{w}]" if w == chosen else f" {w} " for w in words)
    if width < TABLE_WIDTH:
        choices = f"{chosen:{max(map(len, words))}}"
    column = min(LONGEST_NAME, width - len(choices) - 5 - digits)
    style = "strong" if is_selected else ""
    return (
        Piece("learn", f"{look.edge} " if is_selected else "  "),
        Piece(style, f"{weight.name[:column]:{column}}"),
        Piece("quiet", f" {weight.level:{digits}}  "),
        Piece(style, choices.rstrip()),
    )
