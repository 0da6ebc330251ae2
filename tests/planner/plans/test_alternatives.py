"""Other good plans: they differ, cost what they say, and stay when taken."""

from dataclasses import replace

from hypothesis import given, settings

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.variant import Alternative, Loss
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from pillarplan.planner.plans.alternatives import find_alternatives
from pillarplan.render.words.in_words import alternative_in_words
from tests.laws import examples
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    many,
    practice,
    resource,
    told,
    worlds,
)


def world(**more: object) -> World:
    return World(
        limits=limits(**more),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2),),
        items=(
            practice("ask", ("asking", 1, 2)),
            resource("short", ("asking", 1, 2), hours=1),
            resource("long", ("asking", 1, 2), hours=3, price=20),
        ),
    )


def alternatives(asked: World, number: int = 3) -> tuple[Alternative, ...]:
    return find_alternatives(asked.draft(), number, asked.today)


def in_words(plan: Alternative) -> Alternative:
    words = alternative_in_words(plan)
    return replace(words, roadmap=told(words.roadmap), facts=())


def ids(plan: Alternative) -> set[str]:
    return {item.id for item in plan.roadmap.items}


def test_the_second_plan_differs_and_says_what_it_costs() -> None:
    asked = world()

    best, other = map(in_words, alternatives(asked))

    assert best == Alternative(
        number=1,
        roadmap=asked.told(),
        comes=(),
        goes=(),
        loss=Loss(value=0, hours=0, money=0),
        sentence="It would be just as good.",
        facts=(),
    )
    assert other == Alternative(
        number=2,
        roadmap=world(dropped=("short",)).told(),
        comes=("Long",),
        goes=("Short",),
        loss=Loss(value=0, hours=2, money=20),
        sentence="It would take 2 h more and cost 20 USD more.",
        facts=(),
    )


def test_what_comes_later_counts_in_the_difference_as_well() -> None:
    asked = replace(
        world(focus=1, days=26),
        gaps=(gap("asking", 1, 2, importance=3), gap("building", 0, 1)),
        items=(
            *world().items,
            resource("build-book", ("building", 0, 1), hours=20),
            practice("build", ("building", 0, 1), hours=4),
        ),
    )

    best, other = map(in_words, alternatives(asked, 2))

    # Two hours more for asking leave too little time for building.
    assert (best.roadmap.totals.hours, other.roadmap.totals.hours) == (26, 4)
    assert (other.comes, other.goes) == (("Long",), ("Short", "Build-book", "Build"))
    assert other.loss == Loss(value=2, hours=-22, money=20)


def test_what_is_pinned_stays_in_all_of_them() -> None:
    best, other = alternatives(world(pinned=("ask",)))

    assert ids(best) & ids(other) == {"ask"}
    assert alternatives(world(pinned=("short", "ask")))[1:] == ()


def test_in_a_large_world_each_differs_by_a_third_from_all_before() -> None:
    plans = alternatives(many(5), 4)

    assert len(plans) == 4
    for place, plan in enumerate(plans):
        for other in plans[:place]:
            assert len(ids(other) - ids(plan)) * 3 >= len(ids(other))
            assert plan.roadmap.totals.value <= other.roadmap.totals.value
    assert alternatives(many(5), 4) == plans


@settings(max_examples=examples(50))
@given(worlds())
def test_a_plan_that_is_taken_stays_when_one_plans_again(world: World) -> None:
    try:
        plans = alternatives(world)
    except PinsDoNotFitError:
        return
    for plan in plans:
        profile = replace(world.profile, roadmap=plan.roadmap)
        again = replace(world, limits=plan.roadmap.limits, profile=profile).plan()

        assert {item.id for item in again.items} == ids(plan)
        assert again.totals.value * 2 >= plans[0].roadmap.totals.value
    assert plans[0].roadmap == world.plan()
    assert world.profile.roadmap is None


def test_what_is_taken_again_is_adopted_to_the_letter() -> None:
    plan = alternatives(world())[1]

    again = replace(
        world(), limits=plan.roadmap.limits, profile=Profile(roadmap=plan.roadmap)
    )

    assert again.plan() == plan.roadmap
    assert again.today == TODAY
