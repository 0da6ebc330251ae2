"""What all timelines share: a scale of whole months, and the items by skill."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State

STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
"""How many months may lie between two names, so that long plans stay legible."""


@dataclass(frozen=True, slots=True)
class MonthScale:
    """A stretch of time from the first day of a month to the last of another."""

    first: date
    end: date
    """The day after the last one: the first day of a month."""

    def share(self, day: date) -> float:
        """Return how far the start of `day` is along the scale, from 0 to 1."""
        way = (day - self.first) / (self.end - self.first)
        return min(1.0, max(0.0, way))

    def share_after(self, day: date) -> float:
        """Return how far the end of `day` is along the scale."""
        return self.share(day + timedelta(days=1))

    def holds(self, day: date) -> bool:
        """Say whether `day` is on the scale."""
        return self.first <= day < self.end

    def months(self) -> Iterator[date]:
        """Yield the first day of each month."""
        day = self.first
        while day < self.end:
            yield day
            day = _next_month(day)

    def labelled(self, most: int) -> tuple[date, ...]:
        """Return at most `most` months, evenly spaced, that may carry their name."""
        months = tuple(self.months())
        for step in STEPS:
            chosen = tuple(day for day in months if _number(day) % step == 0)
            if len(chosen) <= most:
                return chosen
        return ()


def scale_of(roadmap: Roadmap, profile: Profile) -> MonthScale:
    """Return the months from the first day of a roadmap to its last work."""
    days = [roadmap.starts_on]
    days += [day for item in roadmap.items for day in days_of(item, profile)]
    days += [rerating.on for rerating in roadmap.rerate]
    return covering(days)


def days_of(item: PlannedItem, profile: Profile) -> tuple[date, date]:
    """Return the first and the last day of an item.

    They are planned days, or those on which the person worked on what is done.
    """
    done = [ended.on for ended in profile.done if ended.item == item.id]
    if item.state is not State.DONE or not done:
        return item.starts_on, item.ends_on
    spent = [each.on for each in profile.spent if each.item == item.id]
    return min([*spent, done[-1]]), done[-1]


def covering(days: Iterable[date]) -> MonthScale:
    """Return the whole months that hold all `days`."""
    ordered = sorted(days)
    return MonthScale(ordered[0].replace(day=1), _next_month(ordered[-1]))


def items_by_skill(roadmap: Roadmap) -> dict[str, list[PlannedItem]]:
    """Return the items under the first skill that each develops, focus first.

    Items that close no step, as pinned ones may, stand last under an empty name.
    """
    groups: dict[str, list[PlannedItem]] = {skill: [] for skill in roadmap.focus}
    beside: list[PlannedItem] = []
    for item in roadmap.items:
        if item.closes:
            groups.setdefault(item.closes[0].skill, []).append(item)
        else:
            beside.append(item)
    return {skill: items for skill, items in groups.items() if items} | (
        {"": beside} if beside else {}
    )


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
