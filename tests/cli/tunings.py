"""Plans as people tune them: on the screen, and line by line."""

from contextlib import closing
from pathlib import Path

from prompt_toolkit.input import create_pipe_input

from pillarplan.cli.dialogues.planning_screen import tune_on_screen
from pillarplan.cli.frame.surroundings import look_around
from pillarplan.services.planning.adopting import Proposal, adopt
from pillarplan.services.planning.tuning import Tuning
from pillarplan.services.planning.wishes import Wishes
from tests.cli.interviews import Window


def tune_unseen(home: Path, keys: str, window: Window | None = None) -> Proposal | None:
    """Tune a plan on a screen that nobody sees; adopt what Enter ends with."""
    here = look_around(
        home=str(home), json=False, plain=False, no_color=True, no_input=False
    )
    with closing(here), create_pipe_input() as pipe:
        tuning = Tuning(here.workspace, Wishes())
        pipe.send_text(keys)
        proposal = tune_on_screen(tuning, here, pipe, window or Window())
        if proposal is not None and proposal.is_new:
            adopt(here.workspace, proposal)
        return proposal
