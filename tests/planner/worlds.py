"""Small worlds to plan in: by hand for examples, at random for laws."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from pillarplan.domain.knowledge.bare import FIND, bare_ids
from pillarplan.domain.knowledge.item import (
    Cost,
    Item,
    Origin,
    Practice,
    Resource,
)
from pillarplan.domain.knowledge.item import ResourceKind as Kind
from pillarplan.domain.knowledge.price import (
    FreePart,
    Price,
    PriceBasis,
    band_of,
)
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import NO_HOURS, Availability, Break, Week
from pillarplan.domain.plan.depth import Depth
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Limits, Roadmap
from pillarplan.planner.fitting.draft import Draft, make_draft
from pillarplan.planner.plans.plan import as_roadmap
from pillarplan.render.words.kept import roadmap_in_words
from tests.scales import FIVE, scale_of

TODAY = date(2026, 11, 23)
"""A Monday."""

AN_HOUR_A_DAY: Week = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, kw_only=True)
class World:
    """All that a plan is made from."""

    limits: Limits
    gaps: tuple[Gap, ...]
    items: tuple[Item, ...]
    profile: Profile = field(default_factory=Profile)
    today: date = TODAY
    scale: Scale = FIVE

    def draft(self) -> Draft:
        return make_draft(
            self.limits,
            self.gaps,
            self.items,
            self.profile,
            self.today,
            self.scale,
        )

    def plan(self) -> Roadmap:
        return as_roadmap(self.draft(), self.today)

    def told(self) -> Roadmap:
        return told(self.plan())


def told(roadmap: Roadmap) -> Roadmap:
    """Return a roadmap in words, without the facts that these are made of."""
    words = roadmap_in_words(roadmap)
    return replace(
        words,
        items=tuple(replace(item, facts=()) for item in words.items),
        not_now=tuple(replace(each, facts=()) for each in words.not_now),
        facts=(),
    )


def seen(amount: float) -> Price:
    return Price(
        band=band_of(amount), basis=PriceBasis.SEEN, amount=amount, currency="USD"
    )


def resource(
    name: str,
    *develops: tuple[str, int, int],
    hours: float = 1.0,
    price: float | None = None,
    cost: Cost | None = None,
    kind: Kind = Kind.BOOK,
    listen: bool = False,
    language: str = "en",
    free_part: bool = True,
    recommenders: int = 0,
) -> Resource:
    part = cost is Cost.FREEMIUM
    return Resource(
        id=name,
        title=name.capitalize(),
        kind=kind,
        url="https://example.org/",
        develops=_spans(develops),
        hours=hours,
        cost=cost or (Cost.PAID if price else Cost.FREE),
        price=seen(price) if price else None,
        free_part=FreePart(what="all of it", enough=free_part) if part else None,
        listen=listen,
        language=language,
        recommenders=recommenders,
        why="It is short.",
        apply="Try it.",
        reviewed_on=TODAY,
        origin=Origin.ADDITION,
    )


def practice(
    name: str,
    *develops: tuple[str, int, int],
    hours: float = 1.0,
    weeks: int | None = None,
) -> Practice:
    return Practice(
        id=name,
        title=name.capitalize(),
        develops=_spans(develops),
        hours=hours,
        weeks=weeks,
        task="Do it.",
        evidence="It is done.",
        reviewed_on=TODAY,
        origin=Origin.ADDITION,
    )


def gap(
    skill: str, current: int | None, target: int, importance: int = 2, **more: Any
) -> Gap:
    return Gap(
        skill=skill,
        name=skill.capitalize(),
        pillar="pillar",
        current=current,
        target=target,
        importance=importance,
        **more,
    )


def limits(
    days: int = 28,
    desk: Week = AN_HOUR_A_DAY,
    listening: Week = NO_HOURS,
    breaks: tuple[Break, ...] = (),
    shortest: float = 0.5,
    **more: object,
) -> Limits:
    return Limits(
        availability=Availability(
            desk=desk, listening=listening, breaks=breaks, shortest_session=shortest
        ),
        starts_on=TODAY,
        until=TODAY + timedelta(days=days - 1),
        role="pm",
        **more,  # type: ignore[arg-type]  # checked where a limit is used
    )


def _spans(develops: tuple[tuple[str, int, int], ...]) -> tuple[Span, ...]:
    return tuple(Span(skill=skill, from_=low, to=top) for skill, low, top in develops)


def many(number: int = 12) -> World:
    """Return a fixed world with many skills, of which not all steps fit."""
    skills = [f"skill-{place}" for place in range(number)]
    items: list[Item] = []
    for place, skill in enumerate(skills):
        other = skills[(place + 1) % number]
        for low in range(5):
            hours = 1 + (place * 7 + low * 3) % 11 / 2
            items += [
                resource(f"read-{skill}-{low}", (skill, low, low + 1), hours=hours),
                resource(
                    f"hear-{skill}-{low}",
                    (skill, low, min(5, low + 2)),
                    hours=hours + 1,
                    price=5.0 + place,
                    listen=True,
                ),
                practice(
                    f"do-{skill}-{low}",
                    (skill, low, low + 1),
                    (other, low, low + 1),
                    hours=hours / 2 // 0.25 * 0.25,
                ),
            ]
    return World(
        limits=limits(
            days=60,
            listening=(0.5, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0),
            focus=None,
            budget=60.0,
        ),
        gaps=tuple(
            gap(skill, place % 3, 3 + place % 2, 1 + place % 3)
            for place, skill in enumerate(skills)
        ),
        items=tuple(items),
    )


SKILLS = ("asking", "building", "coaching")

quarters = st.integers(1, 16).map(lambda number: number / 4)
day_hours = st.sampled_from((0.5, 1.0, 1.5, 0.75, 1.25, 0.25, 0.0))
spent_hours = st.sampled_from((0.1, 0.5, 3.0))
weeks = st.tuples(*[day_hours] * 7)


@st.composite
def spans(draw: st.DrawFn, skill: str, low: int) -> list[tuple[str, int, int]]:
    """One or two steps up from `low`, and at times a step of another skill."""
    develops = [(skill, low, draw(st.integers(low + 1, min(5, low + 2))))]
    if draw(st.booleans()):
        other = draw(st.integers(0, 3))
        develops.append((draw(st.sampled_from(SKILLS)), other, other + 1))
    return develops


@st.composite
def knowledge(draw: st.DrawFn, gaps: tuple[Gap, ...]) -> tuple[Item, ...]:
    """Resources and practices for most steps, some of them shared by two skills."""
    items: list[Item] = []
    for each in gaps:
        for low in range(each.current or 0, each.target):
            for _ in range(draw(st.sampled_from((1, 1, 2, 1, 1, 0)))):
                items.append(draw(resources(f"r{len(items)}", each.skill, low)))
            for _ in range(draw(st.sampled_from((1, 1, 2, 1, 1, 0)))):
                develops = draw(spans(each.skill, low))
                name = f"p{len(items)}"
                items.append(
                    practice(
                        name,
                        *develops,
                        hours=draw(quarters),
                        weeks=draw(st.sampled_from((None, None, None, 2, 4))),
                    )
                )
    return tuple(draw(st.permutations(items)))


def bare(gaps: tuple[Gap, ...], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what stands in for the steps of gaps that no item covers."""
    wanted = [step for each in gaps if each.size for step in each.steps]
    made: list[Item] = []
    for name in bare_ids(wanted, items):
        sort, skill, level = name.split(".")
        develops = (skill, int(level) - 1, int(level))
        hours = FIVE.least_hours(int(level))
        make = resource if sort == FIND else practice
        made.append(make(name, develops, hours=hours))
    return tuple(made)


@st.composite
def resources(draw: st.DrawFn, name: str, skill: str, low: int) -> Resource:
    return resource(
        name,
        *draw(spans(skill, low)),
        hours=draw(quarters),
        price=draw(st.sampled_from((None, None, 10.0, 25.0, 9.99))),
        kind=draw(st.sampled_from((Kind.BOOK, Kind.BOOK, Kind.PODCAST))),
        listen=draw(st.booleans()),
        language=draw(st.sampled_from(("en", "en", "de"))),
        recommenders=draw(st.sampled_from((0, 0, 1, 3, 20))),
    )


@st.composite
def ratings(draw: st.DrawFn, skill: str) -> Gap:
    current = draw(st.sampled_from((0, 1, 2, 3, 1, 0, None)))
    target = draw(st.integers((current or 0) + 1, min(5, (current or 0) + 3)))
    return gap(skill, current, target, draw(st.integers(1, 3)))


@st.composite
def breaks(draw: st.DrawFn) -> Break:
    first = TODAY + timedelta(days=draw(st.integers(-3, 30)))
    return Break(
        first=first,
        last=first + timedelta(days=draw(st.integers(0, 9))),
        factor=draw(st.sampled_from((0.0, 0.5, 0.8))),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Anything: several skills, shared items, pools, breaks, pins, work done before."""
    gaps = tuple(draw(ratings(skill)) for skill in SKILLS)
    items = draw(knowledge(gaps))
    if draw(st.booleans()):
        items = (*items, *bare(gaps, items))
    names = st.sampled_from([item.id for item in items] or ["none"])
    return World(
        limits=limits(
            days=draw(st.sampled_from((30, 60, 10, 20, 40, 1, 0))),
            desk=draw(weeks),
            listening=draw(st.sampled_from((NO_HOURS, AN_HOUR_A_DAY)) | weeks),
            breaks=tuple(draw(st.lists(breaks(), max_size=2))),
            shortest=draw(st.sampled_from((0.25, 0.5, 0.75))),
            focus=draw(st.sampled_from((2, None, 1))),
            budget=draw(st.sampled_from((None, None, 0.0, 10.0, 30.0))),
            only_free=draw(st.sampled_from((False, False, False, False, True))),
            formats=draw(st.sampled_from(((), (), (), (), ("book",)))),
            languages=draw(st.sampled_from(((), (), (), (), ("en",)))),
            buffer_days=draw(st.sampled_from((0, 0, 0, 3, 14))),
            pinned=tuple(draw(st.lists(names, max_size=1))),
            dropped=tuple(draw(st.lists(names, max_size=1))),
            depth=draw(st.sampled_from(Depth)),
        ),
        gaps=gaps,
        items=items,
        scale=scale_of(weeks=draw(st.sampled_from(({}, {2: 1, 3: 2, 4: 3})))),
        profile=Profile(
            ratings=tuple(
                Rating(skill=each.skill, level=each.current, rated_on=TODAY)
                for each in gaps
                if each.current is not None
            ),
            spent=tuple(
                Spent(on=TODAY, item=name, hours=draw(spent_hours))
                for name in draw(st.lists(names, max_size=2))
            ),
            done=tuple(
                Ended(on=TODAY, item=name) for name in draw(st.lists(names, max_size=2))
            ),
        ),
    )
