"""``pillarplan resume``: back from a pause."""

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.render.lines.next_action import next_card
from pillarplan.services.following.in_hand import look_up
from pillarplan.services.following.pausing import resume as end_pause

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def resume(ctx: typer.Context) -> None:
    """End a pause today; the answer is what comes next.

    \b
    Examples:
      pillarplan resume
      pillarplan resume --json
    """
    here = surroundings(ctx)
    resumed = end_pause(here.workspace)
    if here.json:
        here.answer("resume", resumed)
        return
    if resumed.paused_since is None:
        here.say("You are not paused.\n\n")
    else:
        here.say("Welcome back.\n\n")
    found = look_up(here.workspace, resumed.next)
    here.show(next_card(*found, here.look, here.today))
    if resumed.paused_since is not None and resumed.has_plan:
        here.tell("\nTo give the plan new dates from today: pillarplan plan")
