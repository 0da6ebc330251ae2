"""Reminders by the Task Scheduler of Windows."""

import tempfile
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.reminder import Reminder, ReminderPart
from pillarplan.render.reminder.task import task_xml
from pillarplan.services.following.schedulers.files import written
from pillarplan.services.following.schedulers.machine import Machine

NAME = "pillarplan check-in"


@dataclass(frozen=True)
class Windows:
    """The tasks of a person."""

    machine: Machine
    tool = "schtasks"

    def parts(self, reminder: Reminder) -> tuple[ReminderPart, ...]:
        """Return the definition of the task."""
        return (ReminderPart(place=self.place(), text=task_xml(reminder)),)

    def place(self) -> str:
        """Return where it is set up, in words or as a folder."""
        return "the Task Scheduler"

    def by_hand(self) -> str:
        """Return what one would type oneself once the definition is in a file."""
        return f'schtasks /Create /TN "{NAME}" /XML FILE /F'

    def notes(self) -> tuple[str, ...]:
        """Return what the person should know about this machine."""
        return ()

    def install(self, reminder: Reminder) -> bool:
        """Create the task, or replace the one that is there."""
        with tempfile.TemporaryDirectory(prefix="pillarplan-") as folder:
            file = Path(folder) / "task.xml"
            with written({file: task_xml(reminder)}):
                self.machine.call(
                    *("schtasks", "/Create", "/TN", NAME, "/XML", str(file), "/F")
                )
        return True

    def remove(self) -> bool:
        """Delete the task; say whether there was one."""
        is_there = self.machine.ask("schtasks", "/Query", "/TN", NAME).is_well
        if is_there:
            self.machine.call("schtasks", "/Delete", "/TN", NAME, "/F")
        return is_there
