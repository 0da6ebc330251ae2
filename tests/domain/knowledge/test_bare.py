"""The ids of bare steps, and for which steps there are some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.bare import (
    FIND,
    SHOW,
    bare_id,
    bare_ids,
    is_bare,
    read_bare_id,
)
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.knowledge.step import Step
from tests.planner.worlds import practice, resource

slugs = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@given(st.sampled_from((FIND, SHOW)), slugs, st.integers(1, 10))
def test_an_id_tells_for_what_and_for_which_step_it_stands(
    sort: str, skill: str, level: int
) -> None:
    step = Step(skill, level)

    assert is_bare(bare_id(sort, step))
    assert read_bare_id(bare_id(sort, step)) == (sort, step)


@pytest.mark.parametrize(
    "other",
    (
        "find",
        "find-pricing-2",
        "find.pricing",
        "find.pricing.0",
        "find.pricing.02",
        "find.pricing.2.3",
        "find.Pricing.2",
        "find.pricing.٣",
        "learn.pricing.2",
        "show..2",
    ),
)
def test_nothing_else_is_such_an_id(other: str) -> None:
    assert read_bare_id(other) is None


@given(slugs)
def test_no_entry_has_the_id_of_a_bare_step(entry: str) -> None:
    assert not is_bare(entry)


def test_there_are_bare_steps_where_nothing_covers_a_wanted_step() -> None:
    items: list[Item] = [
        resource("book", ("asking", 0, 2)),
        practice("try", ("asking", 1, 2), ("building", 0, 1)),
    ]
    wanted = [Step("asking", 1), Step("asking", 2), Step("building", 1)]

    assert [*bare_ids(wanted, items)] == ["show.asking.1", "find.building.1"]
