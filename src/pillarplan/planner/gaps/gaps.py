"""How far a person is from their targets, and which skills to work on first."""

from collections.abc import Container, Iterable, Mapping, Sequence

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.knowledge.skill import Context, Role, SkillOutline
from pillarplan.domain.person.profile import USUAL_IMPORTANCE, Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits, State


def find_targets(role: Role, contexts: Iterable[Context]) -> dict[str, int]:
    """Return what a role asks for in each skill, raised by contexts up to 5 at most."""
    targets = dict(role.targets)
    for context in contexts:
        for skill, levels in context.raises.items():
            targets[skill] = min(TOP_LEVEL, targets.get(skill, 0) + levels)
    return targets


def find_gaps(
    outlines: Sequence[SkillOutline], targets: Mapping[str, int], profile: Profile
) -> tuple[Gap, ...]:
    """Return the gap of every skill to the role's `targets`, highest priority first.

    A target that the person set stands in place of the role's, above or below it.

    Among equal priorities the order of pillars and skills in the knowledge base holds.
    Skills that were never rated come after all others, and those that do not apply to
    the person's work last.
    """
    ratings, importance = profile.own_ratings, profile.importance
    aims = {**targets, **profile.targets}
    gaps = (
        Gap(
            skill=outline.id,
            name=outline.name,
            pillar=outline.pillar,
            current=ratings[outline.id].level if outline.id in ratings else None,
            target=aims.get(outline.id, 0),
            role_target=(
                targets.get(outline.id, 0) if outline.id in profile.targets else None
            ),
            importance=importance.get(outline.id, USUAL_IMPORTANCE),
            applies=outline.id not in ratings or ratings[outline.id].level is not None,
        )
        for outline in outlines
    )
    return tuple(sorted(gaps, key=_urgency))


def choose_focus(
    gaps: Sequence[Gap], limits: Limits, begun: Container[str] = ()
) -> tuple[Gap, ...]:
    """Return the gaps to work on: of the chosen skills, else the first few.

    What was `begun` comes before all else, so that success with one skill does not
    push another out half way.  Skills without a gap are left out; a limit of None
    takes all that have one.
    """
    wide = [gap for gap in gaps if gap.size]
    if limits.skills:
        return tuple(gap for gap in wide if gap.skill in limits.skills)
    first = sorted(wide, key=lambda gap: gap.skill not in begun)[: limits.focus]
    return tuple(gap for gap in wide if gap in first)


def find_begun(profile: Profile) -> frozenset[str]:
    """Return the skills of the adopted plan of which a step is begun and not held."""
    roadmap, ratings = profile.current_roadmap, profile.own_ratings
    return frozenset(
        span.skill
        for item in (roadmap.items if roadmap else ())
        if item.state in (State.STARTED, State.DONE)
        for span in item.closes
        if (rating := ratings.get(span.skill)) and (rating.level or 0) < span.to
    )


def _urgency(gap: Gap) -> tuple[bool, bool, int]:
    return not gap.applies, gap.current is None, -gap.priority
