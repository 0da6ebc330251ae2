"""Help as it is shown: all commands on one screen, in colour where that is wanted."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from pillarplan.render.pieces import Line, Piece

GROUPS: dict[str, dict[str, str]] = {
    "Start": {
        "demo": "a finished example",
        "assess": "rate yourself",
        "gaps": "where you are, and aim",
        "plan": "a plan for your hours",
        "explain": "why it is as it is",
        "reflect": "hard product questions",
    },
    "Every week": {
        "next": "what to do now",
        "open": "its page, in the browser",
        "log": "hours on an item",
        "done": "an item is finished",
        "checkin": "tell all at once",
        "status": "where you stand",
        "roadmap": "the plan by now",
        "recall": "what to remember",
        "pause": "nothing is due",
        "resume": "go on",
    },
    "Look after": {
        "kb": "all that can be learnt",
        "add": "what you have yourself",
        "config": "your settings",
        "remind": "a weekly reminder",
        "amend": "correct one entry",
        "undo": "take the last one back",
        "doctor": "examine the record",
        "backup": "all of it in one file",
        "restore": "bring a backup in",
        "help": "on commands and topics",
    },
    "Look back": {
        "history": "levels, hours, evidence",
        "review": "a page for your manager",
        "feedback": "how others see you",
    },
    "Hand over": {"export": "to people and programs"},
}
"""All commands by when one needs them, each in a few words."""

LEFT = ("Start", "Look after")
"""The groups of the left column, where there are two."""

COLUMN = 38
"""Columns of a column, and as much as fits twice into a usual terminal."""

NAME = 10
"""Columns for the name of a command."""

WIDE = 2 * COLUMN

HEADING = re.compile(r"(Usage|Options|Commands|Arguments|Examples):")

OPTION = re.compile(r"(  )(-\S.*?)(  .*|$)")


def overview(width: int) -> Iterator[Line]:
    """Yield all commands by groups, in two columns where there is room."""
    left = [*_column({name: GROUPS[name] for name in LEFT})]
    right = [*_column({name: GROUPS[name] for name in GROUPS if name not in LEFT})]
    if width < WIDE:
        yield from (*left, (), *right)
        return
    for line, beside in zip_longest(left, right, fillvalue=()):
        room = COLUMN - sum(len(piece.text) for piece in line)
        yield (*line, Piece("", " " * room), *beside)


def _column(groups: Mapping[str, Mapping[str, str]]) -> Iterator[Line]:
    for number, (title, commands) in enumerate(groups.items()):
        if number:
            yield ()
        yield (Piece("strong", title),)
        for name, words in commands.items():
            yield (Piece("learn", f"  {name:{NAME}}"), Piece("", words))


def help_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a help text, its headings and options set off."""
    for line in text.split("\n"):
        if match := HEADING.match(line.strip()):
            indent = line[: len(line) - len(line.lstrip())]
            rest = line.strip()[match.end() :]
            yield (Piece("strong", indent + match[0]), Piece("", rest))
        elif match := OPTION.fullmatch(line):
            indent, option, rest = match.groups()
            yield (Piece("learn", indent + option), Piece("", rest))
        else:
            yield (Piece("", line),)
