"""When the roadmap will be done, from the weeks that the person really had.

The method is a Monte Carlo simulation that draws from one's own past, as Daniel S.
Vacanti describes it for teams in chapters 15 and 16 of "Actionable Agile Metrics for
Predictability" (2015): each run draws a past week at random, with replacement, for every
week to come, until the work is done; the share of runs that are done by a day is its
probability.  Here the weeks are those of one person, and what is drawn are hours.  It
holds as far as the weeks to come are like those behind, and the efforts of the items
like those in the knowledge base.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from operator import add

from pillarplan.domain.availability import Availability, Pool
from pillarplan.domain.forecast import Basis, Finish, Forecast, SkillFinish
from pillarplan.domain.profile import Profile
from pillarplan.domain.roadmap import PlannedItem
from pillarplan.planner.weeks import OwnWeek

RUNS = 2_000
SEED = 2_027
"""Always the same, so that the same record gives the same days."""

FEWEST_WEEKS = 4
"""With fewer of the person's own, the hours of the plan are used."""

FARTHEST = 104
"""Weeks; what lies beyond is too far away to tell."""

LEAST_LEFT = 0.25
"""What is left of an item that took longer than it should, in hours."""


@dataclass(frozen=True, slots=True)
class _Week:
    """A week to come."""

    first: date
    share: float
    """How much of an ordinary week it has, breaks considered."""
    by_day: tuple[float, ...]
    """How much of the week's hours are over at the end of each day, from 0 to 1."""

    def day(self, part: float) -> date:
        """Return the day on which a part of the week's hours is over."""
        days = (place for place, over in enumerate(self.by_day) if over >= part - 1e-9)
        return self.first + timedelta(days=next(days, 6))


@dataclass(frozen=True, slots=True)
class _Work:
    """Something that is to be done, with all that comes before it."""

    hours: float
    planned_on: date


def make_forecast(
    profile: Profile, weeks: Sequence[OwnWeek], today: date
) -> Forecast | None:
    """Return when the open items of the adopted roadmap will be done.

    `weeks` are the person's own; those that are excused are not drawn.  With fewer than
    four the plan's hours are used, and nothing is done before its planned day.  None if
    there is nothing left to do.
    """
    roadmap, availability = profile.current_roadmap, profile.availability
    if roadmap is None or availability is None or not any(roadmap.open_items()):
        return None
    own = [week.hours for week in weeks if not week.is_excused]
    works = _works(list(roadmap.open_items()), profile)
    ahead = _weeks_ahead(availability, max(today, roadmap.starts_on))
    find: Callable[[_Work], Finish]
    if len(own) < FEWEST_WEEKS:
        basis, usual = Basis.PLAN, availability.hours_per_week
        finishes = [_as_planned(work, ahead, usual) for work in works.values()]
    else:
        basis = Basis.OWN_WEEKS
        finishes = _simulate([work.hours for work in works.values()], ahead, own)
    whole, *others = finishes
    return Forecast(
        basis=basis,
        weeks=len(own),
        whole=whole,
        skills=tuple(
            SkillFinish(skill=skill, by_50=finish.by_50, by_80=finish.by_80)
            for skill, finish in zip(list(works)[1:], others, strict=True)
        ),
    )
