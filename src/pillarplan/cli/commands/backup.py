"""``pillarplan backup``: one file that holds the whole record."""

from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.services.safety import back_up_to

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def backup(
    ctx: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Where to; a dated file here if not given."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it exists.")
    ] = False,
) -> None:
    """Copy your whole record into one file, and check the copy.

    \b
    Examples:
      pillarplan backup
      pillarplan backup ~/backups/pillarplan.zip --force
    """
    here = surroundings(ctx)
    path = back_up_to(here.workspace, target, force=force)
    if here.json:
        here.answer("backup", {"path": str(path)})
    else:
        here.say(str(path))
