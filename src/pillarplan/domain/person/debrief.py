"""What somebody says of a practice once it is done, so that they learn from it.

The four questions are those of an after-action review.  Over 61 studies those who held
one did better by 0.79 standard deviations (Nathanael Keiser and Winfred Arthur, "A
meta-analysis of the effectiveness of the after-action review", 2021).
"""

from datetime import date

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Four lines on a practice; each of them may be empty."""

    meant: str = ""
    """What was meant to happen."""
    happened: str = ""
    """What did happen; it is evidence of the skills that were practised."""
    why: str = ""
    """Why it went so."""
    next_time: str = ""
    """What to do the next time."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.meant or self.happened or self.why or self.next_time)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """An account of a day."""

    on: date
    item: str
    skills: tuple[str, ...]
    """The skills that the item served then."""
    account: Account
    private: bool = False
    """For the person's own eyes: it stands on no page for others."""
