"""Making a roadmap, comparing it with the adopted one, and adopting it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from pillarplan.domain.availability import Availability, Break, Times, Week, spread
from pillarplan.domain.comparison import Comparison
from pillarplan.domain.profile import Profile
from pillarplan.domain.roadmap import Limits, Roadmap, State
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal import changes
from pillarplan.planner.comparison import compare
from pillarplan.planner.draft import Draft, make_draft
from pillarplan.planner.plan import as_roadmap
from pillarplan.services.days_off import find_breaks
from pillarplan.services.measuring import items_for_gaps, measure
from pillarplan.services.names import known_items, known_skills
from pillarplan.services.workspace import Workspace

USUAL_HOURS = 3.0
USUAL_WEEKS = 26
LONGEST_YEARS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person asks of a plan; None leaves it as in the adopted plan."""

    desk: Week | None = None
    listening: Week | None = None
    breaks: tuple[Break, ...] | None = None
    holidays: str | None = None
    """A country or a part of it; empty for no public holidays."""
    longest: float | None = None
    """Hours of the longest session; 0 for no limit."""
    starts_at: Times | None = None
    time_zone: str | None = None
    starts_on: date | None = None
    until: date | None = None
    role: str | None = None
    contexts: tuple[str, ...] | None = None
    focus: int | Literal["all"] | None = None
    skills: tuple[str, ...] | None = None
    budget: float | None = None
    only_free: bool | None = None
    formats: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    buffer_days: int | None = None
    """Days up to the last one that are kept free of sessions."""
    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A roadmap that is not adopted yet, and what it would change."""

    roadmap: Roadmap
    changes: Comparison | None
    """None if no roadmap is adopted yet."""
    is_new: bool
    """False if it is the adopted roadmap to the letter."""
    remark: str = ""
    """What the person should know about it before they adopt it."""


def propose(workspace: Workspace, wishes: Wishes) -> Proposal:
    """Make the best roadmap within the person's limits; nothing is recorded."""
    draft = draft_plan(workspace, wishes)
    roadmap = as_roadmap(draft, workspace.today)
    return as_proposal(draft.profile.current_roadmap, roadmap)


def draft_plan(workspace: Workspace, wishes: Wishes) -> Draft:
    """Choose and place what closes most within the person's limits."""
    profile = workspace.profile()
    if not profile.own_ratings:
        raise NothingYetError(
            "A plan needs an honest rating first. Start with: pillarplan assess"
        )
    report = measure(workspace, profile, wishes.role, wishes.contexts or ())
    limits = find_limits(workspace, wishes, profile, report.role, report.contexts)
    items = items_for_gaps(workspace, report.gaps, limits.pinned)
    return make_draft(limits, report.gaps, items, profile, workspace.today)


def as_proposal(
    adopted: Roadmap | None, roadmap: Roadmap, remark: str = ""
) -> Proposal:
    """Return `roadmap` with what it would change against the adopted one."""
    return Proposal(
        remark=remark,
        roadmap=roadmap,
        changes=compare(adopted, roadmap) if adopted else None,
        is_new=roadmap != adopted,
    )


def adopt(workspace: Workspace, roadmap: Roadmap) -> None:
    """Make `roadmap` the one that all other commands speak of."""
    profile = workspace.profile()
    new_role = (roadmap.role, roadmap.limits.contexts) != (
        profile.role,
        profile.contexts,
    )
    role = (
        [changes.role_chosen(roadmap.role, roadmap.limits.contexts)] if new_role else []
    )
    workspace.record([*role, changes.roadmap_adopted(roadmap)])


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
    dropped = profile.dropped_items.union(base.dropped, wishes.dropped)
    limits = replace(
        base,
        **_stated(wishes),
        availability=_availability(base.availability, wishes),
        starts_on=starts_on,
        until=until,
        has_deadline=has_deadline,
        role=role,
        contexts=contexts,
        pinned=_without(base.pinned + wishes.pinned, wishes.dropped),
        dropped=_without(tuple(sorted(dropped)), wishes.pinned),
    )
    known_skills(workspace.knowledge, limits.skills)
    known_items(workspace.knowledge, wishes.pinned + wishes.dropped)
    _check(limits, workspace.today)
    breaks = find_breaks(base, limits, wishes.breaks, profile.pauses)
    return replace(limits, availability=replace(limits.availability, breaks=breaks))


def _adopted_limits(workspace: Workspace, profile: Profile) -> Limits | None:
    """Return what the adopted plan was asked for, less the money spent since."""
    roadmap = profile.current_roadmap
    if roadmap is None or roadmap.limits.budget is None:
        return roadmap.limits if roadmap else None
    assert profile.roadmap is not None
    bought = {item.id for item in roadmap.items if item.state is State.DONE}
    bought -= {item.id for item in profile.roadmap.items if item.state is State.DONE}
    items = (workspace.knowledge.item(name) for name in bought)
    spent = sum(item.money for item in items if item is not None)
    return replace(roadmap.limits, budget=max(0.0, roadmap.limits.budget - spent))


def _usual_limits(starts_on: date, role: str) -> Limits:
    return Limits(
        availability=Availability(desk=spread(USUAL_HOURS)),
        starts_on=starts_on,
        until=starts_on + timedelta(weeks=USUAL_WEEKS),
        role=role,
    )


def _stated(wishes: Wishes) -> dict[str, Any]:
    """Return the wishes that replace a limit of the same name."""
    names = ("budget", "only_free", "formats", "languages", "skills", "holidays")
    named = ((name, getattr(wishes, name)) for name in (*names, "buffer_days"))
    stated = {name: value for name, value in named if value is not None}
    if wishes.focus is not None:
        stated["focus"] = None if wishes.focus == "all" else wishes.focus
        stated.setdefault("skills", ())
    return stated


def _availability(base: Availability, wishes: Wishes) -> Availability:
    return replace(
        base,
        desk=wishes.desk or base.desk,
        listening=wishes.listening or base.listening,
        longest_session=(
            base.longest_session if wishes.longest is None else wishes.longest or None
        ),
        starts_at=base.starts_at if wishes.starts_at is None else wishes.starts_at,
        time_zone=base.time_zone if wishes.time_zone is None else wishes.time_zone,
    )


def _last_day(base: Limits, wishes: Wishes, starts_on: date) -> tuple[date, bool]:
    """Return the stated last day, the adopted one if it is ahead, or a usual one.

    Also say whether the person named it.
    """
    if wishes.until is not None:
        return wishes.until, True
    if base.until > starts_on:
        return base.until, base.has_deadline
    return starts_on + timedelta(weeks=USUAL_WEEKS), False


def _without(names: tuple[str, ...], unwanted: tuple[str, ...]) -> tuple[str, ...]:
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
    longest, shortest = week.longest_session, week.shortest_session
    if longest is not None and longest < shortest:
        raise UsageError(
            f"A session lasts {shortest:g} h at least, so {longest:g} h cannot be the "
            f"longest. Try: --longest {shortest:g}"
        )
