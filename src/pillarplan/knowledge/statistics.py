"""A knowledge base in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pillarplan.domain.item import Item
from pillarplan.domain.knowledge import KnowledgeBase


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much of what a knowledge base holds."""

    pillars: int
    skills: int
    behaviours: int
    resources: int
    practices: int
    roles: int
    contexts: int
    reflections: int
    resources_by_kind: Mapping[str, int]
    """Most frequent first."""
    resources_by_cost: Mapping[str, int]
    resources_by_step: Mapping[int, int]
    """By the level that is reached; one that spans two steps counts for both."""
    practices_by_step: Mapping[int, int]
    hours: float
    """What all resources and practices take together."""


def statistics(base: KnowledgeBase) -> Statistics:
    """Count what a knowledge base holds."""
    skills = tuple(base.skills)
    return Statistics(
        pillars=len(base.pillars),
        skills=len(skills),
        behaviours=sum(len(each) for skill in skills for each in skill.levels.values()),
        resources=len(base.resources),
        practices=len(base.practices),
        roles=len(base.roles),
        contexts=len(base.contexts),
        reflections=len(base.reflections),
        resources_by_kind=_frequencies(each.kind.value for each in base.resources),
        resources_by_cost=_frequencies(each.cost.value for each in base.resources),
        resources_by_step=_by_step(base.resources),
        practices_by_step=_by_step(base.practices),
        hours=sum(item.hours for item in (*base.resources, *base.practices)),
    )


def _frequencies(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words).most_common())


def _by_step(items: Sequence[Item]) -> dict[int, int]:
    levels = (level for item in items for level in {step.level for step in item.steps})
    return dict(sorted(Counter(levels).items()))
