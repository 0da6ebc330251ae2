"""``pillarplan undo``: take back the last command that changed something."""

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.domain.text import wrapped
from pillarplan.services.safety.undoing import undo as take_back

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def undo(ctx: typer.Context) -> None:
    """Take back the last command that changed something.

    \b
    Examples:
      pillarplan undo
      pillarplan undo --json

    Call it again to go back further. Nothing is deleted: the record keeps both.
    """
    here = surroundings(ctx)
    taken = take_back(here.workspace)
    if here.json:
        here.answer("undo", taken)
    else:
        here.say(f"Took back: {taken.summary}.")
        if taken.remark:
            here.say(wrapped(taken.remark, here.width))
