"""Telling a person that two of their machines write as one device."""

from pillarplan.journal.care.chain import PART, untold_forks
from pillarplan.journal.storage.device import known_device
from pillarplan.services.workspace import Workspace


def warn_of_forks(workspace: Workspace) -> None:
    """Warn, once on this machine, of each device as which two machines write."""
    workspace.profile()  # which may be remembered, and then nothing forks off
    if workspace.is_known_to_be_one_line:
        return
    for fork in untold_forks(workspace.journal, workspace.events()):
        journal = workspace.journal
        is_here = fork.device == known_device(journal.state, journal.host)
        where = "here" if is_here else "on the machine that was copied or set back"
        workspace.warn(f"{fork.sentence} To part them, run {where}: {PART}")
