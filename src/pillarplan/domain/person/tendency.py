"""How a person rates themselves, against how others rate them."""

from pillarplan.domain.dataclass import dataclass

CLEAR = 0.25
"""Fewer levels than this are no difference."""

STRONG = 0.5
"""From here on, in levels, it is worth to be remembered while one rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tendency:
    """What ratings by others say of a person's own ratings in one pillar."""

    pillar: str
    name: str
    mean: float
    """Levels by which the person rates themselves higher than others do, on average."""
    levels: float
    """The mean, drawn towards 0 the more, the fewer ratings there are."""
    ratings: int
    raters: int
    rounds: int

    @property
    def is_clear(self) -> bool:
        """Whether the person rates themselves otherwise than others do."""
        return abs(self.levels) >= CLEAR

    @property
    def is_strong(self) -> bool:
        """Whether the person should remember it while they rate themselves."""
        return abs(self.levels) >= STRONG
