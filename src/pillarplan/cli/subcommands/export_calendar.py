"""``pillarplan export ical``: the plan as a calendar, in a file or a folder."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pillarplan.cli.frame.app import surroundings
from pillarplan.cli.frame.output import Force, Output, hand_over
from pillarplan.errors import UsageError

ALL_DAY = """\
Each session lasts all day, since the plan has no time for it. To give it one:
  pillarplan plan --at 18:00"""

Folder = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Keep a calendar folder up to date instead, for khal or vdirsyncer.",
    ),
]
Todos = Annotated[bool, typer.Option("--todos", help="Add a to-do for each item.")]
Remind = Annotated[
    datetime | None,
    typer.Option(
        formats=["%H:%M"], metavar="HH:MM", help="Remind at this time of the day."
    ),
]


def ical(
    ctx: typer.Context,
    output: Output = "-",
    force: Force = False,
    vdir: Folder = None,
    todos: Todos = False,
    remind: Remind = None,
) -> None:
    """Export sessions, re-rating days and check-ins as a calendar (iCalendar).

    Import the file again after a new plan or a pause: what moved, moves, what is gone
    comes as cancelled, and what is over stays.

    \b
    Examples:
      pillarplan export ical -o roadmap.ics
      pillarplan export ical --remind 08:30 --todos -o roadmap.ics
      pillarplan export ical --vdir ~/.calendars/growth
    """
    from pillarplan.services.handing_over.calendars import export_ical, refresh_vdir

    here = surroundings(ctx)
    remind_at = remind.time() if remind else None
    if vdir is None:
        made = export_ical(here.workspace, todos=todos, remind_at=remind_at)
        hand_over(here, made.text, output, force)
        if made.lasts_all_day:
            here.tell(ALL_DAY)
        return
    if output != "-":
        raise UsageError("Choose one of --output and --vdir.")
    done = refresh_vdir(here.workspace, vdir, todos=todos, remind_at=remind_at)
    here.tell(f"{vdir}: {done.written} written, {done.removed} removed.")
    if done.written and done.lasts_all_day:
        here.tell(ALL_DAY)
