"""Reminders by an agent of launchd, on macOS."""

import shlex
from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.reminder import Reminder, ReminderPart
from pillarplan.render.reminder.agent import LABEL, launch_agent
from pillarplan.services.following.schedulers.files import content_of, delete, written
from pillarplan.services.following.schedulers.machine import Machine


@dataclass(frozen=True)
class Launchd:
    """The part of launchd that serves one person at their desktop."""

    machine: Machine
    tool = "launchctl"

    def parts(self, reminder: Reminder) -> tuple[ReminderPart, ...]:
        """Return the property list."""
        return (ReminderPart(place=str(self._path), text=launch_agent(reminder)),)

    def place(self) -> str:
        """Return where it is set up, in words or as a folder."""
        return str(self._path.parent)

    def by_hand(self) -> str:
        """Return what one would type oneself once the property list is there."""
        return f"launchctl bootstrap {self._domain} {shlex.quote(str(self._path))}"

    def notes(self) -> tuple[str, ...]:
        """Return what the person should know about this machine."""
        return ()

    def install(self, reminder: Reminder) -> bool:
        """Write the property list and load it; say whether that changed anything."""
        text = launch_agent(reminder)
        is_loaded = self._is_loaded()
        if is_loaded and content_of(self._path) == text.encode():
            return False
        with written({self._path: text}):
            if is_loaded:
                self.machine.call("launchctl", "bootout", self._target)
            self.machine.call("launchctl", "bootstrap", self._domain, str(self._path))
        return True

    def remove(self) -> bool:
        """Unload the agent and delete its property list; say whether there was one."""
        is_loaded = self._is_loaded()
        if is_loaded:
            self.machine.call("launchctl", "bootout", self._target)
        is_there = self._path.exists()
        delete(self._path)
        return is_loaded or is_there

    def _is_loaded(self) -> bool:
        return self.machine.ask("launchctl", "print", self._target).is_well

    @property
    def _path(self) -> Path:
        return self.machine.home / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    @property
    def _domain(self) -> str:
        # launchctl(1): the domain of somebody who is logged in at the screen.
        return f"gui/{self.machine.user}"

    @property
    def _target(self) -> str:
        return f"{self._domain}/{LABEL}"
