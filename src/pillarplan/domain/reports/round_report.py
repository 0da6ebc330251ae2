"""What a round of rating brought."""

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.plan.gap import Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """A skill that was given another level than the time before."""

    skill: str
    name: str
    before: int
    after: int
    evidence: str | None
    """One line that shows the new level, if the person gave one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A skill in which the person is strong."""

    skill: str
    name: str
    level: int
    level_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport:
    """What a person's latest round of rating brought."""

    role: str
    role_name: str
    asked: tuple[str, ...]
    """The skills of the round."""
    rated: int
    """How many of them were rated and apply."""
    repeated: int
    """How many of these had been rated before."""
    changes: tuple[LevelChange, ...]
    """In the order of the round."""
    strengths: tuple[Strength, ...]
    """The highest levels of all skills, at most three."""
    widest: tuple[Gap, ...]
    """The first gaps by priority, at most three."""
    gaps: tuple[Gap, ...]
    """Of the skills of the round, in its order."""
    tendencies: tuple[Tendency, ...] = ()
    """Pillars in which others see the person quite differently: a hint only."""
