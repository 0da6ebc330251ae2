"""What maintainers should mend in a knowledge base that can be used as it is."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.text import counted
from pillarplan.knowledge.checking.choices import (
    hidden_costs,
    misled,
    moved_grades,
    thin_steps,
    uneven,
    without_rhythm,
)
from pillarplan.knowledge.checking.finding import Finding, warning
from pillarplan.knowledge.checking.freshness import (
    Overdue,
    find_overdue,
    half_life,
)
from pillarplan.knowledge.checking.own_base import remarks

LONG = 10.0
"""From how many hours on a resource may claim three steps of a skill."""

LONGEST_BEHAVIOUR = 95
LONGEST_LEVEL = 200
"""Characters of one behaviour, and of all behaviours of a level together; an
assessment shows all levels on one screen."""

LONGEST_TEXTS: Mapping[type, Mapping[str, int]] = {
    Skill: {"summary": 120, "why": 240, "neglect": 200, "delegate": 200},
    Resource: {"why": 200, "apply": 200},
    Practice: {"title": 60, "task": 400, "evidence": 160},
}


def lint(base: KnowledgeBase, today: date) -> tuple[Finding, ...]:
    """Return all that should be mended, in about the order of the knowledge base.

    A base that follows no article has owners of its own, and is judged by what it can
    know: it contradicts itself nowhere, and what it leaves open is told.
    """
    return (
        *(_by_our_rules(base) if base.article else _by_itself(base)),
        *misled(base),
        *find_stale(base, today),
        *_twins(base.resources),
        *_uncovered_article(base),
    )


def _by_itself(base: KnowledgeBase) -> Iterator[Finding]:
    yield from remarks(base)
    for resource in base.resources:
        yield from _contradictions(resource, base.scale)


def _by_our_rules(base: KnowledgeBase) -> Iterator[Finding]:
    yield from _uncovered_steps(base)
    for skill in base.skills:
        yield from _in_skill(skill)
    for resource in base.resources:
        yield from _in_resource(resource, base.scale)
    for practice in base.practices:
        yield from _in_practice(practice)
    yield from thin_steps(base)


def _uncovered_steps(base: KnowledgeBase) -> Iterator[Finding]:
    learnt = {step for resource in base.resources for step in resource.steps}
    applied = {step for practice in base.practices for step in practice.steps}
    for skill in base.skills:
        for level in range(1, base.scale.top + 1):
            for kind, covered in (("resource", learnt), ("practice", applied)):
                if Step(skill.id, level) not in covered:
                    message = f"no {kind} leads from level {level - 1} to {level}"
                    yield Finding(code=f"no-{kind}", id=skill.id, message=message)


def _in_skill(skill: Skill) -> Iterator[Finding]:
    yield from _too_long(skill)
    for level, behaviours in skill.levels.items():
        if len(behaviours) < 2:
            message = f"level {level} has fewer than two behaviours"
            yield Finding(code="few-behaviours", id=skill.id, message=message)
        if (length := sum(map(len, behaviours))) > LONGEST_LEVEL:
            message = f"level {level} has {length} characters of {LONGEST_LEVEL}"
            yield Finding(code="long-level", id=skill.id, message=message)
        for behaviour in behaviours:
            if len(behaviour) > LONGEST_BEHAVIOUR:
                most = f"{len(behaviour)} characters of {LONGEST_BEHAVIOUR}"
                message = f"a behaviour of level {level} has {most}: {behaviour}"
                yield Finding(code="long-behaviour", id=skill.id, message=message)


def _in_resource(resource: Resource, scale: Scale) -> Iterator[Finding]:
    yield from _too_long(resource)
    yield from hidden_costs(resource)
    yield from without_rhythm(resource)
    yield from _contradictions(resource, scale)
    claims = _levels(resource)
    if len(claims) > 3:
        message = f"develops {len(claims)} skills; three at most are believable"
        yield Finding(code="many-skills", id=resource.id, message=message)
    for skill, levels in claims.items():
        most = 3 if resource.hours >= LONG else 2
        if len(levels) > most:
            message = (
                f"claims {len(levels)} steps of {skill}; {most} at most in its time"
            )
            yield Finding(code="many-steps", id=resource.id, message=message)
        least = sum(map(scale.least_hours, levels))
        if resource.hours < least:
            message = (
                f"takes {resource.hours:g} h; its steps of {skill} need {least:g} h"
            )
            yield Finding(code="short", id=resource.id, message=message)


def _contradictions(resource: Resource, scale: Scale) -> Iterator[Finding]:
    """Yield where what a resource says of itself does not fit together."""
    yield from moved_grades(resource, scale)
    ruled = resource.effort.hours if resource.effort else None
    if ruled is not None and abs(resource.hours - ruled) > max(0.5, ruled / 10):
        message = f"states {resource.hours:g} h, but its effort gives {ruled:.1f} h"
        yield Finding(code="hours", id=resource.id, message=message)


def _in_practice(practice: Practice) -> Iterator[Finding]:
    yield from _too_long(practice)
    yield from uneven(practice)
    claims = _levels(practice)
    if len(claims) > 2:
        message = f"develops {len(claims)} skills; two at most are believable"
        yield Finding(code="many-skills", id=practice.id, message=message)
    for skill, levels in claims.items():
        if len(levels) > 1:
            message = f"claims {len(levels)} steps of {skill}; a practice closes one"
            yield Finding(code="many-steps", id=practice.id, message=message)


def _levels(item: Item) -> dict[str, set[int]]:
    """Return the levels that an item helps to reach, by skill."""
    levels: dict[str, set[int]] = {}
    for step in item.steps:
        levels.setdefault(step.skill, set()).add(step.level)
    return levels


def _too_long(thing: Skill | Item) -> Iterator[Finding]:
    for name, most in LONGEST_TEXTS[type(thing)].items():
        if (length := len(getattr(thing, name))) > most:
            message = f"'{name}' has {length} characters of {most}"
            yield Finding(code="long-text", id=thing.id, message=message)


def find_stale(base: KnowledgeBase, today: date) -> tuple[Finding, ...]:
    """Return what somebody should look at again, the longest overdue first."""
    overdue = find_overdue(base.items, today)
    return tuple(warning("stale", each.item.id, _outdated(each)) for each in overdue)


def _outdated(overdue: Overdue) -> str:
    kept = counted(half_life(overdue.item), "month")
    return (
        f"was reviewed on {overdue.item.reviewed_on}, and such an entry keeps for "
        f"{kept}; look whether it still holds"
    )


def _twins(resources: Iterable[Resource]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for resource in resources:
        address = resource.url.removesuffix("/").casefold()
        for mark in filter(None, (resource.isbn, address)):
            first = seen.setdefault(mark, resource.id)
            if first != resource.id:
                yield warning("twin", resource.id, f"has the same {mark} as {first}")


def _uncovered_article(base: KnowledgeBase) -> Iterator[Finding]:
    covering: list[Any] = [base, *base.pillars, *base.skills, *base.reflections]
    covering += base.items
    covered = {each for thing in covering for each in thing.covers}
    for item in base.article:
        if item.id not in covered:
            message = f"nothing covers this item of the article: {item.text}"
            yield Finding(code="not-covered", id=item.id, message=message)
