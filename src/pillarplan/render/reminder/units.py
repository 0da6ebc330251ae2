"""A reminder as two units of systemd: a timer and the service that it starts."""

import re

from pillarplan.domain.reports.reminder import Reminder
from pillarplan.domain.text import WEEKDAYS

DESCRIPTION = "Weekly check-in of pillarplan"


def service_unit(reminder: Reminder) -> str:
    """Return the unit that looks, once, whether a check-in is due."""
    program, *arguments = _startable(reminder.command)
    # systemd.service(5): a lone $ begins a variable and $$ is a dollar sign, but not
    # in the program's own name, where no variables are looked for.
    words = [
        _quoted(program),
        *(_quoted(word).replace("$", "$$") for word in arguments),
    ]
    return f"""\
[Unit]
Description={DESCRIPTION}

[Service]
Type=oneshot
ExecStart={" ".join(words)}
"""


def timer_unit(reminder: Reminder) -> str:
    """Return the unit that starts the service once a week.

    systemd.timer(5): a persistent timer that was missed, as the machine was off, is
    made good for as soon as it is on.
    """
    return f"""\
[Unit]
Description={DESCRIPTION}

[Timer]
OnCalendar={WEEKDAYS[reminder.weekday][:3]} *-*-* {reminder.at:%H:%M}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def _startable(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command whose program systemd accepts.

    It refuses quotes and backslashes in the name of a program (not in arguments), and
    somebody may be called O'Brien.
    """
    if set(command[0]) & set("'\"\\"):
        return ("/bin/sh", "-c", 'exec "$0" "$@"', *command)
    return command


def _quoted(word: str) -> str:
    """Return a word that systemd reads as it is.

    systemd.syntax(7): double quotes keep blanks, and a backslash begins an escape;
    systemd.unit(5): % begins a specifier, and %% is a percent sign.
    """
    if re.fullmatch(r"[A-Za-z0-9_@:=,./+-]+", word):
        return word
    escaped = word.replace("\\", r"\\").replace('"', r"\"").replace("%", "%%")
    return f'"{escaped}"'
