"""``pillarplan undo``: take back the last command that changed something."""

import typer

from pillarplan.cli.app import surroundings
from pillarplan.services.safety import undo as take_back

app = typer.Typer(rich_markup_mode=None)


@app.command()
def undo(ctx: typer.Context) -> None:
    """Take back the last command that changed something; nothing is deleted.

    Call it again to go back further.
    """
    here = surroundings(ctx)
    command = take_back(here.workspace)
    if here.json:
        here.answer("undo", command)
    else:
        here.say(f"Took back: {command.summary}.")
