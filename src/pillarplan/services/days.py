"""Days of which a person can tell something."""

from datetime import date

from pillarplan.errors import UsageError
from pillarplan.services.workspace import Workspace

EARLIEST = date(2000, 1, 1)
"""What is dated before is a slip: nobody tells of it by day."""


def check_day(workspace: Workspace, on: date, what: str) -> None:
    """Raise UsageError if `what` cannot be of this day: one to come, or long ago."""
    if on > workspace.today:
        raise UsageError(f"{what} cannot be from the future ({on}).")
    if on < EARLIEST:
        raise UsageError(f"{what} cannot be from so long ago ({on}).")
