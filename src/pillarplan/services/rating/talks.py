"""Talks that come first where it is not the skill that a person lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pillarplan.domain.knowledge.constraint import TALKS
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.services.workspace import Workspace


def talk_for(workspace: Workspace, profile: Profile, gap: Gap) -> str | None:
    """Return the talk that a constraint calls for, until it is done or dropped."""
    if gap.constraint is None or not gap.size:
        return None
    talk = TALKS[gap.constraint]
    over = talk in profile.finished | profile.dropped_items
    return None if over or workspace.knowledge.item(talk) is None else talk


def with_talks(
    workspace: Workspace, items: Iterable[Item], gaps: Iterable[Gap]
) -> tuple[Item, ...]:
    """Return what develops the gaps: only its talk does, where one comes first."""
    talks: dict[str, tuple[Span, ...]] = {}
    skills = set()
    for gap in gaps:
        if gap.size and gap.talk:
            now = gap.current or 0
            span = Span(skill=gap.skill, from_=now, to=gap.next_target)
            talks[gap.talk] = (*talks.get(gap.talk, ()), span)
            skills.add(gap.skill)
    return tuple(_narrowed(workspace, items, talks, skills)) if talks else (*items,)


def _narrowed(
    workspace: Workspace,
    items: Iterable[Item],
    talks: dict[str, tuple[Span, ...]],
    skills: set[str],
) -> Iterator[Item]:
    left = dict(talks)
    found = (workspace.knowledge.item(name) for name in talks)
    for item in {each.id: each for each in (*items, *found) if each}.values():
        others = tuple(span for span in item.develops if span.skill not in skills)
        if develops := (*others, *left.pop(item.id, ())):
            yield replace(item, develops=develops)
