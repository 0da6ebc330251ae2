"""A knowledge base in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Item, Resource
from pillarplan.domain.reports.library import Statistics


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
        resources_by_cost=_frequencies(
            each.cost.value if each.cost else "unknown" for each in base.resources
        ),
        resources_by_price=_frequencies(_price(each) for each in base.resources),
        recommended=len({*base.recommended, *base.guests}),
        lists=len(base.lists),
        resources_by_step=_by_step(base.resources),
        practices_by_step=_by_step(base.practices),
        hours=sum(item.hours for item in base.items),
    )


def _price(resource: Resource) -> str:
    if resource.is_free:
        return "free"
    return resource.price.band.value if resource.price else "unknown"


def _frequencies(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words).most_common())


def _by_step(items: Sequence[Item]) -> dict[int, int]:
    levels = (level for item in items for level in {step.level for step in item.steps})
    return dict(sorted(Counter(levels).items()))
