"""When one joins a group that meets again and again: near to what applies it.

Meetings take no desk hours, so a group could begin on the first day of a plan.  What is
learnt there months before it is tried is forgotten by then.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.plan.roadmap import Session
from pillarplan.planner.selection.candidates import Candidate
from pillarplan.planner.selection.selected import Selection

WEEK = timedelta(weeks=1)


def join_late(
    selection: Selection,
    items: Mapping[str, Item],
    sessions: Iterable[Session],
    admits: Callable[[Selection], bool],
) -> Selection:
    """Return a selection in which groups begin as late as all sessions may stay.

    `admits` says whether these may.  What is booked or begun stays as it is.
    """
    begins = {each.item: each.on for each in reversed([*sessions])}
    for group in selection.items:
        if _is_group(items[group.id]) and not (group.adopted or group.started):
            later = (
                _with(selection, moved) for moved in _later(group, selection, begins)
            )
            selection = next((each for each in later if admits(each)), selection)
    return selection


def _is_group(item: Item) -> bool:
    when = None if isinstance(item, Practice) else item.when
    return when is not None and when.every_weeks is not None


def _later(
    group: Candidate, selection: Selection, begins: Mapping[str, date]
) -> Iterator[Candidate]:
    """Yield a group put off by weeks, first until the first practice of it begins.

    Where all of what applies it is over, it closes a step by itself, at once.
    """
    taught = set(group.covers).intersection(selection.closed)
    practices = [
        item
        for item in selection.items
        if item.is_practice and not taught.isdisjoint(item.covers)
    ]
    if taught <= {step for item in practices for step in item.covers}:
        first = group.bookings[0].on
        tried = min((begins[item.id] for item in practices), default=first)
        for weeks in range((tried - first) // WEEK, 0, -1):
            yield _put_off(group, weeks * WEEK)


def _put_off(group: Candidate, by: timedelta) -> Candidate:
    days = (
        replace(each, on=each.on + by, book_by=each.book_by and each.book_by + by)
        for each in group.bookings
    )
    return replace(group, bookings=tuple(days))


def _with(selection: Selection, moved: Candidate) -> Selection:
    items = (moved if item.id == moved.id else item for item in selection.items)
    return replace(selection, items=tuple(items))
