from dataclasses import replace
from datetime import date

from pillarplan.domain.knowledge.skill import Context, Role, SkillOutline
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.plan.gap import Gap
from pillarplan.planner.gaps.gaps import (
    choose_focus,
    find_gaps,
    find_targets,
    find_tie_break,
)
from tests.planner.worlds import gap, limits

MONDAY = date(2026, 11, 23)
BOSS = Rater(name="Bo", kind=RaterKind.MANAGER)


def outlines(*skills: str) -> list[SkillOutline]:
    return [
        SkillOutline(
            id=skill,
            name=skill.capitalize(),
            pillar="pillar",
            pillar_name="Pillar",
            core=False,
        )
        for skill in skills
    ]


def rating(skill: str, level: int | None, importance: int | None = None) -> Rating:
    return Rating(skill=skill, level=level, rated_on=MONDAY, importance=importance)


def names(gaps: tuple[Gap, ...]) -> list[str]:
    return [gap.skill for gap in gaps]


def test_contexts_raise_the_targets_of_a_role_up_to_the_top() -> None:
    role = Role(id="pm", name="PM", summary="x", targets={"a": 2, "b": 5, "c": 3})
    factory = Context(id="x", name="X", summary="x", raises={"a": 2, "b": 1, "d": 1})
    clinic = Context(id="y", name="Y", summary="y", raises={"a": 2})

    targets = find_targets(role, (factory, clinic), (), 5)

    assert targets == {"a": 5, "b": 5, "c": 3, "d": 1}


def test_a_target_of_ones_own_stands_in_place_of_the_roles() -> None:
    profile = Profile(
        ratings=tuple(rating(skill, 2) for skill in ("above", "below", "equal", "new")),
        targets={"above": 5, "below": 1, "equal": 3, "new": 4, "gone": 4},
    )
    asked = {"above": 3, "below": 3, "equal": 3}

    gaps = find_gaps(outlines("above", "below", "equal", "new"), asked, profile)

    assert [(gap.skill, gap.target, gap.role_target, gap.size) for gap in gaps] == [
        ("above", 5, 3, 3),
        ("new", 4, 0, 2),
        ("equal", 3, 3, 1),
        ("below", 1, 3, 0),
    ]
    assert all(gap.is_own_target for gap in gaps)


def test_gaps_come_by_priority_and_else_in_the_order_of_the_pillars() -> None:
    profile = Profile(
        ratings=(
            rating("not-mine", None),
            rating("small", 2),
            rating("wide", 1),
            rating("small-too", 2),
            rating("small-but-dear", 2, importance=3),
        )
    )
    skills = ("unrated", "not-mine", "small", "wide", "small-too", "small-but-dear")

    gaps = find_gaps(outlines(*skills), dict.fromkeys(skills, 3), profile)

    assert gaps == (
        gap("small-but-dear", 2, 3, 3),
        gap("wide", 1, 3),
        gap("small", 2, 3),
        gap("small-too", 2, 3),
        gap("unrated", None, 3),
        gap("not-mine", None, 3, applies=False),
    )


def test_between_equals_comes_what_is_core_then_what_the_role_raises() -> None:
    skills = [*outlines("as-before", "raised", "core")]
    skills[2] = replace(skills[2], core=True)
    targets = dict.fromkeys(("as-before", "raised", "core"), 3)
    profile = Profile(ratings=tuple(rating(each, 2) for each in targets))

    gaps = find_gaps(skills, targets, profile, targets | {"raised": 1})

    assert [(gap.skill, gap.is_core, gap.raised) for gap in gaps] == [
        ("core", True, 0),
        ("raised", False, 2),
        ("as-before", False, 0),
    ]
    assert [find_tie_break(gaps[0], each) for each in gaps[1:]] == ["core", "core"]
    assert find_tie_break(*gaps[1:]) == "role"


def test_between_equals_the_pillars_take_turns() -> None:
    pillars = {"a1": "a", "a2": "a", "b1": "b", "b2": "b"}
    skills = [replace(each, pillar=pillars[each.id]) for each in outlines(*pillars)]
    profile = Profile(ratings=tuple(rating(each, 2) for each in pillars))

    gaps = find_gaps(skills, dict.fromkeys(pillars, 3), profile)

    assert [gap.skill for gap in gaps] == ["a1", "b1", "a2", "b2"]
    assert find_tie_break(gaps[1], gaps[2]) == "turn"


def test_only_the_latest_rating_of_oneself_counts() -> None:
    profile = Profile(
        ratings=(
            rating("a", 1),
            rating("a", 2),
            Rating(skill="a", level=4, rated_on=MONDAY, rater=BOSS),
        )
    )

    assert find_gaps(outlines("a"), {"a": 3}, profile) == (gap("a", 2, 3),)


def test_a_skill_that_no_role_asks_for_has_no_gap() -> None:
    gaps = find_gaps(outlines("a"), {}, Profile(ratings=(rating("a", 0),)))

    assert [gap.size for gap in gaps] == [0]


GAPS = (gap("a", 1, 3), gap("b", 2, 3), gap("c", 3, 3), gap("d", 4, 5), gap("e", 0, 1))


def test_the_focus_is_on_the_first_gaps() -> None:
    assert names(choose_focus(GAPS, limits(focus=3))) == ["a", "b", "d"]


def test_the_focus_is_on_all_gaps_if_there_is_no_limit() -> None:
    assert names(choose_focus(GAPS, limits(focus=None))) == ["a", "b", "d", "e"]


def test_chosen_skills_are_the_focus() -> None:
    chosen = limits(focus=1, skills=("e", "c", "b"))

    assert names(choose_focus(GAPS, chosen)) == ["b", "e"]
