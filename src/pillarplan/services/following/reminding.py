"""Reminding of the weekly check-in: what a machine runs for it, and what it says."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from pillarplan.domain.reports.reminder import (
    Fate,
    Notice,
    Reminder,
    ReminderPart,
    ReminderReport,
    Removal,
    Way,
)
from pillarplan.domain.text import is_safe
from pillarplan.errors import PillarplanError
from pillarplan.render.reminder.notice import notifier
from pillarplan.services.following.schedulers.cron import Cron
from pillarplan.services.following.schedulers.launchd import Launchd
from pillarplan.services.following.schedulers.machine import (
    Machine,
    ToolFailedError,
    ToolMissingError,
)
from pillarplan.services.following.schedulers.systemd import Systemd
from pillarplan.services.following.schedulers.windows import Windows
from pillarplan.services.following.status import checkin_due_on
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.workspace import Workspace

EARLY_DAYS = 3
"""How long before it is due a weekly reminder speaks of a check-in.

Who is reminded on a Monday and checks in on the Tuesday has six days behind them on the
next Monday.  To wait for the seventh would mean to remind them every other week only.
"""


class OddNameError(PillarplanError):
    """The name of a folder holds what no form of a reminder can: a line break, say."""

    kind = "odd-name"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"A reminder cannot name {name!r}, which has a control character in it.\n"
            "Move it to a folder with a plain name."
        )


class Scheduler(Protocol):
    """What runs something once a week."""

    tool: str
    """The program that sets it up."""

    def parts(self, reminder: Reminder) -> tuple[ReminderPart, ...]:
        """Return the texts that set a reminder up."""

    def place(self) -> str:
        """Return where it is set up, in words or as a folder."""

    def by_hand(self) -> str:
        """Return what one would type oneself."""

    def notes(self) -> tuple[str, ...]:
        """Return what the person should know about this machine."""

    def install(self, reminder: Reminder) -> bool:
        """Set a reminder up; say whether that changed anything."""

    def remove(self) -> bool:
        """Take the reminder away; say whether there was one."""


def usual_way(machine: Machine) -> Way:
    """Return what reminds best on a machine: by a desktop first, else by mail."""
    if machine.system == "win32":
        return Way.WINDOWS
    if machine.system == "darwin":
        return Way.LAUNCHD
    if machine.boots_systemd and machine.has("notify-send"):
        return Way.SYSTEMD
    has_cron = machine.has(Cron.tool)
    return Way.SYSTEMD if machine.boots_systemd and not has_cron else Way.CRON


def show_reminder(machine: Machine, reminder: Reminder, way: Way) -> ReminderReport:
    """Return what would be set up; nothing is changed."""
    _check(reminder)
    return _report(machine, reminder, way, Fate.SHOWN)


def install_reminder(machine: Machine, reminder: Reminder, way: Way) -> ReminderReport:
    """Set a reminder up, once; it takes the place of an earlier one of any kind."""
    _check(reminder)
    changed = _scheduler(machine, way).install(reminder)
    outcome = Fate.INSTALLED if changed else Fate.UNCHANGED
    report = _report(machine, reminder, way, outcome)
    return _without_others(machine, report)


def _without_others(machine: Machine, report: ReminderReport) -> ReminderReport:
    """Take away what other schedulers of the machine had been told before.

    The new one is there by now, so what one of them refuses is said, but no failure.
    """
    replaced, doubtful = [], []
    for way in _ways_of(machine):
        if way is not report.way:
            try:
                if _scheduler(machine, way).remove():
                    replaced.append(way)
            except PillarplanError:
                doubtful.append(way)
    return replace(report, replaced=tuple(replaced), doubtful=tuple(doubtful))


def _ways_of(machine: Machine) -> list[Way]:
    return [way for way in Way if machine.has(_scheduler(machine, way).tool)]


def remove_reminder(machine: Machine, way: Way | None) -> Removal:
    """Take the reminder away; if no way is given, wherever this machine may have it."""
    ways = _ways_of(machine) if way is None else [way]
    return Removal(
        removed=tuple(each for each in ways if _scheduler(machine, each).remove())
    )


def due_notice(workspace: Workspace) -> Notice:
    """Return what a weekly reminder says today."""
    profile = workspace.profile()
    due_on = checkin_due_on(profile)
    latest = workspace.today + timedelta(days=EARLY_DAYS)
    return Notice(
        due=due_on is not None and due_on <= latest,
        next=whats_next(workspace),
    )


def notify(machine: Machine, way: Way, notice: Notice) -> None:
    """Show a notice on the desktop, if it is the way's custom and somebody is there."""
    command = notifier(way, notice)
    if command:
        # Who cannot be shown it may still read it where the way keeps what is printed.
        with suppress(ToolMissingError, ToolFailedError):
            machine.call(*command)


def _scheduler(machine: Machine, way: Way) -> Scheduler:
    kinds: dict[Way, Callable[[Machine], Scheduler]] = {
        Way.CRON: Cron,
        Way.SYSTEMD: Systemd,
        Way.LAUNCHD: Launchd,
        Way.WINDOWS: Windows,
    }
    return kinds[way](machine)


def _report(
    machine: Machine, reminder: Reminder, way: Way, outcome: Fate
) -> ReminderReport:
    scheduler = _scheduler(machine, way)
    return ReminderReport(
        outcome=outcome,
        way=way,
        usual=way is usual_way(machine),
        reminder=reminder,
        place=scheduler.place(),
        parts=scheduler.parts(reminder),
        by_hand=scheduler.by_hand(),
        notes=scheduler.notes(),
    )


def _check(reminder: Reminder) -> None:
    """Refuse what no form can hold."""
    for word in reminder.command:
        if not all(map(is_safe, word)):
            raise OddNameError(word)
