"""What it means that an item is finished: the steps it was for, and its hours."""

from collections.abc import Iterable

from pillarplan.domain.knowledge.step import spans
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import WhatItWas
from pillarplan.services.workspace import Workspace


def meant(workspace: Workspace, profile: Profile, item_id: str) -> WhatItWas | None:
    """Return what an item is by the plan and the knowledge base of today.

    None if neither of them has it.
    """
    planned = profile.roadmap.item(item_id) if profile.roadmap else None
    entry = workspace.knowledge.item(item_id)
    known = planned or entry
    if known is None:
        return None
    closed = [step for span in planned.closes for step in span.steps] if planned else []
    return WhatItWas(
        kind=known.kind,
        title=known.title,
        hours=known.hours,
        closes=spans([*closed, *(entry.steps if entry else ())]),
        top=workspace.knowledge.edition.top,
    )


def assumed_hours(profile: Profile, items: Iterable[str]) -> dict[str, float]:
    """Return the planned hours that count for finished items, as none were told."""
    asked = frozenset(items)
    return {
        each.item: each.hours
        for each in profile.spent
        if each.assumed and each.item in asked
    }
