"""What a person promises to somebody who helps them, and what those say of the plan."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import Rater

WHOLE = "plan"
"""What words are on that are on the plan as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A sentence for whoever gets the plan to read; the newest one counts."""

    on: date
    text: str
    private: bool = False
    """For the person's own eyes."""
    checkins_before: int = 0
    """How many check-ins there were, its own one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Their words on an item, or on the plan as a whole, given on a day."""

    on: date
    item: str
    text: str
    rater: Rater
    checkins_before: int = 0
    """How many check-ins there were when it was recorded."""

    @property
    def said(self) -> str:
        """The words behind the name of who said them."""
        return f"{self.rater.name}: {self.text}"

    def repeats(self, other: "Advice") -> bool:
        """Say whether the same person says the same again, on whatever day."""
        return (self.rater, self.item, self.text) == (
            other.rater,
            other.item,
            other.text,
        )
