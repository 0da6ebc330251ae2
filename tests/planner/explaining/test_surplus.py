"""What else would fit, where much time stays free."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from pillarplan.domain.facts.notes import HoldsEveryGap, OnlyListeningLeft
from pillarplan.domain.plan.gap import Gap
from pillarplan.planner.explaining.surplus import find_surplus
from pillarplan.planner.fitting.draft import Draft
from pillarplan.planner.plans.plan import as_roadmap
from tests.laws import examples
from tests.planner.worlds import (
    AN_HOUR_A_DAY,
    TODAY,
    World,
    gap,
    limits,
    many,
    practice,
    resource,
    worlds,
)

SKILLS = ("asking", "building", "coaching", "daring", "ending")


def world(number: int = 5, days: int = 30, **more: object) -> World:
    """Return skills of one step each, which takes two hours; an hour a day."""
    return World(
        limits=limits(days=days, **({"focus": 2, "once": True} | more)),  # type: ignore[arg-type]  # checked by its use
        gaps=tuple(gap(skill, 1, 2) for skill in SKILLS[:number]),
        items=tuple(
            item
            for skill in SKILLS
            for item in (
                resource(f"{skill}-book", (skill, 1, 2)),
                practice(f"{skill}-task", (skill, 1, 2)),
            )
        ),
    )


@pytest.mark.parametrize(
    ("asked", "notes"),
    [
        (
            world(),
            "The focus takes 4 h of the 30 h you have. With --focus 5 Coaching, Daring "
            "and Ending fit too (10 h in all).",
        ),
        (
            world(days=9),
            "The focus takes 4 h of the 9 h you have. With --focus 4 Coaching and "
            "Daring fit too (8 h in all).",
        ),
        (
            world(number=3, skills=("asking", "coaching")),
            "The focus takes 4 h of the 30 h you have. With --skill asking "
            "--skill coaching --skill building Building fits too (6 h in all).",
        ),
        (
            world(number=2),
            "The focus takes 4 h of the 30 h you have. It holds every gap that you "
            "have.",
        ),
    ],
)
def test_much_free_time_is_told_with_what_it_could_hold(
    asked: World, notes: str
) -> None:
    assert asked.told().notes == (notes,)


def test_a_focus_is_widened_by_three_skills_at_most() -> None:
    (note,) = world(focus=1).told().notes

    assert note.endswith(
        "With --focus 4 Building, Coaching and Daring fit too (8 h in all)."
    )


def test_where_one_more_skill_is_too_much_a_part_of_it_is_named() -> None:
    gaps = (gap("asking", 1, 2), gap("building", 1, 2), gap("coaching", 1, 3))
    asked = replace(world(days=10), gaps=gaps)

    (note,) = asked.told().notes

    assert note == (
        "The focus takes 4 h of the 10 h you have. With --focus 3 Coaching 1 to 2 fits "
        "too (6 h in all)."
    )


@pytest.mark.parametrize("days", [8, 4, 3])
def test_little_free_time_is_a_reserve_or_none(days: int) -> None:
    asked = world(days=days)

    assert not any("focus takes" in note for note in asked.told().notes)


@pytest.mark.parametrize(("hours", "is_much"), [(24, True), (24.25, False)])
def test_a_fifth_of_the_time_is_much(hours: float, is_much: bool) -> None:
    asked = World(
        limits=limits(days=30, focus=1),
        gaps=(gap("asking", 1, 2),),
        items=(
            resource("book", ("asking", 1, 2), hours=hours - 2),
            practice("task", ("asking", 1, 2), hours=2),
        ),
    )

    assert len(asked.plan().items) == 2
    assert any("focus takes" in note for note in asked.told().notes) is is_much


def test_what_is_not_rated_could_use_the_time() -> None:
    unrated: tuple[Gap, ...] = (gap("daring", None, 3), gap("ending", None, 3))
    asked = replace(world(number=2), gaps=(*world(number=2).gaps, *unrated))

    (note,) = asked.told().notes

    assert note.endswith(
        "It holds every gap that you have; 2 skills are not rated yet "
        "(pillarplan assess --full)."
    )


@settings(max_examples=examples(60))
@given(worlds())
def test_a_wider_focus_that_is_named_holds_all_that_is_said(world: World) -> None:
    def with_focus(number: int) -> Draft:
        asked = replace(world.limits, focus=number, pinned=())
        return replace(world, limits=asked).draft()

    draft = with_focus(1)
    for note in find_surplus(draft):
        if isinstance(note, HoldsEveryGap | OnlyListeningLeft):
            continue
        (option,) = note.options
        wider = as_roadmap(with_focus(int(option.value)), TODAY)

        assert option.name == "--focus"
        assert wider.totals.hours == note.in_all
        assert wider.totals.value > draft.fit.selection.value


def test_time_to_listen_is_of_no_use_where_the_desk_has_none_left() -> None:
    asked = World(
        limits=limits(
            days=28,
            desk=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
            listening=AN_HOUR_A_DAY,
            focus=1,
        ),
        gaps=(gap("asking", 0, 1), gap("building", 0, 1)),
        items=(
            resource("book", ("asking", 0, 1), hours=4, listen=True),
            practice("task", ("asking", 0, 1), hours=2.5),
            resource("other-book", ("building", 0, 1), hours=4, listen=True),
            practice("other-task", ("building", 0, 1), hours=3),
        ),
    )

    (note,) = asked.told().notes

    assert note == (
        "24 h of listening stay free: what is heard is tried at the desk, and its "
        "hours are used."
    )


def test_a_plan_short_of_time_has_no_surplus() -> None:
    assert [*find_surplus(many().draft())] == []
