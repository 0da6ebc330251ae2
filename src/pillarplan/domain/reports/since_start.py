"""What somebody did since they began: items, hours, and levels with their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from itertools import takewhile

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.roadmap import Roadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRisen:
    """A skill that the person rates higher than when they began."""

    skill: str
    from_: int
    """The level of the first rating."""
    to: int
    """The level of the newest one."""
    on: date
    """The day since which it is so high."""
    evidence: str | None
    """What shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneItem:
    """Something that was finished."""

    item: str
    title: str
    """As it was called then."""
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceStart:
    """What somebody did since they began; no re-planning takes it away."""

    began_on: date | None
    """The first day of which the record tells; None if it tells of none."""
    items_done: int
    hours: float
    """Those told, and those planned for what was finished with none told."""
    hours_assumed: float
    """How many of them were planned, not told."""
    levels_risen: tuple[LevelRisen, ...]
    """In the order in which they rose."""
    done: tuple[DoneItem, ...]
    """What was finished, over all plans, in the order of the days."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done yet."""
        return not (self.items_done or self.hours or self.levels_risen)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapReport(Roadmap):
    """A plan as other programs get it: apart from it, what was done over all plans."""

    since_start: SinceStart


def report_roadmap(roadmap: Roadmap, profile: Profile) -> RoadmapReport:
    """Return a roadmap beside what the person did since they began."""
    values = {each.name: getattr(roadmap, each.name) for each in fields(roadmap)}
    return RoadmapReport(**values, since_start=find_since_start(profile))


def find_since_start(profile: Profile) -> SinceStart:
    """Return what the person did since they began, over all plans."""
    days = (
        *(each.rated_on for each in profile.ratings if each.is_own),
        *(each.on for each in profile.spent),
        *(each.on for each in profile.done),
    )
    assumed = (each.hours for each in profile.spent if each.assumed)
    return SinceStart(
        began_on=min(days, default=None),
        items_done=len(profile.finished),
        hours=round(sum((each.hours for each in profile.spent), 0.0), 2),
        hours_assumed=round(sum(assumed, 0.0), 2),
        levels_risen=tuple(sorted(_risen(profile), key=lambda each: each.on)),
        done=tuple(sorted(_done(profile), key=lambda each: each.on)),
    )


def _done(profile: Profile) -> Iterator[DoneItem]:
    first: dict[str, Ended] = {}
    for each in profile.done:
        first.setdefault(each.item, each)
    for each in first.values():
        title = each.meant.title if each.meant else each.item
        yield DoneItem(item=each.item, title=title, on=each.on)


def own_levels(profile: Profile, skill: str) -> list[Rating]:
    """Return the levels that the person gave themselves in a skill, by day."""
    return [
        each
        for each in profile.ratings_by_day
        if each.skill == skill and each.is_own and each.level is not None
    ]


def reached(levels: Sequence[Rating]) -> Rating:
    """Return the first of the ratings that has the last level and kept it."""
    last = levels[-1].level
    return list(takewhile(lambda each: each.level == last, reversed(levels)))[-1]


def shown_since(profile: Profile, skill: str, since: date, until: date) -> str | None:
    """Return the last evidence of a skill between two days, both included."""
    texts = [
        each.text
        for each in profile.own_evidence
        if each.skill == skill and since <= each.on <= until
    ]
    return texts[-1] if texts else None


def _risen(profile: Profile) -> Iterator[LevelRisen]:
    for skill in dict.fromkeys(each.skill for each in profile.ratings if each.is_own):
        levels = own_levels(profile, skill)
        if not levels or profile.own_ratings[skill].level is None:
            continue
        first, last = levels[0].level or 0, levels[-1].level or 0
        if last > first:
            rise = reached(levels)
            before = levels[levels.index(rise) - 1]
            yield LevelRisen(
                skill=skill,
                from_=first,
                to=last,
                on=rise.rated_on,
                evidence=rise.evidence
                or shown_since(profile, skill, before.rated_on, rise.rated_on),
            )
