"""A reminder: what a machine runs once a week so that no check-in is forgotten."""

from datetime import time
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.next_action import NextAction

USUAL_TIME = (0, time(9))
"""Monday at nine, unless somebody says otherwise."""


class Way(StrEnum):
    """What runs the reminder; each system has its own."""

    CRON = "cron"
    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    WINDOWS = "windows"


class Fate(StrEnum):
    """What became of a reminder."""

    SHOWN = "shown"
    INSTALLED = "installed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """When to look whether a check-in is due, and what to run for that."""

    weekday: int
    """0 is Monday."""
    at: time
    command: tuple[str, ...]
    """Program and arguments, as they are: nothing is quoted yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPart:
    """A text that sets a reminder up, and where it belongs."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderReport:
    """A reminder in its native form, and what became of it."""

    outcome: Fate
    way: Way
    usual: bool
    """This is what the machine would use of its own."""
    reminder: Reminder
    place: str
    """Where it is set up, in words or as a folder."""
    parts: tuple[ReminderPart, ...]
    by_hand: str
    """What one would type to set it up without our help."""
    notes: tuple[str, ...]
    """What the person should know about this machine."""
    replaced: tuple[Way, ...] = ()
    """What reminded before in another way, and does so no more."""
    doubtful: tuple[Way, ...] = ()
    """What may remind besides: it did not say, or could not be told to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Where a reminder was taken away; nowhere if there was none."""

    removed: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reminder says when its time has come."""

    due: bool
    """If not, it says nothing."""
    next: NextAction
