"""Reminders by cron, which mails what its jobs print."""

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.reminder import Reminder, ReminderPart
from pillarplan.render.reminder.crontab import (
    crontab_line,
    with_reminder,
    without_reminder,
)
from pillarplan.services.following.schedulers.machine import Machine, ToolFailedError

EMPTY = ("no crontab", "no such file")
"""What ``crontab -l`` says, and fails, where somebody has no crontab yet: the crons of
Vixie, Dillon and Apple the one, BusyBox the other.  POSIX leaves it open."""


@dataclass(frozen=True)
class Cron:
    """The crontab of a person."""

    machine: Machine
    tool = "crontab"

    def parts(self, reminder: Reminder) -> tuple[ReminderPart, ...]:
        """Return the line for the crontab."""
        return (ReminderPart(place=self.place(), text=f"{crontab_line(reminder)}\n"),)

    def place(self) -> str:
        """Return where it is set up, in words or as a folder."""
        return "your crontab"

    def by_hand(self) -> str:
        """Return what one would type oneself."""
        return "crontab -e"

    def notes(self) -> tuple[str, ...]:
        """Return what the person should know about this machine."""
        if self.machine.has("sendmail"):
            return ()
        return (
            "This machine has no mail program, so cron's mail may not reach you; your "
            "shell can ask instead: pillarplan status --due",
        )

    def install(self, reminder: Reminder) -> bool:
        """Put the line into the crontab; say whether that changed it."""
        table = self._table()
        return self._replace(table, with_reminder(table, crontab_line(reminder)))

    def remove(self) -> bool:
        """Take the line out of the crontab; say whether that changed it."""
        table = self._table()
        return self._replace(table, without_reminder(table))

    def _table(self) -> str:
        answer = self.machine.ask("crontab", "-l")
        if answer.is_well:
            # Bytes that are no UTF-8 go through unchanged (PEP 383).
            return answer.output.decode("utf-8", "surrogateescape")
        # To take any failure for an empty crontab would lose the one that is there.
        if any(phrase in answer.said.lower() for phrase in EMPTY):
            return ""
        raise ToolFailedError("crontab", answer.said)

    def _replace(self, old: str, new: str) -> bool:
        if new == old:
            return False
        content = new.encode("utf-8", "surrogateescape")
        self.machine.call("crontab", "-", stdin=content)
        return True
