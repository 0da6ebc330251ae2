"""Taking back, examining, mending and copying the person's record."""

from pathlib import Path

from pillarplan.errors import NothingYetError, StoreDamagedError
from pillarplan.journal import changes
from pillarplan.journal.backup import back_up, verify_backup
from pillarplan.journal.commands import Command, last_command
from pillarplan.journal.doctor import Report, examine
from pillarplan.journal.repair import Mended, accept, repair
from pillarplan.services.occupied import OccupiedError
from pillarplan.services.workspace import Workspace


def undo(workspace: Workspace) -> Command:
    """Take back the last command that changed something; return what it was."""
    command = last_command(workspace.journal.read().events)
    if command is None:
        raise NothingYetError("There is nothing to undo.")
    workspace.record([changes.undone(command.id)])
    return command


def examine_journal(workspace: Workspace) -> Report:
    """Return what the journal holds and everything that is wrong with it."""
    return examine(workspace.journal, workspace.today)


def repair_journal(workspace: Workspace) -> tuple[Mended, ...]:
    """Take out what is damaged, put back what the shadow copy holds."""
    return repair(workspace.journal)


def accept_journal(workspace: Workspace) -> tuple[Mended, ...]:
    """Take the journal as somebody edited it by hand."""
    return accept(workspace.journal)


def back_up_to(workspace: Workspace, target: Path | None, *, force: bool) -> Path:
    """Copy the record into one zip file, check the copy, and return its path.

    Without `target` the file is called after today and lies in the current folder.
    """
    path = target or Path(f"pillarplan-{workspace.today}.zip")
    if path.exists() and not force:
        raise OccupiedError(path)
    back_up(workspace.journal, path)
    faults = verify_backup(path)
    if faults:
        raise StoreDamagedError(f"{path} is not whole: {faults[0].message}")
    return path
