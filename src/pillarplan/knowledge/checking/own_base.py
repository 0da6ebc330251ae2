"""What the owner of a framework may want to know of it, in a sentence each.

Our own base follows rules of an editor: so many behaviours, two resources a step, all
of an article covered.  Nobody else has to; what is missing is counted, not held against
anybody.
"""

from collections.abc import Iterable, Iterator, Sequence

from pillarplan.domain.knowledge.base import KnowledgeBase
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.text import counted
from pillarplan.knowledge.checking.finding import Finding, warning

FEW = 3
"""So many are named as examples."""


def remarks(base: KnowledgeBase) -> Iterator[Finding]:
    """Yield what a base leaves open, a sentence for each sort of thing."""
    for code, message in (
        ("levels-untold", _untold_levels(base)),
        ("no-resource", _without(base, "resource", base.resources)),
        ("no-practice", _without(base, "practice", base.practices)),
        ("no-role", _unasked(base)),
        ("hours-assumed", _without_hours([*base.items])),
        ("same-name", _same_names(base)),
    ):
        if message:
            yield warning(code, base.id, message)


def _untold_levels(base: KnowledgeBase) -> str:
    skills, levels = [*base.skills], range(1, base.scale.top + 1)
    open_skills = [s.name for s in skills if any(n not in s.levels for n in levels)]
    said = "do not tell all levels; there one rates by what the scale says"
    return _share(open_skills, len(skills), "skill", said)


def _without(base: KnowledgeBase, kind: str, items: Iterable[Item]) -> str:
    covered = {step for item in items for step in item.steps}
    levels = range(1, base.scale.top + 1)
    steps = [(skill, level) for skill in base.skills for level in levels]
    bare = [
        f"{skill.name} to {level}"
        for skill, level in steps
        if Step(skill.id, level) not in covered
    ]
    return _share(bare, len(steps), "step", f"have no {kind}")


def _unasked(base: KnowledgeBase) -> str:
    if not base.roles:
        return "no role; who plans aims at a level in each skill that they rate"
    asked = {skill for role in base.roles for skill, n in role.targets.items() if n}
    skills = [*base.skills]
    unasked = [skill.name for skill in skills if skill.id not in asked]
    return _share(unasked, len(skills), "skill", "are asked for by no role")


def _without_hours(items: Sequence[Item]) -> str:
    assumed = [item.title for item in items if item.hours_assumed]
    said = "state no hours; the least that their steps take is assumed"
    return _share(assumed, len(items), "item", said)


def _same_names(base: KnowledgeBase) -> str:
    skills, seen = [*base.skills], dict[str, str]()
    twins: list[str] = []
    for skill in skills:
        first = seen.setdefault(skill.name.casefold(), skill.id)
        if first != skill.id:
            twins.append(f"{skill.name} ({first}, {skill.id})")
    return _share(twins, len(skills), "skill", "have the name of another one")


def _share(named: Sequence[str], of: int, noun: str, said: str) -> str:
    """Say of how many of so many something holds, with a few of them."""
    if not named:
        return ""
    more = ", …" if len(named) > FEW else ""
    return (
        f"{len(named):,} of {counted(of, noun)} {said}: {', '.join(named[:FEW])}{more}"
    )
