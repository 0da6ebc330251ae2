"""A person's record to work on, for tests of the services and of what uses them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace

MONDAY = date(2026, 11, 23)

On = Callable[[date], Workspace]
"""Opens the same record on any day; see the fixture `on`."""


def open_at(home: Path, day: date, warn: Callable[[str], None] = print) -> Workspace:
    """Open the record in a folder as it is on a day."""
    return Workspace(
        data=home / "data",
        state=home / "state",
        cache=home / "cache",
        find_base=lambda: None,
        find_overlay=lambda: None,
        today=day,
        now=datetime.combine(day, time(12), UTC),
        host="desk",
        warn=warn,
    )


def after(days: int) -> date:
    """Return the day so many days after the first Monday."""
    return MONDAY + timedelta(days=days)


def rate(workspace: Workspace, **levels: int) -> None:
    """Let a senior product manager to be rate themselves."""
    record_ratings(
        workspace,
        [
            Rating(skill=skill, level=level, rated_on=workspace.today)
            for skill, level in levels.items()
        ],
        role="senior-pm",
    )


def plan(workspace: Workspace, **wishes: object) -> Roadmap:
    """Adopt the plan of somebody who has three hours a week."""
    proposal = propose(workspace, Wishes(**({"desk": spread(3)} | wishes)))  # type: ignore[arg-type]
    adopt(workspace, proposal)
    return proposal.roadmap


def planned(workspace: Workspace) -> Roadmap:
    """Let somebody rate themselves in one skill, and adopt a plan for it."""
    rate(workspace, negotiation=1)
    return plan(workspace)
