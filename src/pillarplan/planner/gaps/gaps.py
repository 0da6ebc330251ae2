"""How far a person is from their targets, and which skills to work on first."""

from collections.abc import Iterable, Mapping, Sequence

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.skill import Context, Role, SkillOutline
from pillarplan.domain.person.profile import USUAL_IMPORTANCE, Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits


def find_targets(
    role: Role, contexts: Iterable[Context], own: Mapping[str, int]
) -> dict[str, int]:
    """Return the target of each skill: the role's, raised by contexts, or one's own.

    A context raises a target up to 5 at most.  A target that the person set stands as
    it is, above or below what the role asks for.
    """
    targets = dict(role.targets)
    for context in contexts:
        for skill, levels in context.raises.items():
            targets[skill] = min(TOP_LEVEL, targets.get(skill, 0) + levels)
    return targets | dict(own)


def find_gaps(
    outlines: Sequence[SkillOutline], targets: Mapping[str, int], profile: Profile
) -> tuple[Gap, ...]:
    """Return the gap of every skill, highest priority first.

    Among equal priorities the order of pillars and skills in the knowledge base holds.
    Skills that were never rated come after all others, and those that do not apply to
    the person's work last.
    """
    ratings, importance = profile.own_ratings, profile.importance
    gaps = (
        Gap(
            skill=outline.id,
            name=outline.name,
            pillar=outline.pillar,
            current=ratings[outline.id].level if outline.id in ratings else None,
            target=targets.get(outline.id, 0),
            importance=importance.get(outline.id, USUAL_IMPORTANCE),
            applies=outline.id not in ratings or ratings[outline.id].level is not None,
        )
        for outline in outlines
    )
    return tuple(sorted(gaps, key=_urgency))


def choose_focus(gaps: Sequence[Gap], limits: Limits) -> tuple[Gap, ...]:
    """Return the gaps to work on: of the chosen skills, else the first few.

    Skills without a gap are left out; a limit of None takes all that have one.
    """
    wide = [gap for gap in gaps if gap.size]
    if limits.skills:
        return tuple(gap for gap in wide if gap.skill in limits.skills)
    return tuple(wide[: limits.focus])


def _urgency(gap: Gap) -> tuple[bool, bool, int]:
    return not gap.applies, gap.current is None, -gap.priority
