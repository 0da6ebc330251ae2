"""Pinned items that have no time."""

import pytest

from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from tests.planner.worlds import World, gap, limits, practice, resource


def test_a_pinned_item_that_goes_over_too_many_weeks_is_named_with_them() -> None:
    asked = World(
        limits=limits(days=21, pinned=("ask",)),
        gaps=(gap("asking", 1, 2),),
        items=(
            resource("book", ("asking", 1, 2)),
            practice("ask", ("asking", 1, 2), hours=4, weeks=8),
        ),
    )

    with pytest.raises(PinsDoNotFitError) as error:
        asked.plan()

    assert str(error.value) == (
        "The pinned items do not fit: ask goes over 8 weeks, and there are 3. "
        "Unpin that, or plan until a later day."
    )
