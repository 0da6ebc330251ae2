"""Reminders by a timer of systemd, for this person only."""

from pathlib import Path

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.reports.reminder import Reminder, ReminderPart
from pillarplan.render.reminder.units import service_unit, timer_unit
from pillarplan.services.following.schedulers.files import content_of, delete, written
from pillarplan.services.following.schedulers.machine import Machine

NAME = "pillarplan-checkin"
TIMER = f"{NAME}.timer"


@dataclass(frozen=True)
class Systemd:
    """The part of systemd that serves one person."""

    machine: Machine
    tool = "systemctl"

    def parts(self, reminder: Reminder) -> tuple[ReminderPart, ...]:
        """Return the two units."""
        return (
            ReminderPart(place=str(self._service), text=service_unit(reminder)),
            ReminderPart(place=str(self._timer), text=timer_unit(reminder)),
        )

    def place(self) -> str:
        """Return where it is set up, in words or as a folder."""
        return str(self._folder)

    def by_hand(self) -> str:
        """Return what one would type oneself once the units are there."""
        return f"systemctl --user enable --now {TIMER}"

    def notes(self) -> tuple[str, ...]:
        """Return what the person should know about this machine."""
        if self.machine.has("notify-send"):
            return ()
        return (f"Without notify-send it goes to: journalctl --user -u {NAME}",)

    def install(self, reminder: Reminder) -> bool:
        """Write the units and start the timer; say whether that changed anything."""
        units = {Path(part.place): part.text for part in self.parts(reminder)}
        known = all(content_of(path) == text.encode() for path, text in units.items())
        if known and self.machine.ask(*_systemctl("is-active", TIMER)).is_well:
            return False
        # Where no systemd serves this person, this fails before anything is written.
        self.machine.call(*_systemctl("daemon-reload"))
        with written(units):
            self.machine.call(*_systemctl("daemon-reload"))
            self.machine.call(*_systemctl("enable", TIMER))
            # Unlike `enable --now`, this also gives a running timer its new time.
            self.machine.call(*_systemctl("restart", TIMER))
        return True

    def remove(self) -> bool:
        """Stop the timer and delete the units; say whether there were any."""
        there = [path for path in (self._timer, self._service) if path.exists()]
        if self._timer in there:
            self.machine.call(*_systemctl("disable", "--now", TIMER))
        for path in there:
            delete(path)
        if there:
            self.machine.call(*_systemctl("daemon-reload"))
        return bool(there)

    @property
    def _service(self) -> Path:
        return self._folder / f"{NAME}.service"

    @property
    def _timer(self) -> Path:
        return self._folder / TIMER

    @property
    def _folder(self) -> Path:
        # systemd.unit(5), "User Unit Search Path".
        return self.machine.config / "systemd" / "user"


def _systemctl(*arguments: str) -> tuple[str, ...]:
    return ("systemctl", "--user", *arguments)
