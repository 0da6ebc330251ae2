"""The distance between where a person is in a skill and where they want to be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Target against current level of one skill."""

    skill: str
    name: str
    pillar: str
    current: int | None
    """None if the skill was never rated, or does not apply."""
    target: int
    importance: int
    applies: bool = True
    """False if the person said that the skill does not apply to their work."""

    @property
    def size(self) -> int:
        """Levels that are missing; an unrated skill has no known gap."""
        if self.current is None or not self.applies:
            return 0
        return max(0, self.target - self.current)

    @property
    def priority(self) -> int:
        """Importance times gap."""
        return self.importance * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class GapReport:
    """Current against target level of every skill, widest gap first."""

    role: str
    role_name: str
    contexts: tuple[str, ...]
    gaps: tuple[Gap, ...]
