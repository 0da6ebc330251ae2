"""A chosen item as the schedule sees it, and how much of it may be done by when."""

from dataclasses import field
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.plan.availability import Pool

DAYS = 7
"""In a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A chosen item, as the schedule sees it."""

    id: str
    is_practice: bool
    closes: tuple[Step, ...]
    """The steps of the plan for which it is chosen, lower ones first."""
    quarters: int
    """What is left to do, in quarter-hours."""
    spent: int = 0
    """What was done before, in quarter-hours."""
    weeks: int = 1
    """Over how many weeks it goes at least."""
    first_on: date | None = None
    """The day of its first hours, if it was begun."""
    last_on: date | None = None
    """The day of its latest hours, if it was begun."""
    pool: Pool
    booked: tuple[date, ...] = ()
    """The days on which it takes place by itself; then no session is for it."""
    started: bool = False
    place: int | None = None
    """Where it stands in the adopted roadmap, from 0; None if it is new."""
    due: date | None = None
    """When the adopted roadmap ends it, if its steps are still worth as much."""
    whole: int = field(init=False)
    """All its quarter-hours, those that are done as well."""
    is_long: bool = field(init=False)
    """Whether it goes over weeks, a piece at a time, beside other work."""

    def __post_init__(self) -> None:
        # A frozen instance can only be completed this way.  Both are asked for on each
        # day of each timetable that is tried.
        whole = self.spent + self.quarters
        object.__setattr__(self, "whole", whole)
        object.__setattr__(self, "is_long", self.weeks > 1 and whole > 1)

    def allowed(self, days: int, shortest: int) -> int:
        """Return how many of its quarter-hours may be done `days` after its first ones.

        What goes over w weeks is done in k pieces, as even as can be: as many as there
        are weeks, but none shorter than the shortest session, and two at least.  The
        first may be done at once, the last w - 1 weeks later, and those between at even
        distances.
        """
        if not self.is_long:
            return self.whole
        pieces = min(self.whole, max(2, min(self.weeks, self.whole // shortest)))
        last = self.weeks - 1
        week = days // DAYS
        # Piece j, from 0, may begin from week j * last // (pieces - 1) on.
        begun = min(pieces, ((week + 1) * (pieces - 1) - 1) // last + 1)
        return self.whole * begun // pieces
