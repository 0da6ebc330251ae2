"""The items that stand in where a knowledge base has nothing for a step."""

from collections.abc import Callable, Iterator

from pillarplan.domain.knowledge.bare import FIND, read_bare_id
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.text import one_line

LONGEST_TITLE = 80
"""Characters of a behaviour in a title; the task has all of it."""


def make_bare(
    item_id: str,
    find_skill: Callable[[str], Skill | None],
    find_scale: Callable[[], Scale],
) -> Item | None:
    """Return the bare step of an id; None if it is none, or of no skill and level."""
    found = read_bare_id(item_id)
    if found is None:
        return None
    sort, (name, level) = found
    skill, scale = find_skill(name), find_scale()
    if skill is None or level > scale.top:
        return None
    make = _source if sort == FIND else _showing
    return make(item_id, skill, level, scale.least_hours(level))


def _source(item_id: str, skill: Skill, level: int, hours: float) -> Resource:
    first = next(_behaviours(skill, level), None)
    return Resource(
        id=item_id,
        title=f"Find a source for {skill.name} at level {level}",
        develops=_develops(skill, level),
        hours=hours,
        why="The knowledge base has nothing to learn this step from. A book, a course "
        "or a person may do.",
        apply=f"Look for what leads to this: {first}"
        if first
        else "Ask somebody at this level what they learnt it from.",
    )


def _showing(item_id: str, skill: Skill, level: int, hours: float) -> Practice:
    behaviours = [*_behaviours(skill, level)]
    return Practice(
        id=item_id,
        title=f"Show: {one_line(behaviours[0].rstrip('.'), LONGEST_TITLE)}"
        if behaviours
        else f"Show {skill.name} at level {level}",
        develops=_develops(skill, level),
        hours=hours,
        task=f"At work, in earnest: {' '.join(behaviours)}"
        if behaviours
        else f"At work, in earnest: do with {skill.name} what level {level} asks for.",
        evidence="A line on what you did, what came of it and who saw it.",
    )


def _behaviours(skill: Skill, level: int) -> Iterator[str]:
    """Yield what one can observe on a level, as sentences."""
    for each in skill.levels.get(level, ()):
        yield each if each.endswith((".", "!", "?")) else f"{each}."


def _develops(skill: Skill, level: int) -> tuple[Span, ...]:
    return (Span(skill=skill.id, from_=level - 1, to=level),)
