"""What comes after the skills in hand, by small examples."""

from dataclasses import replace
from datetime import date, timedelta

from pillarplan.domain.knowledge.item import Resource, ResourceKind
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource


def meeting(
    name: str, skill: str, when: Occasion, weeks: int | None = None
) -> Resource:
    made = resource(name, (skill, 0, 1), hours=2, kind=ResourceKind.COMMUNITY)
    return replace(made, when=when, weeks=weeks)


def one_after_the_other(when: Occasion, weeks: int | None = None) -> World:
    """Return a world in which asking is in hand, and then building with a group."""
    return World(
        limits=limits(days=90, focus=1),
        gaps=(gap("asking", 0, 1, importance=3), gap("building", 0, 1)),
        items=(
            resource("ask-book", ("asking", 0, 1), hours=10),
            practice("ask", ("asking", 0, 1), hours=10),
            meeting("group", "building", when, weeks),
            practice("build", ("building", 0, 1), hours=3),
        ),
    )


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_a_group_is_joined_when_its_skill_is_taken_up() -> None:
    roadmap = one_after_the_other(Occasion(every_weeks=1), weeks=2).plan()

    asking = [item for item in roadmap.items if item.wave == 1]
    assert max(item.ends_on for item in asking) == after(19)
    assert [(each.item, each.on) for each in roadmap.bookings] == [
        ("group", after(26)),
        ("group", after(33)),
    ]


def test_an_event_of_a_later_skill_is_the_next_one_then() -> None:
    when = Occasion(on=(after(9), after(40)))

    roadmap = one_after_the_other(when).plan()

    assert [each.on for each in roadmap.bookings] == [after(40)]


def test_an_event_that_is_over_by_then_is_not_waited_for() -> None:
    roadmap = one_after_the_other(Occasion(on=(after(9),))).plan()

    assert {item.id for item in roadmap.items} == {"ask-book", "ask"}


def test_what_is_in_hand_does_not_wait_for_a_better_source_of_a_later_skill() -> None:
    world = World(
        limits=limits(days=120, focus=1),
        gaps=(
            gap("asking", 0, 1, importance=3),
            gap("building", 0, 1),
            gap("coaching", 0, 1, importance=1),
        ),
        items=(
            resource("ask-post", ("asking", 0, 1), hours=1),
            practice("ask", ("asking", 0, 1), hours=3),
            # Too long for asking alone, and the only source for building.
            resource(
                "whole-book",
                ("asking", 0, 1),
                ("building", 0, 1),
                hours=25,
                recommenders=12,
            ),
            practice("build", ("building", 0, 1), hours=3),
            resource("coach-book", ("coaching", 0, 1), hours=3),
            practice("coach", ("coaching", 0, 1), hours=3),
        ),
    )

    alone = replace(world, limits=replace(world.limits, once=True)).plan()
    roadmap = world.plan()

    assert [(item.id, item.wave) for item in roadmap.items] == [
        ("ask-post", 1),
        ("ask", 1),
        ("whole-book", 2),
        ("build", 2),
        ("coach-book", 3),
        ("coach", 3),
    ]
    in_hand = {item.id for item in alone.items}
    assert alone.sessions == tuple(s for s in roadmap.sessions if s.item in in_hand)
    assert [span.skill for span in roadmap.items[2].closes] == ["building"]


def test_what_is_learnt_in_hand_needs_no_source_that_was_begun_for_a_later_skill() -> (
    None
):
    world = World(
        limits=limits(days=60, focus=1),
        gaps=(gap("asking", 0, 1, importance=3), gap("building", 0, 1)),
        items=(
            resource("book", ("asking", 0, 1), ("building", 0, 1), hours=2),
            practice("ask", ("asking", 0, 1)),
            resource("half-read", ("building", 0, 1), hours=4),
            practice("build", ("building", 0, 1)),
        ),
        profile=Profile(spent=(Spent(on=TODAY, item="half-read", hours=2.0),)),
    )

    roadmap = world.plan()

    closed = {item.id: [span.skill for span in item.closes] for item in roadmap.items}
    assert closed == {
        "book": ["asking", "building"],
        "ask": ["asking"],
        "build": ["building"],
    }
