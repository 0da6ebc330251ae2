"""Making a roadmap within the limits that the person wishes for."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import field, fields, replace
from datetime import date, timedelta
from typing import Any, Literal

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.about_plans import ChosenAnew
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.availability import (
    USUAL_SHORTEST,
    Availability,
    Break,
    Times,
    Week,
    spread,
)
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Limits, State
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.render.words.say import say
from pillarplan.services.fitting import check_length
from pillarplan.services.naming.known import known_items, known_languages, known_skills
from pillarplan.services.planning.adopting import Proposal, as_proposal
from pillarplan.services.planning.asked import Asked, ask
from pillarplan.services.planning.choice import still_chosen, tell_choice
from pillarplan.services.planning.days_off import find_breaks, tell_days_off
from pillarplan.services.planning.meetings import find_meetings
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace

USUAL_HOURS = 3.0
USUAL_WEEKS = 26
LONGEST_YEARS = 10

LIFTING = ("any", "all")
"""What somebody wishes for who wants no limit any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person asks of a plan; None leaves it as in the adopted plan."""

    desk: Week | None = None
    listening: Week | None = None
    breaks: tuple[Break, ...] | None = None
    holidays: str | None = None
    """A country or a part of it, or `NO_HOLIDAYS`."""
    shortest: float | None = None
    """Hours of the shortest session; 0 for what is usual."""
    longest: float | None = None
    """Hours of the longest session; 0 for no limit."""
    times: tuple[Times, Times] | None = None
    """From when and until when one works on each weekday."""
    time_zone: str | None = None
    fill: float | None = None
    """How much of the hours is to be planned, from 0 to 1."""
    kept: float | None = None
    """How much of the planned hours the person expects to keep, from 0 to 1."""
    busy: tuple[str, ...] | None = None
    """Calendar files, and folders of them; empty to look at none."""
    margin: int | None = None
    """Minutes between a meeting and a session."""
    starts_on: date | None = None
    until: date | None = None
    role: str | None = None
    contexts: tuple[str, ...] | None = None
    focus: int | Literal["all"] | None = None
    skills: tuple[str, ...] | None = None
    once: bool | None = None
    """Take up no other skill when one is closed."""
    depth: Depth | None = None
    budget: float | Literal["any"] | None = None
    only_free: bool | None = None
    formats: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    buffer_days: int | None = None
    """Days up to the last one that are kept free of sessions."""
    pinned: tuple[str, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    """Items to leave out, each with the reason, which may be empty."""


def propose(workspace: Workspace, wishes: Wishes) -> Proposal:
    """Make the best roadmap within the person's limits; nothing is recorded."""
    draft = draft_plan(workspace, wishes)
    roadmap = as_roadmap(draft, workspace.today)
    remarks = filter(None, _remarks(draft, wishes))
    return as_proposal(draft.profile, roadmap, wishes.dropped, "\n".join(remarks))


def _remarks(draft: Draft, wishes: Wishes) -> Iterator[str]:
    """Yield what the person should know of a new plan, and of no later one."""
    yield tell_choice(draft.profile, wishes.skills, draft.limits.skills, draft.names)
    adopted = draft.profile.current_roadmap
    if adopted and adopted.chosen_by_length:
        begun = sum(item.state is State.STARTED for item in adopted.items)
        yield say(ChosenAnew(begun=begun))
    if fact := tell_days_off(draft.limits, adopted.limits if adopted else None):
        yield say(fact)


def draft_plan(workspace: Workspace, wishes: Wishes) -> Draft:
    """Choose and place what closes most within the person's limits."""
    return find_asked(workspace, wishes).draft()


def find_asked(workspace: Workspace, wishes: Wishes) -> Asked:
    """Return what a plan is made from that the person wishes for."""
    profile = workspace.person()
    if not profile.own_ratings:
        raise NothingYetError(
            "A plan needs an honest rating first. Start with: pillarplan assess"
        )
    report = measure(workspace, profile, wishes.role, wishes.contexts or ())
    if wishes.skills is None and wishes.focus is None:
        wishes = replace(wishes, skills=still_chosen(profile, report.gaps))
    limits = find_limits(workspace, wishes, profile, report.role, report.contexts)
    return ask(workspace, profile, limits, report.gaps)


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
    for item, reason in wishes.dropped.items():
        check_length(f"Why {item} was dropped", reason)
    known_skills(workspace.knowledge, wishes.skills or ())
    known_items(workspace.knowledge, (*wishes.pinned, *wishes.dropped))
    if both := sorted({*wishes.pinned} & {*wishes.dropped}):
        raise UsageError(f"{both[0]} cannot be both pinned and dropped.")
    if wishes.languages:
        known_languages(workspace.knowledge, wishes.languages)
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
