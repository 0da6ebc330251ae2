"""What the adopted roadmap still holds."""

from dataclasses import replace

from hypothesis import assume, given

from pillarplan.domain.plan.roadmap import State
from pillarplan.planner.fitting.adopted import find_adopted
from tests.planner.test_laws import law, plan
from tests.planner.worlds import World, worlds


@law
@given(worlds())
def test_what_was_just_adopted_is_all_there_and_worth_as_much(world: World) -> None:
    roadmap = plan(world)
    again = replace(world, profile=replace(world.profile, roadmap=roadmap))

    left = {each.id for each in roadmap.items if each.state is not State.DONE}
    choice = again.draft().choice
    # What was begun and had no room in the roadmap would come back here.
    assume(all(item.id in left for item in choice.candidates if item.started))

    adopted = find_adopted(choice)

    assert adopted is not None
    assert {item.id for item in adopted.items} == left
    assert adopted.value == roadmap.totals.value


@law
@given(worlds())
def test_where_nothing_was_adopted_only_pins_and_what_was_begun_are_left(
    world: World,
) -> None:
    plan(world)  # worlds whose pins do not fit say nothing
    fresh = replace(world, profile=replace(world.profile, roadmap=None))

    adopted = find_adopted(fresh.draft().choice)

    assert adopted is not None
    assert all(item.pinned or item.started for item in adopted.items)
