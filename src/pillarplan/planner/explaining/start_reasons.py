"""Why an item of a roadmap starts on its date."""

from pillarplan.domain.facts.about_items import StartsThen
from pillarplan.domain.facts.parts import Titled
from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap


def waits_for(roadmap: Roadmap, item: PlannedItem) -> tuple[PlannedItem, ...]:
    """Return what had to end before `item` could begin, in the order of the roadmap.

    A resource waits for nothing.  A practice waits for the resources that close the
    same steps, and for the practices of lower steps of its skills.
    """
    if item.kind != Practice.kind:
        return ()
    closes = _steps(item)
    lowest = dict(sorted(closes, reverse=True))
    return tuple(
        other
        for other in roadmap.items
        if other.ends_on <= item.starts_on
        and (
            any(step.level < lowest.get(step.skill, 0) for step in _steps(other))
            if other.kind == Practice.kind
            else not closes.isdisjoint(_steps(other))
        )
    )


def goes_on_beside(roadmap: Roadmap, item: PlannedItem) -> tuple[PlannedItem, ...]:
    """Return what a practice is learnt from that goes on while it is done."""
    if item.kind != Practice.kind:
        return ()
    closes = _steps(item)
    return tuple(
        other
        for other in roadmap.items
        if other.kind != Practice.kind
        and other.starts_on <= item.starts_on < other.ends_on
        and not closes.isdisjoint(_steps(other))
    )


def busy_before(roadmap: Roadmap, item: PlannedItem) -> PlannedItem | None:
    """Return what the last session before `item` began was spent on, in its pool."""
    sessions = roadmap.sessions
    place = next(i for i, session in enumerate(sessions) if session.item == item.id)
    earlier = (
        session.item
        for session in reversed(sessions[:place])
        if session.pool is sessions[place].pool
    )
    return roadmap.item(next(earlier, ""))


def why_then(roadmap: Roadmap, item: PlannedItem) -> StartsThen:
    """Return why `item` starts on its date."""
    needed, before = waits_for(roadmap, item), busy_before(roadmap, item)
    beside = goes_on_beside(roadmap, item)
    busy = before if before and before not in (*needed, *beside) else None
    return StartsThen(
        on=item.starts_on,
        builds_on=tuple(_titled(other) for other in needed),
        after=_titled(busy) if busy else None,
        beside=tuple(_titled(other) for other in beside),
        weeks=item.weeks or 1,
    )


def _titled(item: PlannedItem) -> Titled:
    return Titled(id=item.id, title=item.title)


def _steps(item: PlannedItem) -> frozenset[Step]:
    return frozenset(step for span in item.closes for step in span.steps)
