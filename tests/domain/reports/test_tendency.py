"""When a difference to what others say is worth a word."""

import pytest

from pillarplan.domain.person.tendency import Tendency


def tendency(levels: float) -> Tendency:
    return Tendency(
        pillar="soft",
        name="Soft skills",
        mean=levels,
        levels=levels,
        ratings=6,
        raters=2,
        rounds=2,
    )


@pytest.mark.parametrize(
    ("levels", "is_clear", "is_strong"),
    [
        (0.24, False, False),
        (0.25, True, False),
        (0.49, True, False),
        (0.5, True, True),
        (-0.24, False, False),
        (-0.25, True, False),
        (-0.5, True, True),
    ],
)
def test_a_quarter_of_a_level_is_a_difference_and_half_a_level_is_remembered(
    levels: float, is_clear: bool, is_strong: bool
) -> None:
    found = tendency(levels)

    assert (found.is_clear, found.is_strong) == (is_clear, is_strong)
