"""Dials: an arrow leads to the next stop and back, and never off the scale."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.dials import DIALS, Dials

START = Dials(
    hours=spread(3),
    focus=3,
    until=date(2027, 5, 27),
    depth=Depth.SOLID,
    budget=None,
    starts_on=date(2026, 11, 23),
)

days = st.integers(1, 1200).map(lambda number: START.starts_on + timedelta(days=number))
dials = st.builds(
    Dials,
    hours=st.integers(1, 240).map(lambda quarters: spread(quarters / 4)),
    focus=st.one_of(st.none(), st.integers(1, 30)),
    chosen=st.sampled_from([(), ("negotiation", "pricing")]),
    until=days,
    depth=st.sampled_from(Depth),
    budget=st.one_of(st.none(), st.integers(0, 9999).map(float)),
    shortest=st.sampled_from([0.25, 0.5, 1.5]),
    starts_on=st.just(START.starts_on),
)


@given(start=dials, name=st.sampled_from(DIALS), by=st.sampled_from([-1, 1]))
def test_an_arrow_there_and_an_arrow_back_change_nothing(
    start: Dials, name: str, by: int
) -> None:
    turned = start.turned(name, by, start)

    assert turned is None or (
        turned != start and turned.turned(name, -by, start) == start
    )


@given(start=dials, name=st.sampled_from(DIALS), by=st.sampled_from([-1, 1]))
def test_each_dial_comes_to_its_end_and_leaves_the_others_alone(
    start: Dials, name: str, by: int
) -> None:
    at: Dials | None = start
    seen = []
    while at is not None:
        seen.append(at)
        at = at.turned(name, by, start)

    assert len(set(seen)) == len(seen) < 100
    assert {each.take(name, start) for each in seen} == {start}
    assert all(sum(each.hours) > 0 and each.until > each.starts_on for each in seen)


@pytest.mark.parametrize(
    ("name", "more", "less"),
    [
        ("hours", {"hours": spread(3.5)}, {"hours": spread(2.5)}),
        ("focus", {"focus": 4}, {"focus": 2}),
        ("until", {"until": date(2027, 5, 31)}, {"until": date(2027, 4, 30)}),
        ("depth", {"depth": Depth.DEEP}, {"depth": Depth.LEAN}),
        ("budget", None, {"budget": 5000}),
    ],
)
def test_the_stops_are_what_one_would_say(
    name: str, more: dict[str, object] | None, less: dict[str, object]
) -> None:
    further = START.turned(name, 1, START)

    assert further == (None if more is None else replace(START, **more))  # type: ignore[arg-type]
    assert START.turned(name, -1, START) == replace(START, **less)  # type: ignore[arg-type]


def test_a_choice_of_skills_lies_below_one_at_once() -> None:
    chosen = replace(START, chosen=("pricing",))

    one = chosen.turned("focus", 1, chosen)

    assert one == replace(START, focus=1)
    assert one.turned("focus", -1, chosen) == chosen
    assert chosen.put("focus", 4) == replace(START, focus=4)
