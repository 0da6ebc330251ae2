"""What of a roadmap is in hand, and what follows when a skill is closed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.text import in_month


def later_waves(roadmap: Roadmap) -> tuple[tuple[PlannedItem, ...], ...]:
    """Return the items of each skill that is taken up when another one is closed.

    A wave of which something is begun is later no more.
    """
    begun = {i.wave for i in roadmap.items if i.state in (State.STARTED, State.DONE)}
    waves: dict[int, list[PlannedItem]] = {}
    for item in roadmap.items:
        if item.wave > 1 and item.wave not in begun:
            waves.setdefault(item.wave, []).append(item)
    return tuple(tuple(waves[number]) for number in sorted(waves))


def at_hand(roadmap: Roadmap) -> tuple[PlannedItem, ...]:
    """Return the items of the skills in hand now, in the order in which they start."""
    later = {item.id for wave in later_waves(roadmap) for item in wave}
    return tuple(item for item in roadmap.items if item.id not in later)


def by_month(
    items: Iterable[PlannedItem],
) -> Iterator[tuple[str, Iterable[PlannedItem]]]:
    """Yield items with the month in which they start: ``June 2027``."""
    return groupby(items, key=lambda item: in_month(item.starts_on))
