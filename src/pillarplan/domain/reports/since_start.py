"""What somebody did since they began: items, hours, and levels with their evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import takewhile

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap
from pillarplan.domain.reports.next_action import guide_to


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
class GuidedItem(PlannedItem):
    """A planned item as other programs get it: with what one needs to begin it."""

    number: int
    """By which a person may call it."""
    url: str | None
    task: str | None
    evidence: str | None
    """What counts as proof."""
    apply: str | None
    """The one thing to try."""
    why: str | None
    """Why this one and not another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapReport(Roadmap):
    """A plan as other programs get it: apart from it, what was done over all plans."""

    items: tuple[GuidedItem, ...]
    since_start: SinceStart


def report_roadmap(
    roadmap: Roadmap, profile: Profile, entries: Mapping[str, Item]
) -> RoadmapReport:
    """Return a roadmap beside what the person did since they began.

    `entries` are those of its items, by id, as far as the knowledge base has them.
    """
    values = {each.name: getattr(roadmap, each.name) for each in fields(roadmap)}
    numbers = item_numbers(roadmap.items)
    values["items"] = tuple(
        guided(item, numbers, entries.get(item.id)) for item in roadmap.items
    )
    return RoadmapReport(**values, since_start=find_since_start(profile))


def guided(
    item: PlannedItem, numbers: Mapping[str, int], entry: Item | None
) -> GuidedItem:
    """Return a planned item with its number and its guide."""
    values = {each.name: getattr(item, each.name) for each in fields(item)}
    return GuidedItem(**values, number=numbers[item.id], **guide_to(entry))


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
