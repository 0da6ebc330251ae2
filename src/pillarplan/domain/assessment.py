"""A round of rating: what it asks, and what was answered."""

from dataclasses import dataclass
from datetime import date

from pillarplan.domain.rating import MYSELF, Rater
from pillarplan.domain.skill import ScaleLevel, Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A round of rating, perhaps unfinished."""

    started_on: date
    skills: tuple[str, ...]
    """What it asks, in order."""
    answered: frozenset[str] = frozenset()
    """What was answered or skipped."""
    finished: bool = False
    rater: Rater = MYSELF
    """Who is asked; the ratings of others answer nothing."""
    weighs: bool = False
    """It also asks how much each skill matters, after all levels were given."""
    ratings_before: int = 0
    """How many ratings the record held when it began."""

    @property
    def open(self) -> tuple[str, ...]:
        """The skills that are still to be asked, in order."""
        return tuple(skill for skill in self.skills if skill not in self.answered)

    @property
    def is_pending(self) -> bool:
        """Whether something is left to ask."""
        return not self.finished and (bool(self.open) or self.weighs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One skill to rate."""

    skill: Skill
    pillar_name: str
    scale: tuple[ScaleLevel, ...]
    number: int
    total: int
    taken_back: int | None = None
    """The level that was given and taken back, if there was one."""
    last: int | None = None
    """The level of the round before, if the person asked to see it."""

    @property
    def why(self) -> str:
        """Why the skill matters, in one sentence: a quick interview is quick."""
        first, dot, _ = self.skill.why.partition(". ")
        return first + dot.rstrip()

    @property
    def texts(self) -> tuple[str, ...]:
        """What one can observe at each level, from 0 to 5."""
        return (
            self.scale[0].test,
            *(" ".join(self.skill.levels[level.level]) for level in self.scale[1:]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A skill that was rated, and how much it matters."""

    skill: str
    name: str
    level: int
    importance: int
