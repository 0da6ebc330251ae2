"""Rich renderables as plain text."""

import io

from rich.cells import cell_len
from rich.console import Console, RenderableType

from pillarplan.render.terminal.theme import THEME


def drawn(view: RenderableType, width: int) -> str:
    """Return what is drawn, without blanks at line ends; no line is too long."""
    console = Console(
        file=io.StringIO(),
        theme=THEME,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(view)
    lines = [line.rstrip() for line in capture.get().splitlines()]
    assert all(cell_len(line) <= width for line in lines)
    return "\n".join(lines) + "\n"
