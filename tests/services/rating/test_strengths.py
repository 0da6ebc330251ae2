"""What a person is good at is offered to others, with a practice that hands it on."""

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.plan.gap import Gap, StrongSkill, find_strengths
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.rating.measuring import report_gaps
from tests.scales import FIVE
from tests.worlds import MONDAY, On, rate


def gap(name: str, current: int | None, target: int, *, applies: bool = True) -> Gap:
    return Gap(
        skill=name,
        name=name.title(),
        pillar="soft-skills",
        current=current,
        target=target,
        importance=2,
        applies=applies,
    )


def test_what_is_high_or_above_target_is_a_strength_the_highest_first() -> None:
    gaps = [
        gap("above", 3, 2),
        gap("below", 3, 4),
        gap("high", 4, 5),
        gap("top", 5, 5),
        gap("unrated", None, 0),
        gap("idle", 5, 5, applies=False),
        gap("nothing", 0, 0),
        gap("also", 4, 4),
    ]

    assert [each.skill for each in find_strengths(gaps, FIVE)] == [
        "top",
        "high",
        "also",
    ]
    assert [each.skill for each in find_strengths(gaps[:2], FIVE)] == ["above"]


def test_a_strength_comes_with_a_practice_that_was_not_done(on: On) -> None:
    rate(on(MONDAY), **{"software-technology": 5, "negotiation": 1})
    (first,) = report_gaps(on(MONDAY)).strengths
    assert first.practice is not None

    check_in(on(MONDAY), CheckIn(done=(first.practice,)))

    (second,) = report_gaps(on(MONDAY)).strengths
    assert (second.skill, second.level) == ("software-technology", 5)
    assert second.practice not in (None, first.practice)


def test_who_has_no_strength_yet_is_offered_none(on: On) -> None:
    rate(on(MONDAY), negotiation=1)

    assert report_gaps(on(MONDAY)).strengths == ()


def test_a_strength_without_a_practice_is_one_all_the_same() -> None:
    (only,) = find_strengths([gap("top", 5, 5)], FIVE)

    assert only == StrongSkill(skill="top", name="Top", level=5)
