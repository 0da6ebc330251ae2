"""Other hours and other last days, side by side."""

from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.plan.roadmap import Limits
from pillarplan.domain.plan.variant import PlanOutcome, WhatIf
from pillarplan.planner.plans.what_if import what_if
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    many,
    practice,
    resource,
)

HALF_AN_HOUR = (0.5,) * 7


def world(**more: object) -> World:
    return World(
        limits=limits(days=7, **more),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2), gap("building", 1, 2)),
        items=(
            practice("ask", ("asking", 1, 2), hours=2),
            practice("build", ("building", 1, 2), hours=2),
            resource("book", ("asking", 1, 2), ("building", 1, 2), hours=3, price=5),
        ),
    )


def outcome(asked: Limits, days: int, steps: int, hours: float) -> PlanOutcome:
    return PlanOutcome(
        hours_per_week=asked.availability.hours_per_week,
        until=asked.until,
        fits=True,
        steps=steps,
        value=2 * steps,
        hours=hours,
        money=5 if steps else 0,
        ends_on=TODAY + timedelta(days=days - 1) if days else None,
    )


def test_each_change_is_planned_and_told_in_numbers() -> None:
    asked = world()
    less = limits(days=7, desk=HALF_AN_HOUR)
    sooner, later = limits(days=5), limits(days=10)

    assert what_if(asked.draft(), [less], [sooner, later]) == WhatIf(
        wanted_steps=2,
        asked=outcome(asked.limits, 7, 2, 7),
        hours=(outcome(less, 0, 0, 0),),
        until=(outcome(sooner, 5, 1, 5), outcome(later, 7, 2, 7)),
    )


def test_pins_that_do_not_fit_are_told_too() -> None:
    asked = world(pinned=("book",))

    answer = what_if(asked.draft(), [], [limits(days=2, pinned=("book",))])

    assert [(each.fits, each.steps) for each in answer.until] == [(False, 0)]


def test_every_number_is_that_of_the_plan_one_would_get() -> None:
    asked = many(5)
    changed = replace(asked.limits, until=asked.limits.until - timedelta(days=20))

    (answer,) = what_if(asked.draft(), [], [changed]).until

    roadmap = replace(asked, limits=changed).plan()
    assert (answer.steps, answer.value, answer.hours, answer.money) == (
        roadmap.totals.steps,
        roadmap.totals.value,
        roadmap.totals.hours,
        roadmap.totals.money,
    )
    assert answer.ends_on == roadmap.sessions[-1].on
