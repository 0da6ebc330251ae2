"""The shape of a person is the means of what they rated."""

from datetime import date

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.reports.shape import PillarShape, find_shape, levels_before


def gap(skill: str, current: int | None, target: int, *, applies: bool = True) -> Gap:
    return Gap(
        skill=skill,
        name=skill,
        pillar="soft",
        current=current,
        target=target,
        importance=2,
        applies=applies,
    )


def test_the_three_means_are_over_the_same_skills() -> None:
    gaps = (
        gap("a", 2, 4),
        gap("b", 3, 3),
        gap("unrated", None, 5),
        gap("foreign", None, 5, applies=False),
    )

    shapes = find_shape(gaps, ("soft", "hard"), {"a": 1, "unrated": 0})

    assert shapes == (
        PillarShape(
            pillar="soft", rated=2, skills=3, current=2.5, target=3.5, before=2.0
        ),
        PillarShape(
            pillar="hard", rated=0, skills=0, current=None, target=None, before=None
        ),
    )


def test_without_an_earlier_rating_there_is_no_last_time() -> None:
    (shape,) = find_shape((gap("a", 2, 4),), ("soft",), {})

    assert shape.before is None


def test_last_time_is_ones_own_rating_before_the_latest() -> None:
    def rated(skill: str, level: int | None, rater: Rater | None = None) -> Rating:
        day = date(2026, 11, 23)
        return Rating(skill=skill, level=level, rated_on=day, rater=rater or Rater())

    profile = Profile(
        ratings=(
            rated("a", 1),
            rated("a", 2),
            rated("a", 5, Rater(name="Dana", kind=RaterKind.MANAGER)),
            rated("a", None),
            rated("a", 3),
            rated("b", 4),
        )
    )

    assert levels_before(profile) == {"a": 2}
