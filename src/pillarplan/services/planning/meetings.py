"""When somebody is not free, by the calendars that they name."""

from datetime import timedelta
from pathlib import Path

from pillarplan.domain.plan.adoption import number_plans
from pillarplan.domain.plan.availability import Meeting
from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.plan.zone import find_zone
from pillarplan.journal.meaning.adoptions import find_adoptions
from pillarplan.services.planning.days_off import BEYOND
from pillarplan.services.workspace import Workspace

FARTHEST = timedelta(days=3 * 366)
"""Nobody's calendar is true for longer, and repetitions take their time to work out."""


def find_meetings(workspace: Workspace, limits: Limits) -> tuple[Meeting, ...] | None:
    """Return the meetings of all weeks that a plan within `limits` may look at.

    None if no calendar is named.  Raises BrokenCalendarError.
    """
    if not limits.busy:
        return None
    # Imported here, since most plans know of no calendar.
    from pillarplan.busy.reading import busy_times
    from pillarplan.busy.times import as_meetings

    # From Monday on: planning again in the middle of a week finds the same days.
    first = limits.starts_on - timedelta(days=limits.starts_on.weekday())
    last = min(limits.until + BEYOND, first + FARTHEST)
    paths = [Path(name) for name in limits.busy]
    found = busy_times(paths, first, last, workspace.cache, lambda: _ours(workspace))
    return as_meetings(found, first, last, find_zone(limits.availability.time_zone))


def _ours(workspace: Workspace) -> list[str]:
    """Return the UIDs of all sessions that any plan of this record had."""
    from pillarplan.render.calendar.components import session_uid

    events = workspace.events()
    return [
        session_uid(events[0].id, each.key)
        for plan in number_plans(find_adoptions(events, workspace.today))
        for each in plan.sessions
    ]
