"""Whether people have a choice at every step, and know what it costs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.grade import find_grades
from pillarplan.domain.knowledge.item import Cost, Practice, Resource, ResourceKind
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Role, Skill
from pillarplan.domain.knowledge.step import Step
from pillarplan.knowledge.checking.finding import Finding, warning


def thin_steps(base: KnowledgeBase) -> Iterator[Finding]:
    """Yield the steps with one resource only, and those where each one costs money.

    Steps without any are told apart, as what is missing.
    """
    leading: dict[Step, list[Resource]] = {}
    for resource in base.resources:
        for step in dict.fromkeys(resource.steps):
            leading.setdefault(step, []).append(resource)
    for skill in base.skills:
        for level in range(1, base.scale.top + 1):
            found = leading.get(Step(skill.id, level), [])
            to = f"from level {level - 1} to {level}"
            if len(found) == 1:
                message = f"only one resource leads {to}: {found[0].id}"
                yield warning("one-resource", skill.id, message)
            if found and not any(each.is_free for each in found):
                yield warning("none-free", skill.id, f"nothing free leads {to}")


def hidden_costs(resource: Resource) -> Iterator[Finding]:
    """Yield what one should know of the cost of a resource and is not told."""
    if resource.cost is Cost.FREEMIUM and resource.free_part is None:
        message = "is free in part; say which part, and whether it is enough"
        yield Finding(code="no-free-part", id=resource.id, message=message)
    elif resource.cost and not resource.is_free and resource.price is None:
        message = "costs money; say in which band its price is"
        yield Finding(code="no-price", id=resource.id, message=message)


def without_rhythm(resource: Resource) -> Iterator[Finding]:
    """Yield what is done with others and does not say when.

    An event is on a day.  A community meets, or one writes in it week by week.
    """
    if resource.when:
        return
    if resource.kind is ResourceKind.EVENT:
        message = "is an event; say in 'when' on which days or in which months it is"
        yield Finding(code="no-day", id=resource.id, message=message)
    if resource.kind is ResourceKind.COMMUNITY and (resource.weeks or 1) == 1:
        message = "is a community; say in 'when' how often it meets, or its 'weeks'"
        yield Finding(code="no-rhythm", id=resource.id, message=message)


def moved_grades(resource: Resource, scale: Scale) -> Iterator[Finding]:
    """Yield a resource whose editor moves its grade, and none of its grades moves."""
    if resource.regrade:
        facts = find_grades(replace(resource, regrade=None), scale)
        if [each.total for each in facts] == [
            each.total for each in find_grades(resource, scale)
        ]:
            said = ", ".join(f"{each.total / 100:g}" for each in facts)
            message = f"moves its grade by {resource.regrade.by:g}, but it stays {said}"
            yield Finding(code="regrade", id=resource.id, message=message)


def uneven(practice: Practice) -> Iterator[Finding]:
    """Yield a practice of several skills that asks more of one than of another.

    Somebody who is ready for one half would be lost in the other, and the plan could
    find no place for it between the steps of both.
    """
    levels = sorted({step.level for step in practice.steps})
    if len({step.skill for step in practice.steps}) > 1 and len(levels) > 1:
        message = f"lifts its skills to different levels: {levels[0]} and {levels[-1]}"
        yield Finding(code="uneven", id=practice.id, message=message)


def misled(base: KnowledgeBase) -> Iterator[Finding]:
    """Yield entries that say they took their own place, and practices on lists."""
    entries: Iterator[Skill | Resource | Practice | Role]
    entries = chain(base.skills, base.items, base.roles)
    for entry in entries:
        if entry.id in entry.was:
            message = "says it took the place of itself"
            yield Finding(code="was-itself", id=entry.id, message=message)
    for practice in base.practices:
        if practice.id in base.recommended or practice.id in base.guests:
            message = "is a practice of ours; lists can recommend resources only"
            yield Finding(code="no-resource", id=practice.id, message=message)
