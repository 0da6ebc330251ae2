"""What one turns to see what comes of it: hours, focus, the last day, depth, budget.

Each dial has stops, which an arrow key goes along; whatever stands between two of them
may be typed.  What was there at the start is a stop, too, so that one can come back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.availability import USUAL_SHORTEST, Week, spread
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.roadmap import Limits

MOST_HOURS = 20.0
STEP_HOURS = 0.5

MOST_FOCUS = 8

MONTHS_AHEAD = 36

BUDGETS = (0, 50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dials:
    """The limits that are turned; all others stay as they are."""

    hours: Week
    """At the desk."""
    focus: int | None
    """How many skills are in hand at once; None means all."""
    chosen: tuple[str, ...] = ()
    """Skills that the person chose, which takes the place of the focus."""
    until: date
    depth: Depth
    budget: float | None
    """None is no limit."""
    shortest: float = USUAL_SHORTEST
    """Hours of the shortest session, by which hours are spread over days."""
    starts_on: date
    """Before the last day."""

    @classmethod
    def of(cls, limits: Limits) -> "Dials":
        """Return where the dials stand in a plan's limits."""
        return cls(
            hours=limits.availability.desk,
            focus=limits.focus,
            chosen=limits.skills,
            until=limits.until,
            depth=limits.depth,
            budget=limits.budget,
            shortest=limits.availability.shortest_session,
            starts_on=limits.starts_on,
        )

    def put(self, name: str, value: Any) -> "Dials":
        """Return the dials with one at a value, which need not be a stop."""
        if name == "focus":
            return replace(self, focus=value, chosen=())
        return replace(self, **{name: value})

    def turned(self, name: str, by: int, start: "Dials") -> "Dials | None":
        """Return the dials with one at its next stop, or at the last one before.

        None if there is no further one.  `start` is where they stood at first.
        """
        place = _PLACES[name]
        stops = {place(each): each for each in (*_STOPS[name](start), start)}
        here = place(self)
        if by > 0:
            beyond = min((stop for stop in stops if stop > here), default=None)
        else:
            beyond = max((stop for stop in stops if stop < here), default=None)
        return None if beyond is None else self.take(name, stops[beyond])

    def take(self, name: str, other: "Dials") -> "Dials":
        """Return the dials with one as it stands in others."""
        if name == "focus":
            return replace(self, focus=other.focus, chosen=other.chosen)
        return replace(self, **{name: getattr(other, name)})


DIALS = ("hours", "focus", "until", "depth", "budget")
"""In the order in which they are shown, each called as the option of ``plan``."""

NO_LIMIT = float("inf")

_PLACES: Mapping[str, Callable[[Dials], float]] = {
    "hours": lambda dials: sum(dials.hours),
    # A choice comes before one skill at once: the arrows reach it again.
    "focus": lambda d: 0 if d.chosen else NO_LIMIT if d.focus is None else d.focus,
    "until": lambda dials: dials.until.toordinal(),
    "depth": lambda dials: [*Depth].index(dials.depth),
    "budget": lambda d: NO_LIMIT if d.budget is None else d.budget,
}


def _hours(start: Dials) -> Iterator[Dials]:
    for number in range(1, int(MOST_HOURS / STEP_HOURS) + 1):
        hours = number * STEP_HOURS
        if hours >= start.shortest:
            yield start.put("hours", spread(hours, start.shortest))


def _focus(start: Dials) -> Iterable[Dials]:
    return (start.put("focus", each) for each in (*range(1, MOST_FOCUS + 1), None))


def _until(start: Dials) -> Iterator[Dials]:
    """Yield the last days of the months to come."""
    month = start.starts_on.replace(day=1)
    for _ in range(MONTHS_AHEAD):
        following = (month + timedelta(days=31)).replace(day=1)
        if (last := following - timedelta(days=1)) > start.starts_on:
            yield start.put("until", last)
        month = following


_STOPS: Mapping[str, Callable[[Dials], Iterable[Dials]]] = {
    "hours": _hours,
    "focus": _focus,
    "until": _until,
    "depth": lambda start: (start.put("depth", depth) for depth in Depth),
    "budget": lambda start: (start.put("budget", each) for each in (*BUDGETS, None)),
}
