"""How far a person is from their targets, and which skills to work on first."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from pillarplan.domain.facts.about_skills import TieBreak
from pillarplan.domain.knowledge.skill import Context, Role, SkillOutline
from pillarplan.domain.person.profile import USUAL_IMPORTANCE, Profile
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits, State


def find_targets(
    role: Role, contexts: Iterable[Context], rated: Iterable[str], top: int
) -> dict[str, int]:
    """Return what a role asks for in each skill, raised by contexts up to the top.

    `rated` are the skills that the person rated, since some roles ask for a level in
    whatever that is.
    """
    everywhere = role.everywhere
    all_rated = dict.fromkeys(rated, everywhere) if everywhere else {}
    targets = {**all_rated, **role.targets}
    for context in contexts:
        for skill, levels in context.raises.items():
            targets[skill] = min(top, targets.get(skill, 0) + levels)
    return targets


def find_gaps(
    outlines: Sequence[SkillOutline],
    targets: Mapping[str, int],
    profile: Profile,
    below: Mapping[str, int] | None = None,
) -> tuple[Gap, ...]:
    """Return the gap of every skill to the role's `targets`, highest priority first.

    A target that the person set stands in place of the role's, above or below it.
    `below` is what the role below asks for; None if there is none.

    Of equal priorities the one that matters more comes first, then what is core, then
    what the role raises most; then the pillars take turns, each with its skills in the
    order of the knowledge base.  Skills that were never rated come after all others,
    and those that do not apply to the person's work last.
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
            is_core=outline.core,
            constraint=profile.constraints.get(outline.id),
            raised=_raised(outline.id, targets, below),
        )
        for outline in outlines
    )
    return tuple(_in_turn(sorted(gaps, key=_urgency)))


def _raised(
    skill: str, targets: Mapping[str, int], below: Mapping[str, int] | None
) -> int:
    if below is None:
        return 0
    return max(0, targets.get(skill, 0) - below.get(skill, 0))


def find_tie_break(first: Gap, second: Gap) -> TieBreak | None:
    """Return why one of two gaps comes first; None if it has the higher priority."""
    if first.priority != second.priority:
        return None
    if first.importance != second.importance:
        return "importance"
    if first.is_core != second.is_core:
        return "core"
    if first.raised != second.raised:
        return "role"
    return "turn" if first.pillar != second.pillar else "order"


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


def choose_next(
    gaps: Sequence[Gap],
    focus: Sequence[Gap],
    limits: Limits,
    begun: Container[str] = (),
) -> tuple[Gap, ...]:
    """Return the gaps that are taken up when one of the focus is closed, in turn.

    Whoever chose the skills, or wants only what is in hand, takes up no other one.
    """
    if limits.once or limits.skills or limits.focus is None:
        return ()
    others = (gap for gap in gaps if gap.size and gap not in focus)
    return tuple(sorted(others, key=lambda gap: gap.skill not in begun))


def find_begun(profile: Profile) -> frozenset[str]:
    """Return the skills of the adopted plan of which a step is begun and not held.

    What was begun before, and stands in the plan for later, counts once more of its
    skill is begun: adopting a plan alone brings nothing forward.
    """
    adopted, ratings = profile.roadmap, profile.own_ratings
    now = profile.current_roadmap
    if adopted is None or now is None:
        return frozenset()
    return frozenset(
        span.skill
        for before, item in zip(adopted.items, now.items, strict=True)
        if item.state in (State.STARTED, State.DONE)
        for span in item.closes
        if span.skill in adopted.focus or before.state is State.PLANNED
        if (rating := ratings.get(span.skill)) and (rating.level or 0) < span.to
    )


def _urgency(gap: Gap) -> tuple[int, ...]:
    """Return what gaps are ordered by; what has none keeps the order of the base."""
    first = (not gap.applies, gap.current is None, -gap.priority)
    if not gap.size:
        return first
    return (*first, -gap.importance, not gap.is_core, -gap.raised)


def _in_turn(ordered: Iterable[Gap]) -> Iterator[Gap]:
    """Yield gaps in order; equal ones one from each pillar, and again."""
    for _, equals in groupby(ordered, key=_urgency):
        turns = Counter[str]()
        numbered = list[tuple[int, Gap]]()
        for gap in equals:
            turns[gap.pillar] += gap.size > 0
            numbered.append((turns[gap.pillar], gap))
        yield from (gap for _, gap in sorted(numbered, key=itemgetter(0)))
