"""The shape of a person: for each pillar the mean level, the target, and last time."""

from collections.abc import Iterable, Mapping

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.gap import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarShape:
    """Mean levels of the rated skills of one pillar.

    All three means are over the same skills, so that they can be compared.
    """

    pillar: str
    rated: int
    """How many of its skills were rated and apply."""
    skills: int
    """How many of its skills apply or were not rated yet."""
    current: float | None
    """None if no skill was rated."""
    target: float | None
    before: float | None
    """With the rating before the latest of each skill; None if none has two."""


def find_shape(
    gaps: Iterable[Gap], pillars: Iterable[str], before: Mapping[str, int]
) -> tuple[PillarShape, ...]:
    """Return the shape of each pillar, in the order of `pillars`.

    A skill that is not in `before` counts there with its current level.
    """
    applicable = [gap for gap in gaps if gap.applies]
    return tuple(
        _shape(pillar, [gap for gap in applicable if gap.pillar == pillar], before)
        for pillar in pillars
    )


def levels_before(profile: Profile) -> dict[str, int]:
    """Return the level of each skill that the person gave before the latest one."""
    latest: dict[str, int] = {}
    before: dict[str, int] = {}
    for rating in profile.ratings_by_day:
        if not rating.is_own or rating.level is None:
            continue
        if rating.skill in latest:
            before[rating.skill] = latest[rating.skill]
        latest[rating.skill] = rating.level
    return before


def _shape(pillar: str, gaps: list[Gap], before: Mapping[str, int]) -> PillarShape:
    levels = {gap.skill: gap.current for gap in gaps if gap.current is not None}
    return PillarShape(
        pillar=pillar,
        rated=len(levels),
        skills=len(gaps),
        current=_mean(levels.values()),
        target=_mean([gap.target for gap in gaps if gap.skill in levels]),
        before=_mean([before.get(skill, level) for skill, level in levels.items()])
        if before.keys() & levels.keys()
        else None,
    )


def _mean(levels: Iterable[int]) -> float | None:
    numbers = list(levels)
    return sum(numbers) / len(numbers) if numbers else None
