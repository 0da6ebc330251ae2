"""Scales of one's own: what holds of five levels holds of few and of many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.scale import (
    Scale,
    ScaleLevel,
    complete,
    usual_scale,
)
from tests.scales import scale_of

TOPS = st.integers(1, 10)


def stated(first: int, last: int) -> Scale:
    levels = range(first, last + 1)
    return complete((ScaleLevel(level=n, name=f"L{n}"), None) for n in levels)


def test_the_usual_scale_is_what_the_rules_were_stated_on() -> None:
    scale = usual_scale()

    assert scale.is_usual
    assert [scale.of_five(level) for level in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [scale.least_hours(n) for n in range(1, 6)] == [0.5, 1, 2, 3, 4]
    assert [each.weeks for each in scale.levels] == [0, 0, 1, 3, 6, 12]


@pytest.mark.parametrize(
    ("top", "alike", "hours", "weeks"),
    [
        (1, [5], [10.5], [0]),
        (3, [2, 3, 5], [1.25, 3.5, 6.0], [0, 5, 12]),
        (4, [1, 3, 4, 5], [0.75, 1.75, 3.25, 4.75], [0, 2, 6, 12]),
        (
            10,
            [1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
            [0.25, 0.25, 0.5, 0.5, 1.0, 1.0, 1.5, 1.5, 2.0, 2.0],
            [0, 0, 1, 1, 2, 2, 3, 3, 6, 6],
        ),
    ],
)
def test_wider_steps_take_more_and_narrower_ones_less(
    top: int, alike: list[int], hours: list[float], weeks: list[int]
) -> None:
    scale, levels = stated(0, top), range(1, top + 1)

    assert [scale.of_five(level) for level in levels] == alike
    assert [scale.least_hours(level) for level in levels] == hours
    assert [each.weeks for each in scale.levels[1:]] == weeks


@given(TOPS)
def test_every_scale_goes_in_order_from_not_started_to_mastery(top: int) -> None:
    scale = scale_of(top)
    alike = [scale.of_five(level) for level in range(top + 1)]

    assert alike == sorted(alike)
    assert (alike[0], alike[-1]) == (0, 5)
    assert all(alike[1:])
    assert sum(scale.least_hours(n) for n in range(1, top + 1)) >= 10.5


@given(st.integers(2, 10))
def test_a_scale_that_begins_at_1_gets_what_is_before_it(top: int) -> None:
    scale = stated(1, top)

    assert [each.level for each in scale.levels] == [*range(top + 1)]
    assert scale.levels[0].name == "Not started"
    assert scale.levels[1:] == stated(0, top).levels[1:]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", 3),
        (" practising ", 3),
        ("LEADING", 5),
        ("6", None),
        ("-1", None),
        ("²", None),
        ("3.0", None),
        ("", None),
    ],
)
def test_a_level_is_found_by_its_number_or_its_name(
    text: str, level: int | None
) -> None:
    assert usual_scale().find(text) == level
