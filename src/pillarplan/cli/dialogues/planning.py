"""Tuning a plan, on the screen or line by line, until it is adopted or left."""

from pillarplan.cli.dialogues.planning_lines import DrawPlan, tune_in_lines
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.services.planning.adopting import Proposal
from pillarplan.services.planning.tuning import Tuning


def tune_plan(here: Surroundings, tuning: Tuning, draw: DrawPlan) -> Proposal | None:
    """Return the plan that somebody wants to adopt; None if they leave.

    `draw` shows a plan to who reads line by line.
    """
    if here.plain or not (here.interactive and here.on_screen):
        return tune_in_lines(tuning, here, draw)
    # Imported here, since drawing takes a toolkit that nothing else needs.
    from pillarplan.cli.dialogues.planning_screen import tune_on_screen

    return tune_on_screen(tuning, here)
