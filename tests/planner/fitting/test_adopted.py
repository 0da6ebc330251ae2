"""What the adopted roadmap still holds."""

from dataclasses import replace

from hypothesis import assume, given

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.domain.plan.roadmap import State
from pillarplan.planner.fitting.adopted import find_adopted
from pillarplan.planner.selection.in_time import in_time
from tests.planner.test_laws import law, plan
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    practice,
    resource,
    worlds,
)


@law
@given(worlds())
def test_what_was_just_adopted_is_all_there_and_worth_as_much(world: World) -> None:
    world = replace(world, limits=replace(world.limits, once=True))
    roadmap = plan(world)
    again = replace(world, profile=replace(world.profile, roadmap=roadmap))

    left = {each.id for each in roadmap.items if each.state is not State.DONE}
    draft = again.draft()
    # A step that could not settle in time was not closed, though all for it is there.
    choice = in_time(draft.choice, draft.calendar)
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
    choice = fresh.draft().choice
    wanted = [item for item in choice.candidates if item.pinned or item.started]

    adopted = find_adopted(choice)

    if adopted is None:  # what was begun is no longer paid for
        assert choice.budget_cents is not None
        assert sum(item.cents for item in wanted) > choice.budget_cents
    else:
        assert set(adopted.items) <= set(wanted)
        assert {item for item in wanted if item.pinned} <= set(adopted.items)


def begun(budget: float) -> World:
    """Return a world in which a book for ten was begun, and its practice is pinned."""
    return World(
        limits=limits(budget=budget, pinned=("task",)),
        gaps=(gap("asking", 1, 2),),
        items=(
            resource("book", ("asking", 1, 2), price=10.0, hours=2),
            practice("task", ("asking", 1, 2)),
        ),
        profile=Profile(spent=(Spent(on=TODAY, item="book", hours=1),)),
    )


def test_what_was_begun_is_not_left_where_there_is_no_money_for_it() -> None:
    paid = find_adopted(begun(budget=10).draft().choice)

    assert paid is not None
    assert [item.id for item in paid.items] == ["book", "task"]
    assert find_adopted(begun(budget=9.99).draft().choice) is None
