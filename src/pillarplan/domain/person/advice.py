"""What somebody who helps the person says of something in their plan."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.rating import Rater


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Their words on an item, given on a day."""

    on: date
    item: str
    text: str
    rater: Rater

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
