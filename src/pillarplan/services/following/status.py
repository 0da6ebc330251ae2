"""Where one stands: progress, pace, forecast, and what is due."""

from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.recall import due_questions
from pillarplan.domain.plan.roadmap import Roadmap, State
from pillarplan.domain.reports.since_start import find_since_start
from pillarplan.domain.reports.status import Status
from pillarplan.planner.pace.forecast import make_forecast
from pillarplan.planner.pace.lag import hours_planned
from pillarplan.planner.pace.weeks import find_consistency, find_pace, find_weeks
from pillarplan.services.following.collisions import find_collisions
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.workspace import Workspace

CHECKIN_DAYS = 7
"""A check-in is due a week after the last one, the start of the plan, or a pause."""


def report_status(workspace: Workspace) -> Status:
    """Return where the person stands today."""
    profile = workspace.profile()
    today = workspace.today
    pause = profile.pause_on(today)
    weeks = find_weeks(profile, today)
    status = Status(
        role=profile.role,
        skills_rated=len(profile.own_ratings) - len(profile.not_applicable),
        not_applicable=len(profile.not_applicable),
        pace=find_pace(profile, today),
        consistency=find_consistency(weeks),
        forecast=make_forecast(profile, weeks, today),
        paused_until=pause.last if pause else None,
        last_checkin=max(profile.checkins, default=None),
        questions_due=len(due_questions(profile.questions, today)),
        since_start=find_since_start(profile),
        calendars=find_collisions(workspace, profile),
        ahead=len(profile.ahead),
        next=whats_next(workspace),
    )
    roadmap = profile.current_roadmap
    return _with_roadmap(status, roadmap, profile, today) if roadmap else status


def checkin_due_on(profile: Profile) -> date | None:
    """Return the day from which on a check-in is due; None without a plan."""
    roadmap = profile.roadmap
    if roadmap is None:
        return None
    return _last_sign(roadmap, profile) + timedelta(days=CHECKIN_DAYS)


def _with_roadmap(
    status: Status, roadmap: Roadmap, profile: Profile, today: date
) -> Status:
    due_on = checkin_due_on(profile)
    return replace(
        status,
        plan_made_on=roadmap.made_on,
        plan_until=roadmap.until,
        items_done=sum(item.state is State.DONE for item in roadmap.items),
        items_total=len(roadmap.items),
        hours_done=profile.hours_on(roadmap.items),
        hours_planned=hours_planned(profile, today),
        hours_total=roadmap.totals.hours,
        hours_per_week=roadmap.limits.availability.hours_per_week,
        checkin_due=due_on is not None and due_on <= today,
    )


def _last_sign(roadmap: Roadmap, profile: Profile) -> date:
    """Return the last day on which the person said anything, or has a pause."""
    pauses = (pause.last for pause in profile.pauses)
    return max((roadmap.made_on, *profile.checkins, *pauses))
