"""What a resource is worth its hours at a step: one rule over facts.

A grade runs from 1, for what nobody is known to recommend, to 6.  To the 1 comes a
quarter for each who recommends it, 2 if the article behind the knowledge base names
it, as for eight who do, a half for an institution behind it, and a half if its length
and form suit the level.  An editor may move that by one at most, with a reason.  It is
a sign of what to try first, and no judgement of quality.

Every voice weighs the same: a rule by which each further one weighs less would have
plans prefer what one list names to what nobody does, and hardly care for what twenty
name.
"""

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.bare import is_bare
from pillarplan.domain.knowledge.item import (
    Item,
    Origin,
    Practice,
    Resource,
    ResourceKind,
)
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Step

FIRST = 100
FOR_EACH = 25
FOR_ARTICLE = 200
FOR_INSTITUTION = 50
FOR_LEVEL = 50
"""What the parts of a grade weigh, in hundredths; the second for each who names it."""

LEAST, MOST = 0, 600
"""Between these a grade stays, in hundredths."""

BRIEF = frozenset({ResourceKind.ARTICLE, ResourceKind.EPISODE})
"""What is too brief to carry somebody over a step above the first."""

LIGHT = BRIEF | {ResourceKind.VIDEO, ResourceKind.NEWSLETTER}
"""What is too light for the steps to proficiency and beyond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGrade:
    """What a resource is worth at a step, and by which parts, all in hundredths."""

    skill: str
    to: int
    """The level that the step reaches."""
    total: int
    """All parts together, but no less than 0 and no more than 600."""
    for_recommenders: int
    """For the lists and guests who name it."""
    for_article: int
    for_institution: int
    for_level: int
    """For a length and form that suit the level."""
    by_editor: int
    """By how much an editor moved it."""


def find_grade(resource: Resource, step: Step, scale: Scale) -> StepGrade:
    """Return the grade of a resource at a step, with its parts."""
    parts = {
        "for_recommenders": FOR_EACH * resource.recommenders,
        "for_article": FOR_ARTICLE * (resource.origin is Origin.ARTICLE),
        "for_institution": FOR_INSTITUTION * resource.institution,
        "for_level": FOR_LEVEL * suits(resource, scale.of_five(step.level)),
        "by_editor": round(100 * resource.regrade.by) if resource.regrade else 0,
    }
    total = max(LEAST, min(MOST, FIRST + sum(parts.values())))
    return StepGrade(skill=step.skill, to=step.level, total=total, **parts)


def find_grades(item: Item, scale: Scale) -> tuple[StepGrade, ...]:
    """Return the grade of a resource at each of its steps.

    A practice has none, and neither has a source that is still to be found.
    """
    if isinstance(item, Practice) or is_bare(item.id):
        return ()
    return tuple(find_grade(item, step, scale) for step in dict.fromkeys(item.steps))


def suits(resource: Resource, level: int) -> bool:
    """Say whether length and form of a resource suit the step to a level of five.

    A first look takes three hours at most; steps to 2 and 3 take a whole thing of one
    to twenty hours; steps to 4 and 5 take four hours or more, and no light fare.
    """
    if level == 1:
        return resource.hours <= 3
    if level <= 3:
        return 1 <= resource.hours <= 20 and resource.kind not in BRIEF
    return resource.hours >= 4 and resource.kind not in LIGHT
