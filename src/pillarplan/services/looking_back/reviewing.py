"""What a stretch of time brought."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.habit.lights import Backing, find_lights
from pillarplan.domain.person.sharing import for_others
from pillarplan.domain.plan.gap import GapReport
from pillarplan.domain.reports.review import Review
from pillarplan.domain.reports.status import Consistency
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning.adopted import adopted_roadmaps
from pillarplan.planner.pace.in_force import plans_in_force
from pillarplan.planner.pace.weeks import find_consistency, find_weeks, is_free
from pillarplan.services.looking_back.lookback import Lookback
from pillarplan.services.looking_back.reviewed import (
    find_ahead,
    find_finished,
    find_left_out,
    find_outside_work,
    find_planned,
    find_under_way,
)
from pillarplan.services.looking_back.stories import find_rises, find_stories
from pillarplan.services.rating.measuring import measure
from pillarplan.services.rating.strengths import used_strengths
from pillarplan.services.workspace import Workspace


def months_before(day: date, months: int) -> date:
    """Return the day after the same day `months` earlier: 24 Aug for 23 Nov, 3."""
    number = day.year * 12 + day.month - 1 - months
    first = date(number // 12, number % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day)) + timedelta(days=1)


def week_before(day: date) -> date:
    """Return the first of the seven days that end on `day`.

    One-on-ones are on any weekday: seven days tell what happened since the last one.
    """
    return day - timedelta(days=6)


def report_review(
    workspace: Workspace, since: date, *, with_reasons: bool = False
) -> Review:
    """Return what was planned, done and learned from `since` to today.

    It is made to be handed on: nothing private is in it, and only `with_reasons` why
    items were dropped.
    """
    until = workspace.today
    if since > until:
        raise UsageError(f"A review looks back; {since} is still to come.")
    profile = for_others(workspace.profile(), with_notes=with_reasons)
    if not profile.own_ratings:
        raise NothingYetError(
            "There is nothing to review yet. Start with: pillarplan assess"
        )
    role = profile.roadmap.role if profile.roadmap else None
    report = measure(workspace, profile, role)
    back = Lookback(
        knowledge=workspace.knowledge,
        profile=profile,
        roadmaps=tuple(adopted_roadmaps(workspace.events(), until)),
        targets={gap.skill: gap.target for gap in report.gaps},
        since=since,
        until=until,
    )
    return replace(_review(back, report), strengths=used_strengths(workspace, report))


def _review(back: Lookback, report: GapReport) -> Review:
    held = tuple(plans_in_force(back.roadmaps, back.since, back.until))
    planned = tuple(find_planned(back.profile, held))
    under_way = tuple(find_under_way(back))
    spent = [each.hours for each in back.profile.spent if back.covers(each.on)]
    return Review(
        since=back.since,
        until=back.until,
        role=report.role,
        role_name=report.role_name,
        plans_made_on=tuple(dict.fromkeys(plan.roadmap.made_on for plan in held)),
        hours_planned=round(sum((each.hours for each in planned), 0.0), 2),
        hours=round(sum(spent, 0.0), 2),
        pace=_pace(back),
        consistency=_consistency(back),
        planned=planned,
        finished=tuple(find_finished(back)),
        under_way=under_way,
        outside=tuple(find_outside_work(back)),
        left_out=tuple(find_left_out(back, planned)),
        ahead=tuple(find_ahead(back, planned, {item.id for item in under_way})),
        rises=tuple(find_rises(back)),
        stories=tuple(find_stories(back)),
        lit=_lit(back),
    )


def _lit(back: Lookback) -> dict[Backing, int]:
    """Return how many lights came in the time, by source."""
    before = back.since - timedelta(days=1)
    new = Counter(
        source
        for skill in back.profile.own_ratings
        for source, _ in _lights_on(back, skill, back.until)
        - _lights_on(back, skill, before)
    )
    return {source: new[source] for source in Backing if new[source]}


def _lights_on(back: Lookback, skill: str, day: date) -> frozenset[tuple[Backing, int]]:
    """Return the lights behind a skill's level on a day, each with that level."""
    lights = find_lights(back.profile, skill, day)
    on = lights.on if lights else ()
    level = lights.level if lights else 0
    return frozenset((source, level) for source in on)


def _pace(back: Lookback) -> float | None:
    told = (
        *(rating.rated_on for rating in back.profile.ratings),
        *(each.on for each in back.profile.spent),
    )
    first = max(back.since, min(told, default=back.since))
    every = (first + timedelta(days=n) for n in range((back.until - first).days + 1))
    days = {day for day in every if not is_free(back.profile, day)}
    if not days:
        return None
    spent = sum(each.hours for each in back.profile.spent if each.on in days)
    return round(spent * 7 / max(7, len(days)), 2)


def _consistency(back: Lookback) -> Consistency | None:
    """Return in how many weeks of the time the person worked; None if too few."""
    number = (back.until - back.since).days // 7 + 1
    weeks = find_weeks(back.profile, back.until, number)
    return find_consistency((week for week in weeks if week.last >= back.since), number)
