"""What can go wrong with the journal, and what to do then."""

from pathlib import Path

from pillarplan.domain.text import file_name
from pillarplan.errors import StoreBusyError, StoreDamagedError


class LockedError(StoreBusyError):
    """Another pillarplan is writing and did not finish in time."""

    def __init__(self, holder: str) -> None:
        super().__init__(
            f"Another pillarplan is writing to the journal ({holder}). "
            "Wait until it is done, or end it, and try again."
        )


class NotWritableError(StoreBusyError):
    """The journal could not be written; nothing was saved."""

    def __init__(self, path: Path | str, reason: str | None) -> None:
        super().__init__(
            f"Cannot save to {file_name(path)}: {reason or 'it failed'}. "
            "Nothing was changed. Check the disk and the permissions of that folder, "
            "and try again."
        )


class NotReadableError(StoreBusyError):
    """The journal is there but the system does not let us read it."""

    def __init__(self, path: Path | str, reason: str | None) -> None:
        super().__init__(
            f"Cannot read {file_name(path)}: {reason or 'it failed'}. "
            "Check the permissions of that file, and try again."
        )


class NewerJournalError(StoreDamagedError):
    """The journal was written by a newer pillarplan."""

    def __init__(self, place: Path | str, found: str, known: str) -> None:
        super().__init__(
            f"The journal has format {found}, this pillarplan knows {known} "
            f"({file_name(place)}). Upgrade pillarplan; nothing was changed."
        )


class DamagedFormatError(StoreDamagedError):
    """The file that names the journal's format cannot be understood."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{file_name(path)} is damaged; the journal beside it may well be fine. "
            "Nothing was changed. Try: pillarplan doctor --repair"
        )
