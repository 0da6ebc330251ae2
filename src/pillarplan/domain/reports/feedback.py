"""How others see a person, beside how the person sees themselves."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import Confidence, Rater, Rating
from pillarplan.domain.person.tendency import Tendency
from pillarplan.domain.person.work import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody wrote about one skill."""

    skill: str
    level: int
    confidence: Confidence | None = None
    seen: str | None = None
    """One sentence that shows the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A form that came back, with what was left empty left out."""

    rater: Rater | None
    """None where the form does not say who filled it in."""
    given_on: date | None
    said: tuple[Said, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    """On items of the plan, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillViews:
    """One skill as several people see it: the latest rating of each."""

    skill: str
    name: str
    own: Rating | None
    own_before: tuple[Rating, ...]
    """The person's earlier ratings, oldest first."""
    own_evidence: Evidence | None
    """The latest line by which the person shows the skill."""
    others: tuple[Rating, ...]
    """In the order in which they were given."""
    difference: int | None
    """Levels between the last word of the person and of who sees it most differently;
    None if the person or everybody else gave none."""

    def own_then(self, day: date) -> Rating | None:
        """Return how the person rated themselves on a day when others did."""
        every = (*self.own_before, *((self.own,) if self.own else ()))
        return next((each for each in reversed(every) if each.rated_on <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """All skills that others have rated, largest disagreement first."""

    raters: tuple[Rater, ...]
    skills: tuple[SkillViews, ...]
    tendencies: tuple[Tendency, ...]
    """How the person rates themselves against others, where enough is known."""
