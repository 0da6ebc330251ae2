"""The limits of a new plan: what is wished for, over what the adopted one has."""

from collections.abc import Container, Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import (
    USUAL_SHORTEST,
    Availability,
    Week,
    spread,
)
from pillarplan.domain.plan.roadmap import Limits, State
from pillarplan.domain.text import check_length
from pillarplan.errors import UsageError
from pillarplan.services.naming.known import known_items, known_languages, known_skills
from pillarplan.services.planning.days_off import find_breaks
from pillarplan.services.planning.meetings import find_meetings
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.workspace import Workspace

USUAL_HOURS = 3.0
USUAL_WEEKS = 26
LONGEST_YEARS = 10

LIFTING = ("any", "all")
"""What somebody wishes for who wants no limit any more."""


def find_limits(
    workspace: Workspace,
    wishes: Wishes,
    profile: Profile,
    role: str,
    contexts: tuple[str, ...],
) -> Limits:
    """Join wishes with what the adopted plan was asked for, and check them."""
    starts_on = wishes.starts_on or workspace.today
    base = _adopted_limits(workspace, profile) or _usual_limits(starts_on, role)
    until, has_deadline = _last_day(base, wishes, starts_on)
    given_up = profile.dropped_items.union(wishes.dropped).difference(wishes.pinned)
    left_out = given_up.union(base.dropped).difference(wishes.pinned)
    stated = _stated(wishes, Limits)
    if wishes.focus is not None:
        stated.setdefault("skills", ())
    joined = {
        "availability": _availability(base.availability, wishes),
        "starts_on": starts_on,
        "until": until,
        "has_deadline": has_deadline,
        "role": role,
        "contexts": contexts,
        "pinned": _without(base.pinned + wishes.pinned, given_up),
        "dropped": tuple(sorted(left_out)),
    }
    limits = replace(base, **stated | joined)
    _check_names(workspace, wishes)
    _check(limits, workspace.today)
    breaks = find_breaks(base, limits, wishes.breaks, profile.pauses)
    week = replace(limits.availability, breaks=breaks)
    meetings = find_meetings(workspace, limits)
    return replace(limits, availability=replace(week, meetings=meetings))


def _adopted_limits(workspace: Workspace, profile: Profile) -> Limits | None:
    """Return what the adopted plan was asked for, less the money spent since."""
    roadmap = profile.current_roadmap
    if roadmap is None or roadmap.limits.budget is None:
        return roadmap.limits if roadmap else None
    assert profile.roadmap is not None
    bought = {item.id for item in roadmap.items if item.state is State.DONE}
    bought -= {item.id for item in profile.roadmap.items if item.state is State.DONE}
    items = (workspace.knowledge.item(name) for name in bought)
    spent = sum(item.most_money or 0 for item in items if item is not None)
    return replace(roadmap.limits, budget=max(0.0, roadmap.limits.budget - spent))


def _usual_limits(starts_on: date, role: str) -> Limits:
    return Limits(
        availability=Availability(desk=spread(USUAL_HOURS)),
        starts_on=starts_on,
        until=starts_on + timedelta(weeks=USUAL_WEEKS),
        role=role,
    )


def _stated(wishes: Wishes, kind: type[Limits | Availability]) -> dict[str, Any]:
    """Return the wishes that take the place of a field of the same name in `kind`."""
    names = (field.name for field in fields(kind))
    wished = ((name, getattr(wishes, name, None)) for name in names)
    return {
        name: None if value in LIFTING else value
        for name, value in wished
        if value is not None
    }


def _availability(base: Availability, wishes: Wishes) -> Availability:
    shortest = base.shortest_session
    if wishes.shortest is not None:
        shortest = wishes.shortest or USUAL_SHORTEST
    before = base.shortest_session
    joined = {
        "desk": _spread_anew(wishes.desk or base.desk, before, shortest),
        "listening": _spread_anew(wishes.listening or base.listening, before, shortest),
        "breaks": base.breaks,
        "shortest_session": shortest,
        "longest_session": (
            base.longest_session if wishes.longest is None else wishes.longest or None
        ),
    }
    if wishes.times is not None:
        joined["starts_at"], joined["ends_at"] = wishes.times
    return replace(base, **_stated(wishes, Availability) | joined)


def _spread_anew(week: Week, before: float, shortest: float) -> Week:
    """Return a week that was spread out from a number of hours, spread out again."""
    hours = sum(week)
    was_spread = week in {spread(hours), spread(hours, before)}
    return spread(hours, shortest) if was_spread else week


def _last_day(base: Limits, wishes: Wishes, starts_on: date) -> tuple[date, bool]:
    """Return the stated last day, the adopted one if it is ahead, or a usual one.

    Also say whether the person named it.
    """
    if wishes.until is not None:
        return wishes.until, True
    if base.until > starts_on:
        return base.until, base.has_deadline
    return starts_on + timedelta(weeks=USUAL_WEEKS), False


def _without(names: Iterable[str], unwanted: Container[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name not in unwanted)


def _check_names(workspace: Workspace, wishes: Wishes) -> None:
    for item, reason in wishes.dropped.items():
        check_length(f"Why {item} was dropped", reason)
    known_skills(workspace.knowledge, wishes.skills or ())
    known_items(workspace.knowledge, (*wishes.pinned, *wishes.dropped))
    if both := sorted({*wishes.pinned} & {*wishes.dropped}):
        raise UsageError(f"{both[0]} cannot be both pinned and dropped.")
    if wishes.languages:
        known_languages(workspace.knowledge, wishes.languages)


def _check(limits: Limits, today: date) -> None:
    if limits.starts_on < today:
        raise UsageError(f"A plan cannot start in the past ({limits.starts_on}).")
    if limits.until <= limits.starts_on:
        raise UsageError(
            f"The last day ({limits.until}) must come after the first "
            f"({limits.starts_on})."
        )
    if limits.until > limits.starts_on + timedelta(days=366 * LONGEST_YEARS):
        raise UsageError(
            f"A plan may last {LONGEST_YEARS} years, not until {limits.until}."
        )
    week = limits.availability
    if week.hours_per_week <= 0:
        raise UsageError("A plan needs some time. Try: --hours 3")
    _check_sessions(week)


def _check_sessions(week: Availability) -> None:
    longest, shortest = week.longest_session, week.shortest_session
    if longest is not None and longest < shortest:
        raise UsageError(
            f"A session lasts {shortest:g} h at least, so {longest:g} h cannot be the "
            f"longest. Try: --longest {shortest:g}, or --shortest {longest:g}"
        )
    fullest = max(*week.desk, *week.listening)
    if fullest < shortest:
        raise UsageError(
            f"A session lasts {shortest:g} h at least, and no day of your week has "
            f"more than {fullest:g} h. Try: --shortest {fullest:g}, or more hours on "
            f"some day: --hours sat={shortest:g}"
        )
