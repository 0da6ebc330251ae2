"""What a plan comes to in numbers, to be compared with others."""

from dataclasses import replace

from pillarplan.domain.knowledge.item import Resource
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.variant import PlanOutcome
from pillarplan.planner.plans.what_if import find_outcome, no_outcome
from tests.planner.worlds import World, gap, limits, many, practice, resource


def test_a_plan_is_told_in_numbers() -> None:
    asked = World(
        limits=limits(days=28),
        gaps=(gap("asking", 1, 2), gap("building", 1, 2)),
        items=(
            practice("ask", ("asking", 1, 2), hours=2),
            practice("build", ("building", 1, 2), hours=2),
            resource("book", ("asking", 1, 2), ("building", 1, 2), hours=3, price=5),
        ),
    )

    answer = find_outcome(asked.draft())

    roadmap = asked.plan()
    assert answer == PlanOutcome(
        hours_per_week=7,
        until=asked.limits.until,
        depth=Depth.SOLID,
        focus=asked.limits.focus,
        role=asked.limits.role,
        fits=True,
        wanted_steps=2,
        steps=2,
        value=4,
        hours=7,
        money=5,
        named_by=0,
        ends_on=roadmap.sessions[-1].on,
    )


def test_pins_that_do_not_fit_come_to_nothing() -> None:
    asked = limits(days=2, pinned=("book",))

    answer = no_outcome(asked)

    assert (answer.fits, answer.steps, answer.ends_on) == (False, 0, None)


def test_every_number_is_that_of_the_plan_one_would_get() -> None:
    asked = many(5)

    answer = find_outcome(asked.draft())

    roadmap = asked.plan()
    assert (answer.steps, answer.value, answer.hours, answer.money) == (
        roadmap.totals.steps,
        roadmap.totals.value,
        roadmap.totals.hours,
        roadmap.totals.money,
    )
    assert answer.ends_on == roadmap.sessions[-1].on


def test_resources_count_by_how_many_name_them() -> None:
    asked = many(5)
    known = tuple(
        replace(item, recommenders=4) if isinstance(item, Resource) else item
        for item in asked.items
    )

    assert find_outcome(replace(asked, items=known).draft()).named_by == 4
