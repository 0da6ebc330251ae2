"""When something takes place that one cannot do on any day."""

from datetime import date

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When and where an event or a meeting is."""

    months: tuple[int, ...] = ()
    """The months of each year in which it is, from 1 to 12."""
    on: tuple[date, ...] = ()
    """The days on which it is, where they are known."""
    every_weeks: int | None = None
    """How many weeks lie between two meetings."""
    place: str | None = None
    book_weeks_ahead: int | None = None
    """How long before it one has to sign up, in weeks."""
