"""What a timetable avoids as long as there is room enough."""

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What a timetable avoids as long as there is room enough."""

    is_tidy: bool = True
    """No task ends with a short session."""
    hears_early: bool = False
    """Something may be heard long before it can be tried."""


MANNERS = tuple(
    Manner(is_tidy=is_tidy, hears_early=hears_early)
    for hears_early in (False, True)
    for is_tidy in (True, False)
)
"""From the best one to the one that wastes least time."""
