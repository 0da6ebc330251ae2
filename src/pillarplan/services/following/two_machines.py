"""Telling a person that two of their machines write as one device."""

from pillarplan.journal.care.chain import untold_forks
from pillarplan.services.workspace import Workspace


def warn_of_forks(workspace: Workspace) -> None:
    """Warn, once on this machine, of each device as which two machines write."""
    for fork in untold_forks(workspace.journal, workspace.events()):
        workspace.warn(
            f"{fork.sentence}. On one of the two, run: pillarplan doctor --repair"
        )
