"""Backups: one file that holds the whole journal.

To restore one, unpack it into an empty data folder (`pillarplan config path` names
it).  Events that this device wrote after the backup come back from its shadow copy
with the next command that saves; `pillarplan doctor --accept` gives them up.
"""

from pathlib import Path

from pillarplan.files import make_private
from pillarplan.journal.journal import Journal
from pillarplan.journal.storage.archive import archive, faults
from pillarplan.journal.storage.errors import NotReadableError, NotWritableError
from pillarplan.journal.storage.log import Trouble


def back_up(journal: Journal, target: Path) -> Path:
    """Write the journal's folder to the zip file `target`; return its path.

    The journal is not locked: logs only grow, so that each is copied as it was at
    some moment.  Equal journals give equal bytes.
    """
    if not journal.data.is_dir():
        raise NotReadableError(journal.data, "There is no journal yet")
    try:
        make_private(target.parent)
        archive(journal.data, target)
    except OSError as error:
        raise NotWritableError(error.filename or target, error.strerror) from error
    return target


def verify_backup(path: Path) -> tuple[Trouble, ...]:
    """Return what is wrong with the backup at `path`; nothing if it is whole."""
    return tuple(
        Trouble(file=str(path), message=fault, next_step="Use another backup")
        for fault in faults(path)
    )
