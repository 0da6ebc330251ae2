"""Documents that commands hand over, on the screen or as a file."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.surroundings import Surroundings

Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to; - is the screen."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")]


def hand_over(here: Surroundings, text: str, output: str, force: bool) -> None:
    """Write a document to the file `output`; ``-`` is standard output."""
    path = Path(output)
    if leads_to_standard_output(output):
        # The bytes of the format, even where the screen shows less than Unicode.
        pour(text.encode("utf-8"))
        return
    from pillarplan.services.handing_over.writing import write_export

    write_export(text.encode("utf-8"), path, force=force)
    here.tell(f"Wrote {path}.")


def hand_over_page(here: Surroundings, text: str, output: str, force: bool) -> None:
    """Write a page in Markdown to a file, or lay it out on a terminal.

    `output` is empty if nobody said where to; whoever reads a pipe gets the Markdown.
    """
    if not output and here.on_screen and here.unicode:
        from pillarplan.render.terminal.document import document_view

        here.draw(document_view(text, here.look))
    else:
        hand_over(here, text, output or "-", force)


def pour(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def leads_to_standard_output(output: str) -> bool:
    """Say whether ``-`` or a path, such as ``/dev/stdout``, leads where results go."""
    return output == "-" or _is_standard_output(Path(output))


def _is_standard_output(path: Path) -> bool:
    """Say whether a path, such as ``/dev/stdout``, leads where our results go."""
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False
