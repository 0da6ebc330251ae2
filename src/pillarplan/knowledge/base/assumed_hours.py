"""Hours of items of which nobody says how long they take: the least that is honest."""

from dataclasses import replace
from typing import TypeVar

from pillarplan.domain.knowledge.base import KnowledgeBase, Part
from pillarplan.domain.knowledge.item import Practice, Resource
from pillarplan.domain.knowledge.scale import Scale

AnyPart = TypeVar("AnyPart", bound=KnowledgeBase | Part)
AnyItem = TypeVar("AnyItem", bound=Resource | Practice)


class AssumedHours:
    """Completes the parts of a knowledge base by its scale, the entry file first."""

    def __init__(self) -> None:
        self._scale: Scale | None = None

    def given(self, part: AnyPart) -> AnyPart:
        """Return a part in which each item takes what its steps take at least.

        Without a sound entry file there is no scale, and the whole will be refused.
        """
        if isinstance(part, KnowledgeBase):
            self._scale = part.scale
        if self._scale is None:
            return part
        return replace(
            part,
            resources=tuple(with_hours(each, self._scale) for each in part.resources),
            practices=tuple(with_hours(each, self._scale) for each in part.practices),
        )


def with_hours(item: AnyItem, scale: Scale) -> AnyItem:
    """Return an item that takes what its steps take at least, if nobody says more."""
    if not item.hours_assumed:
        return item
    least = sum(scale.least_hours(step.level) for step in item.steps)
    return replace(item, hours=least)
