"""``pillarplan amend``: correct one thing that was told."""

from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.input.parsing import parse_hours
from pillarplan.domain.text import wrapped
from pillarplan.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def amend(
    ctx: typer.Context,
    entry: Annotated[
        str,
        typer.Argument(
            metavar="NUMBER|ID",
            help="Its number in the list shown last, or for scripts the id beside it.",
        ),
    ],
    hours: Annotated[
        str | None, typer.Option(metavar="HOURS", help="What it was: 1, 1:30, 90m.")
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="It does not hold; the rest does.")
    ] = False,
) -> None:
    """Correct one thing that you told, however long ago.

    \b
    Examples:
      pillarplan history --entries
      pillarplan amend 12 --hours 1
      pillarplan amend 3f9a01bc --withdraw

    The record keeps both; pillarplan undo takes the correction back.
    """
    # Imported here, since help needs no record.
    from pillarplan.services.looking_back.entries import amend as correct
    from pillarplan.services.looking_back.entries import in_words

    here = surroundings(ctx)
    if (hours is None) is not withdraw:
        raise UsageError("Say what it was with --hours, or take it back: --withdraw.")
    told = None if hours is None else parse_hours(hours, "--hours")
    corrected = correct(here.workspace, entry, told)
    if here.json:
        here.answer("amend", corrected)
    else:
        here.say(wrapped(in_words(corrected), here.width))
