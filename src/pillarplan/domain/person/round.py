"""A round of rating: what it asks, and what was answered."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import MYSELF, Rater


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
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
