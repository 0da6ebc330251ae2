"""Taking back what was recorded, and copying the record."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pillarplan.errors import NothingYetError, OccupiedError, StoreDamagedError
from pillarplan.journal.care.backup import back_up, verify_backup
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.commands import last_command
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A command that no longer holds."""

    command: str
    """Its id in the journal."""
    at: datetime
    """When it was given, by the wall clock."""
    summary: str
    """What it had recorded, in words."""


def undo(workspace: Workspace) -> TakenBack:
    """Take back the last command that changed something; return what it was."""

    def decided() -> tuple[list[changes.Change], TakenBack]:
        command = last_command(workspace.events())
        if command is None:
            raise NothingYetError("There is nothing to undo.")
        taken = TakenBack(command=command.id, at=command.at, summary=command.summary)
        return [changes.undone(command.id)], taken

    return workspace.decide(decided)


def back_up_to(workspace: Workspace, target: Path | None, *, force: bool) -> Path:
    """Copy the record into one zip file, check the copy, and return its path.

    Without `target` the file is called after today and lies in the current folder.
    """
    path = target or Path(f"pillarplan-{workspace.today}.zip")
    if not workspace.events():
        raise NothingYetError("There is nothing to back up yet: pillarplan assess")
    if path.exists() and not force:
        raise OccupiedError(path)
    back_up(workspace.journal, path)
    faults = verify_backup(path)
    if faults:
        raise StoreDamagedError(f"{path} is not whole: {faults[0].message}")
    return path
