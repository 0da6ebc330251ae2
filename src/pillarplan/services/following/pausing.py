"""Pausing for a while without falling behind, and coming back."""

from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.reports.next_action import NextAction
from pillarplan.domain.text import check_length, one_line, say_day
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.planner.pace.paused import around_pauses
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.workspace import Workspace

LONGEST_DAYS = 2 * 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """A pause that began."""

    on: date
    until: date
    """Its last day."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The end of a pause, and what comes next."""

    on: date
    paused_since: date | None
    """When the pause began; None if there was none."""
    has_plan: bool
    next: NextAction


def pause(workspace: Workspace, until: date, reason: str = "") -> Paused:
    """Pause from today until the last day; this takes the place of an open pause.

    Raises UsageError if that day is over, or years away.
    """
    begun = pause_from(workspace.today, until, reason)
    workspace.record([changes.paused(begun)])
    return Paused(on=begun.first, until=until, reason=begun.label)


def pause_from(today: date, until: date, reason: str = "") -> Break:
    """Return a pause from today until its last day, or raise UsageError."""
    if until < today:
        raise UsageError(f"A pause ends today or later, not on {until}.")
    if until > today + timedelta(days=LONGEST_DAYS):
        raise UsageError(f"A pause may last two years, not until {until}.")
    check_length("The reason", reason)
    return Break(
        first=today,
        last=until,
        label=one_line(reason),
        source=BreakSource.PAUSE,
    )


def adopted_plan(profile: Profile) -> Roadmap | None:
    """Return the adopted plan as it stands: what a pause moved comes after it."""
    roadmap = profile.current_roadmap
    return around_pauses(roadmap, profile) if roadmap else None


def say_overrun(roadmap: Roadmap) -> str | None:
    """Return what to know of a plan that a pause has moved beyond its last day."""
    last = max((each.on for each in roadmap.sessions), default=roadmap.until)
    if last <= roadmap.until:
        return None
    return (
        f"With your pause the work goes on until {say_day(last)}, after the last day, "
        f"{say_day(roadmap.until)}. To make it fit: pillarplan plan"
    )


def resume(workspace: Workspace) -> Resumed:
    """End the pause, if there is one: today is an ordinary day again."""

    def decided() -> tuple[list[changes.Change], date | None]:
        open_pause = workspace.profile().pause_on(workspace.today)
        if open_pause is None:
            return [], None
        return [changes.resumed(workspace.today)], open_pause.first

    paused_since = workspace.decide(decided)
    profile = workspace.profile()
    return Resumed(
        on=workspace.today,
        paused_since=paused_since,
        has_plan=profile.roadmap is not None,
        next=whats_next(workspace),
    )
