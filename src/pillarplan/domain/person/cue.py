"""When exactly one means to do something: a moment of one's week, and its obstacle.

Who says when and where they will do a thing does it more often: d = 0.65 over 94 tests
(Peter Gollwitzer and Paschal Sheeran, "Implementation intentions and goal achievement",
2006).  To think of the obstacle first helps, too: g = 0.34 (Guoxia Wang and others, "A
meta-analysis of the effects of mental contrasting with implementation intentions on
goal attainment", 2021).
"""

from collections.abc import Mapping

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The moment at which one means to do an item, in one's own words."""

    when: str
    """After which event of one's week."""
    obstacle: str = ""
    """What could stop one; empty if that was not said."""
    then: str = ""
    """What one means to do then; empty for the item as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All that a person said of when to do things, and did not take back."""

    cues: Mapping[str, Cue]
    """By the id of the item."""
