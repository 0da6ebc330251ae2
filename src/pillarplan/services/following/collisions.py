"""Which of the next sessions collide with meetings, by what is remembered of them.

No calendar is read: that would take an everyday command too long.
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from pillarplan.domain.facts.about_calendars import CalendarsSay
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Meeting
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.services.workspace import Workspace

if TYPE_CHECKING:
    from pillarplan.busy.cache import Remembered

SOON = 8
"""So many sessions are looked at: a few weeks of them."""


def find_collisions(workspace: Workspace, profile: Profile) -> CalendarsSay | None:
    """Return what calendars say of the next sessions; None if that is nothing new."""
    adopted = profile.current_roadmap
    if adopted is None or not adopted.limits.busy:
        return None
    # Imported here, since most plans know of no calendar.
    from pillarplan.busy.cache import changed_files, remembered
    from pillarplan.planner.pace.paused import around_pauses

    before = remembered(workspace.cache)
    if before is None or before.paths != adopted.limits.busy:
        return None
    roadmap = around_pauses(adopted, profile)
    soon = _soon(roadmap, workspace.today)
    found = CalendarsSay(
        collide=_count(soon, _meetings(soon, before, roadmap)),
        sessions=len(soon),
        changed=changed_files(before),
    )
    return found if found.collide or found.changed else None


def _soon(roadmap: Roadmap, today: date) -> list[Session]:
    """Return the next sessions that have a time, of what is still to be done."""
    waiting = {item.id for item in roadmap.open_items()}
    return list(
        islice(
            (
                each
                for each in roadmap.sessions
                if each.on >= today and each.at is not None and each.item in waiting
            ),
            SOON,
        )
    )


def _meetings(
    soon: list[Session], before: "Remembered", roadmap: Roadmap
) -> tuple[Meeting, ...]:
    from pillarplan.busy.times import as_meetings
    from pillarplan.domain.plan.zone import find_zone

    if not soon:
        return ()
    zone = find_zone(roadmap.limits.availability.time_zone)
    return as_meetings(before.busy, soon[0].on, soon[-1].on, zone)


def _count(soon: Iterable[Session], meetings: Iterable[Meeting]) -> int:
    return sum(
        any(_collides(session, meeting) for meeting in meetings) for session in soon
    )


def _collides(session: Session, meeting: Meeting) -> bool:
    if session.at is None or session.on != meeting.on:
        return False
    begins = session.at.hour * 60 + session.at.minute
    ends = begins + int(session.hours * 60)
    return begins < meeting.ends and meeting.begins < ends
