"""``pillarplan backup``: one file that holds the whole record."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.output import leads_to_standard_output, pour
from pillarplan.errors import UsageError
from pillarplan.services.safety.backups import back_up_to, backup_bytes

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def backup(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="Where to; a dated file here if not given."
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The same; - is a pipe to a program."
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
      pillarplan backup -o - | age -p -o pillarplan.zip.age

    Your settings and your own additions to the knowledge base go along, from the
    config folder. To bring it in again: pillarplan restore FILE
    To keep it private: pillarplan help privacy
    """
    here = surroundings(ctx)
    if target is not None and output is not None:
        raise UsageError("Name the file once: as FILE or with --output.")
    place = target if output is None else output
    if place is not None and leads_to_standard_output(place):
        if sys.stdout.isatty() or here.json:
            raise UsageError("A backup is no text for the screen. Name a file: -o FILE")
        pour(backup_bytes(here.workspace, here.folders.config))
        return
    path = Path(place) if place else None
    path = back_up_to(here.workspace, here.folders.config, path, force=force)
    here.done()
    if here.json:
        here.answer("backup", {"path": str(path)})
    else:
        here.say(str(path))
