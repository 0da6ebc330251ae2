"""The first screen of the interview: what comes."""

from collections.abc import Iterable

from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.screen import NARROWEST, Screen, key_lines, styled

WIDEST = 72
"""Longer lines are hard to read."""

KEYS = (("Enter", "begin"), ("?", "help"), ("q", "not now"))


def welcome_screen(
    sentences: Iterable[str], message: str, look: Look, height: int
) -> Screen:
    """Return what comes, as much of it as `height` lines can hold."""
    width = max(NARROWEST, look.width) - 1
    head: list[Line] = [(Piece("strong", "Where do you stand?"),)]
    body: list[Line] = []
    for sentence in sentences:
        body += [(), *styled("", sentence, min(width, WIDEST))]
    keys = key_lines(KEYS, KEYS, width, look, room=True)
    foot: list[Line] = [(), (Piece("strong", message[:width]),), *keys]
    room = max(0, height - len(head) - len(foot))
    return Screen((*head, *body[:room], *foot)[-max(1, height) :], 0)
