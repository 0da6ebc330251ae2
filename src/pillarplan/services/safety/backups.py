"""Copying the record and the settings into one file, and bringing such a copy in."""

from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.errors import NothingYetError, OccupiedError, StoreDamagedError
from pillarplan.journal.care.backup import back_up, pack_journal, verify_backup
from pillarplan.journal.care.restore import Backup, Offer
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup that was brought in, or would have brought nothing."""

    restored: bool
    """Whether anything was brought in."""
    backup: Offer


def back_up_to(
    workspace: Workspace, config: Path, target: Path | None, *, force: bool
) -> Path:
    """Copy record and settings into one zip file, check the copy, return its path.

    `config` is the folder of the settings.  Without `target` the file is called after
    today and lies in the current folder.
    """
    path = target or Path(f"pillarplan-{workspace.today}.zip")
    _need_events(workspace)
    if path.is_file() and not force:
        raise OccupiedError(path)
    back_up(workspace.journal, path, config)
    if path.is_file() and (faults := verify_backup(path)):
        raise StoreDamagedError(f"{path} is not whole: {faults[0].message}")
    return path


def backup_bytes(workspace: Workspace, config: Path) -> bytes:
    """Return the zip file that `back_up_to` writes, for a pipe."""
    _need_events(workspace)
    return pack_journal(workspace.journal, config)


def open_backup(
    workspace: Workspace, config: Path, name: str, content: bytes
) -> Backup:
    """Return what a backup called `name` would bring; raise an error if it is unfit."""
    return Backup(workspace.journal, config, name, content)


def _need_events(workspace: Workspace) -> None:
    if not workspace.events():
        raise NothingYetError("There is nothing to back up yet: pillarplan assess")
