"""A reminder as an agent of launchd."""

import plistlib

from pillarplan.domain.reports.reminder import Reminder

LABEL = "pillarplan.checkin"


def launch_agent(reminder: Reminder) -> str:
    """Return the property list that runs a reminder once a week.

    launchd.plist(5): weekday 1 is Monday, 0 and 7 are Sunday; a job that was missed,
    as the machine was asleep, is started when it wakes up.
    """
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(reminder.command),
        "StartCalendarInterval": {
            "Weekday": (reminder.weekday + 1) % 7,
            "Hour": reminder.at.hour,
            "Minute": reminder.at.minute,
        },
    }
    return plistlib.dumps(agent, sort_keys=False).decode()
