"""A reminder as a task for the Task Scheduler of Windows."""

import subprocess
from datetime import date, timedelta
from xml.sax.saxutils import escape

from pillarplan.domain.reports.reminder import Reminder
from pillarplan.domain.text import WEEKDAYS

A_MONDAY = date(2026, 1, 5)
"""A task begins on some day that is over; by the schema it must have one."""


def task_xml(reminder: Reminder) -> str:
    """Return the definition of a task that runs a reminder once a week.

    The elements are those of the Task Scheduler schema.  The options of schtasks could
    not say the last two settings: a laptop on its battery is reminded as well, and a
    time that was missed is made good for.
    """
    program, *arguments = reminder.command
    # What Windows hands to a program is one line; this is how programs take it apart.
    line = subprocess.list2cmdline(arguments)
    begins = A_MONDAY + timedelta(days=reminder.weekday)
    text = f"""\
<?xml version="1.0" ?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>{begins}T{reminder.at:%H:%M}:00</StartBoundary>
      <ScheduleByWeek>
        <DaysOfWeek><{WEEKDAYS[reminder.weekday]} /></DaysOfWeek>
        <WeeksInterval>1</WeeksInterval>
      </ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{escape(line)}</Arguments>
    </Exec>
  </Actions>
</Task>
"""
    # Letters beyond ASCII as references: so no program can mistake the encoding.
    return text.encode("ascii", "xmlcharrefreplace").decode()
