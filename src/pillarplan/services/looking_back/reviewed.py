"""What became of the items of a stretch of time."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import OPEN, Roadmap, State
from pillarplan.domain.reports.review import Ahead, LeftOut, ReviewedItem
from pillarplan.planner.pace.in_force import Held
from pillarplan.services.looking_back.lookback import OUTSIDE, Lookback

COMING_UP = 3
"""So many items tell where it goes."""


def find_planned(profile: Profile, held: Iterable[Held]) -> Iterator[ReviewedItem]:
    """Yield the items of all sessions whose day came, with what became of them."""
    found: dict[str, ReviewedItem] = {}
    for plan in held:
        for session in plan.sessions:
            item = plan.roadmap.item(session.item)
            if item is None or profile.pause_on(session.on):
                continue
            before = found.get(item.id)
            found[item.id] = ReviewedItem(
                id=item.id,
                kind=item.kind,
                title=item.title,
                hours=session.hours + (before.hours if before else 0.0),
                on=min(session.on, before.on) if before else session.on,
                state=_state(profile, item.id),
            )
    yield from found.values()


def _state(profile: Profile, item: str) -> State:
    if item in profile.finished:
        return State.DONE
    if item in profile.dropped_items:
        return State.DROPPED
    return State.STARTED if item in profile.hours_spent else State.PLANNED


def find_finished(back: Lookback) -> Iterator[ReviewedItem]:
    """Yield what was finished in the time."""
    for end in back.profile.done:
        if back.covers(end.on):
            kind, title = back.kind_and_title(end.item)
            yield ReviewedItem(
                id=end.item,
                kind=kind,
                title=title,
                hours=round(back.profile.hours_spent.get(end.item, 0.0), 2),
                on=end.on,
                state=State.DONE,
            )


def find_under_way(back: Lookback) -> Iterator[ReviewedItem]:
    """Yield what was worked on in the time and is not over."""
    return (each for each in _worked_on(back) if each.kind != OUTSIDE)


def find_outside_work(back: Lookback) -> Iterator[ReviewedItem]:
    """Yield what was learnt in the time that no plan and no base has."""
    for each in _worked_on(back):
        if each.kind == OUTSIDE:
            yield replace(each, state=State.DONE)


def _worked_on(back: Lookback) -> Iterator[ReviewedItem]:
    """Yield what hours of the time went into and is not over."""
    over = back.profile.finished | back.profile.dropped_items
    spent = [each for each in back.profile.spent if back.covers(each.on)]
    for name in dict.fromkeys(each.item for each in spent if each.item not in over):
        kind, title = back.kind_and_title(name)
        own = [each for each in spent if each.item == name]
        yield ReviewedItem(
            id=name,
            kind=kind,
            title=title,
            hours=round(sum(each.hours for each in own), 2),
            on=max(each.on for each in own),
            state=State.STARTED,
        )


def find_left_out(back: Lookback, planned: Iterable[ReviewedItem]) -> Iterator[LeftOut]:
    """Yield what was dropped in the time, and what another plan put aside."""
    yield from _dropped(back)
    yield from _replaced(back, planned)


def _dropped(back: Lookback) -> Iterator[LeftOut]:
    for end in back.profile.dropped:
        if back.covers(end.on) and end.item in back.profile.dropped_items:
            kind, title = back.kind_and_title(end.item)
            yield LeftOut(
                id=end.item,
                kind=kind,
                title=title,
                on=end.on,
                dropped=True,
                reason=end.reason,
            )


def _replaced(back: Lookback, planned: Iterable[ReviewedItem]) -> Iterator[LeftOut]:
    """Yield what was due but is neither over nor in the plan any more."""
    for item in planned:
        without = _first_without(back.roadmaps, item.id)
        if without and item.state in OPEN:
            yield LeftOut(
                id=item.id,
                kind=item.kind,
                title=item.title,
                on=without.made_on,
                dropped=False,
            )


def _first_without(roadmaps: Sequence[Roadmap], item: str) -> Roadmap | None:
    """Return the plan that left an item out for good; None if the last one holds it."""
    last = max(
        (place for place, plan in enumerate(roadmaps) if plan.item(item)), default=-1
    )
    return next(iter(roadmaps[last + 1 :]), None)


def find_ahead(
    back: Lookback, planned: Iterable[ReviewedItem], under_way: Container[str]
) -> Iterator[Ahead]:
    """Yield what was due and is still open, and with it what comes next."""
    roadmap = back.profile.current_roadmap
    if roadmap is None:
        return
    due = {item.id: item.on for item in planned}
    items = [item for item in roadmap.open_items() if item.id not in under_way]
    carried = [item for item in items if item.id in due]
    others = [item for item in items if item.id not in due]
    for item in (*carried, *others[: max(0, COMING_UP - len(carried))]):
        days = (each.on for each in roadmap.sessions if each.item == item.id)
        yield Ahead(
            id=item.id,
            kind=item.kind,
            title=item.title,
            hours_left=round(back.profile.hours_left(item), 2),
            on=min((day for day in days if day >= back.until), default=None),
            planned_on=due.get(item.id),
            started=item.state is State.STARTED,
        )
