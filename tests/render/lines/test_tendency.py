"""A tendency as a sentence."""

import pytest

from pillarplan.domain.person.tendency import Tendency
from pillarplan.render.lines.tendency import tendency_line


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (0.24, "much as others do"),
        (0.25, "about half a level higher than others do"),
        (-0.4, "about half a level lower than others do"),
        (0.8, "about a level higher than others do"),
        (-1.5, "about a level and a half lower than others do"),
        (2.2, "about two levels higher than others do"),
        (3.0, "over two levels higher than others do"),
    ],
)
def test_a_tendency_is_put_in_words(levels: float, words: str) -> None:
    tendency = Tendency(
        pillar="business-acumen",
        name="Business acumen",
        mean=levels,
        levels=levels,
        ratings=6,
        raters=2,
        rounds=2,
    )

    assert tendency_line(tendency) == (
        f"In Business acumen you rate yourself {words} "
        "(6 ratings by 2 people in 2 rounds)."
    )
