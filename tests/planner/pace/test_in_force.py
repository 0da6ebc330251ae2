"""Which plan held on which day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.planner.pace.in_force import plans_in_force
from tests.render.packets import ordinary

SINCE = date(2026, 11, 23)
UNTIL = SINCE + timedelta(days=20)

days = st.integers(-10, 30).map(lambda number: SINCE + timedelta(days=number))


def plans(made_on: Iterable[date]) -> list[Roadmap]:
    return [replace(ordinary().roadmap, made_on=day) for day in made_on]


@given(st.lists(days, max_size=5).map(sorted))
def test_on_each_day_the_latest_plan_by_then_holds(made_on: list[date]) -> None:
    held = list(plans_in_force(plans(made_on), SINCE, UNTIL))

    for day in (SINCE + timedelta(days=place) for place in range(21)):
        found = [
            each.roadmap.made_on for each in held if each.first <= day <= each.last
        ]
        assert found == [each for each in made_on if each <= day][-1:]


@given(st.lists(days, max_size=5))
def test_a_clock_that_was_wrong_leaves_each_day_one_plan(made_on: list[date]) -> None:
    held = list(plans_in_force(plans(made_on), SINCE, UNTIL))

    covered = [
        each.first + timedelta(days=place)
        for each in held
        for place in range((each.last - each.first).days + 1)
    ]
    assert covered == sorted(set(covered))
    assert all(SINCE <= day <= UNTIL for day in covered)


def test_only_sessions_whose_day_came_belong_to_a_plan() -> None:
    first, second = plans([SINCE, SINCE + timedelta(days=3)])

    held = list(plans_in_force([first, second], SINCE, SINCE + timedelta(days=7)))

    assert [[each.on.day for each in plan.sessions] for plan in held] == [
        [23, 25],
        [26, 26],
    ]
