"""Taking back, examining and copying the person's record."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pillarplan.errors import NothingYetError
from pillarplan.journal import changes, doctor
from pillarplan.journal.backup import back_up
from pillarplan.journal.replay import Command, last_command
from pillarplan.services.workspace import Workspace


def undo(workspace: Workspace) -> Command:
    """Take back the last command that changed something; return what it was."""
    command = last_command(workspace.journal.read().events)
    if command is None:
        raise NothingYetError("There is nothing to undo.")
    workspace.record([changes.undone(command.id)])
    return command
