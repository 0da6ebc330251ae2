"""How long a level takes to settle before the next one can grow on it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step

NO_DAYS: Mapping[Step, date] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The fewest weeks to each level, and the days from which they count.

    They count from the end of the practice of the step below; for the first step that
    is wanted, from the day of the rating on which it builds.
    """

    weeks: Mapping[int, int] = field(default_factory=dict)
    """By level the fewest weeks from the level below; none where it says nothing."""
    rated: Mapping[str, date] = field(default_factory=dict)
    """By skill the day of the rating that one stands on."""
    practised: Mapping[Step, date] = field(default_factory=dict)
    """When a wanted step was practised, if that is over: no rating says so yet."""

    def reached(
        self, step: Step, practised: Mapping[Step, date] = NO_DAYS
    ) -> date | None:
        """Return from which day on one may call a step one's own.

        `practised` says when each step is practised; those that are not in it were so
        before.  None if nothing is known of either.
        """
        below = step.below
        since = self._end(below, practised) or self.rated.get(step.skill)
        weeks = timedelta(weeks=self.weeks.get(step.level, 0))
        known = (self._end(step, practised), since and since + weeks)
        return max((day for day in known if day), default=None)

    def _end(self, step: Step, practised: Mapping[Step, date]) -> date | None:
        return practised.get(step) or self.practised.get(step)
