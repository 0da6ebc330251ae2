"""The thing in hand, looked up with what one needs to begin it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.reports.next_action import NextAction, Progress, guide_to
from pillarplan.errors import PillarplanError
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.workspace import Workspace


class InHand(NamedTuple):
    """What comes next, the entry that it is about, and where one stands."""

    action: NextAction
    entry: Item | None = None
    progress: Progress | None = None


def in_hand(workspace: Workspace) -> InHand:
    """Return the one thing to do now, with all that a person needs to begin it."""
    return look_up(workspace, whats_next(workspace))


def look_up(workspace: Workspace, action: NextAction) -> InHand:
    """Return an action with all that a person needs to begin it."""
    profile = workspace.profile()
    roadmap = profile.current_roadmap
    if action.item is None or roadmap is None:
        return InHand(action)
    entry = entry_of(workspace, action.item)
    numbers = item_numbers(roadmap.items)
    return InHand(
        action=replace(action, number=numbers[action.item], **guide_to(entry)),
        entry=entry,
        progress=_progress(profile, roadmap, action.item, workspace.today),
    )


def entry_of(workspace: Workspace, item: str) -> Item | None:
    """Return what the knowledge base says of an item.

    None if it has it no more, or if the base is broken: what is next is known anyway.
    """
    try:
        return workspace.knowledge.item(item)
    except PillarplanError:
        return None


def entries_of(workspace: Workspace, items: Iterable[PlannedItem]) -> dict[str, Item]:
    """Return the entries of items of a plan, by id, as far as the base has them."""
    found = {item.id: entry_of(workspace, item.id) for item in items}
    return {name: entry for name, entry in found.items() if entry is not None}


def _progress(
    profile: Profile, roadmap: Roadmap, item_id: str, today: date
) -> Progress:
    item, bookings = roadmap.item(item_id), roadmap.bookings
    days = (each for each in bookings if each.item == item_id and each.on >= today)
    return Progress(
        items_done=sum(each.state is State.DONE for each in roadmap.items),
        items_total=len(roadmap.items),
        hours_done=profile.hours_on(roadmap.items),
        hours_total=roadmap.totals.hours,
        closes=item.closes if item else (),
        skill_names=roadmap.skill_names,
        booking=next(days, None),
    )
