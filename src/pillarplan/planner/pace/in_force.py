"""Which of several plans held on which day: the one that was adopted last by then."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pillarplan.domain.plan.roadmap import Roadmap, Session

DAY = timedelta(days=1)


class Held(NamedTuple):
    """A plan, and the days on which it was the person's plan."""

    roadmap: Roadmap
    first: date
    last: date

    @property
    def sessions(self) -> Iterator[Session]:
        """The sessions whose day came while the plan held."""
        return (
            each for each in self.roadmap.sessions if self.first <= each.on <= self.last
        )


def plans_in_force(
    roadmaps: Sequence[Roadmap], since: date, until: date
) -> Iterator[Held]:
    """Yield the plans that held from `since` to `until`, in the order of adoption.

    A plan holds from the day on which it is made until the day before a later one is.
    """
    for place, roadmap in enumerate(roadmaps):
        later = (each.made_on - DAY for each in roadmaps[place + 1 :])
        first, last = max(since, roadmap.made_on), min((until, *later))
        if first <= last:
            yield Held(roadmap, first, last)
