"""Where a person stands."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.facts.about_calendars import CalendarsSay
from pillarplan.domain.plan.forecast import Forecast
from pillarplan.domain.reports.next_action import NextAction
from pillarplan.domain.reports.since_start import SinceStart


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """In how many of the last weeks the person worked on their growth."""

    worked: int
    paused: int
    """Weeks in which nothing was done, and for the most part nothing was to be done."""
    weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a person stands."""

    role: str | None
    skills_rated: int
    """With a level; what does not apply to the person's work is apart."""
    not_applicable: int = 0
    plan_made_on: date | None = None
    plan_until: date | None = None
    items_done: int = 0
    items_total: int = 0
    hours_done: float = 0.0
    """Hours spent on items of the adopted roadmap since it was adopted."""
    hours_planned: float = 0.0
    """Hours that the roadmap had in mind until today."""
    hours_total: float = 0.0
    hours_per_week: float = 0.0
    """What the plan counts on."""
    pace: float | None = None
    """Hours a week really spent lately; None before the first check-in."""
    consistency: Consistency | None = None
    """None before the second week."""
    forecast: Forecast | None = None
    """None if nothing is left to do, or the plan is over."""
    paused_until: date | None = None
    """The last day of the pause, if one is open."""
    last_checkin: date | None = None
    checkin_due: bool = False
    questions_due: int = 0
    """How many questions of the person's past self wait for an answer."""
    since_start: SinceStart
    """What was done over all plans."""
    calendars: CalendarsSay | None = None
    """What calendars say of the next sessions; None if that is nothing new."""
    ahead: int = 0
    """How many entries are dated after today, and do not count yet."""
    next: NextAction

    @property
    def skills(self) -> frozenset[str]:
        """The skills of which it tells something."""
        forecast = self.forecast.skills if self.forecast else ()
        risen = (each.skill for each in self.since_start.levels_risen)
        return frozenset(each.skill for each in forecast).union(risen)
