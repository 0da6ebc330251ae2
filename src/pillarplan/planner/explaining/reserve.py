"""A word of care if one missed week would break a plan with a deadline."""

from collections.abc import Iterator
from datetime import timedelta

from pillarplan.domain.text import say_day
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.fitting.placing import place
from pillarplan.planner.schedule.calendar import add_up, find_days, shortest_session

A_WEEK = 7


def find_risk(draft: Draft) -> Iterator[str]:
    """Yield a note if what is planned would not fit without its first week.

    Whoever named no last day, or keeps a week free before it, needs no such note.
    """
    limits, sessions = draft.limits, draft.fit.timetable.sessions
    if not sessions or not limits.has_deadline or limits.buffer_days >= A_WEEK:
        return
    a_week_later = sessions[0].on + timedelta(days=A_WEEK)
    days = tuple(find_days(limits.availability, a_week_later, limits.until))
    shortest = shortest_session(limits.availability)
    capacity = add_up(days)
    timetable = place(draft.choice, draft.fit.selection, days, capacity, shortest)
    if timetable is None or not timetable.is_complete:
        yield (
            f"The plan ends on {say_day(sessions[-1].on)}; one missed week would break "
            f"it. To keep the last week free: pillarplan plan --buffer {A_WEEK}"
        )
