"""The palette as Rich draws it is the one that plain lines have."""

import io

import pytest
from rich.console import Console

from pillarplan.render.palette import PALETTE, WEIGHTS
from pillarplan.render.pieces import Piece, inked
from pillarplan.render.terminal.theme import THEME, to_text


@pytest.mark.parametrize("weight", ["", *WEIGHTS])
@pytest.mark.parametrize("meaning", PALETTE)
def test_rich_and_plain_lines_have_the_same_colours(meaning: str, weight: str) -> None:
    piece = Piece(f"{weight} {meaning}".strip(), "Getting to Yes")
    console = Console(
        file=io.StringIO(), theme=THEME, force_terminal=True, color_system="standard"
    )

    with console.capture() as capture:
        console.print(to_text([piece]), end="")
        console.print(piece.text, style=piece.style, end="")

    assert capture.get() == inked([(piece,)]) * 2
