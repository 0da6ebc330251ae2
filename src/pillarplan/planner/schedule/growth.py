"""How long a level takes to settle before the next one can grow on it."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.plan.roadmap import PlannedItem

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

        `practised` says when each step is practised first, if it was not before.  None
        if nothing is known of either.
        """
        below = step.below
        since = self._end(below, practised) or self.rated.get(step.skill)
        weeks = timedelta(weeks=self.weeks.get(step.level, 0))
        known = (self._end(step, practised), since and since + weeks)
        return max((day for day in known if day), default=None)

    def _end(self, step: Step, practised: Mapping[Step, date]) -> date | None:
        planned, before = practised.get(step), self.practised.get(step)
        return min(planned, before) if planned and before else planned or before


def first_practised(items: Iterable[PlannedItem]) -> dict[Step, date]:
    """Return when the steps of planned practices are practised: each by the first."""
    practised: dict[Step, date] = {}
    for item in items:
        for span in item.closes if item.kind == PRACTICE else ():
            for step in span.steps:
                practised[step] = min(item.ends_on, practised.get(step, item.ends_on))
    return practised
