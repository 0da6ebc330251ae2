"""What an interview asks: the level of a skill, and how much the skill matters."""

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.skill import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One skill to rate."""

    skill: Skill
    pillar_name: str
    scale: Scale
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
    def behaviours(self) -> tuple[tuple[str, ...], ...]:
        """What one can observe at each level, from 0 on, a sentence for each.

        A level of which the skill says nothing is recognised as the scale says.
        """
        return tuple(level.shown_by(self.skill) for level in self.scale.levels)

    @property
    def texts(self) -> tuple[str, ...]:
        """The same, each level in one text."""
        return tuple(" ".join(each) for each in self.behaviours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A skill that was rated, and how much it matters."""

    skill: str
    name: str
    level: int
    importance: int
