"""Scales for tests: of so many levels, perhaps with weeks to settle."""

from collections.abc import Mapping

from pillarplan.domain.knowledge.scale import USUAL, Scale, ScaleLevel

NO_WEEKS: Mapping[int, int] = {}


def scale_of(top: int = 5, weeks: Mapping[int, int] = NO_WEEKS) -> Scale:
    """Return a scale from 0 to `top`; the one of five has its usual names."""
    names = [*USUAL] if top == 5 else [f"Level {level}" for level in range(top + 1)]
    return Scale(
        levels=tuple(
            ScaleLevel(level=level, name=name, weeks=weeks.get(level, 0))
            for level, name in enumerate(names)
        )
    )


FIVE = scale_of()
"""On which every level may follow at once on the one below."""
