"""What a stretch of time brought."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date, timedelta

from pillarplan.domain.habit.lights import Backing, find_lights
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.sharing import for_others
from pillarplan.domain.plan.gap import GapReport
from pillarplan.domain.plan.roadmap import OPEN, Roadmap, State
from pillarplan.domain.reports.review import Ahead, LeftOut, Review, ReviewedItem
from pillarplan.domain.reports.status import Consistency
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning.adopted import adopted_roadmaps
from pillarplan.planner.pace.in_force import Held, plans_in_force
from pillarplan.planner.pace.weeks import find_consistency, find_weeks, is_free
from pillarplan.services.looking_back.lookback import Lookback
from pillarplan.services.looking_back.stories import find_rises, find_stories
from pillarplan.services.rating.measuring import measure
from pillarplan.services.workspace import Workspace

COMING_UP = 3
"""So many items tell where it goes."""


def months_before(day: date, months: int) -> date:
    """Return the day after the same day `months` earlier: 24 Aug for 23 Nov, 3."""
    number = day.year * 12 + day.month - 1 - months
    first = date(number // 12, number % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day)) + timedelta(days=1)


def week_before(day: date) -> date:
    """Return the first of the seven days that end on `day`.

    One-on-ones are on any weekday: seven days tell what happened since the last one.
    """
    return day - timedelta(days=6)


def report_review(
    workspace: Workspace, since: date, *, with_reasons: bool = False
) -> Review:
    """Return what was planned, done and learned from `since` to today.

    It is made to be handed on: nothing private is in it, and only `with_reasons` why
    items were dropped.
    """
    until = workspace.today
    if since > until:
        raise UsageError(f"A review looks back; {since} is still to come.")
    profile = for_others(workspace.profile(), with_notes=with_reasons)
    if not profile.own_ratings:
        raise NothingYetError(
            "There is nothing to review yet. Start with: pillarplan assess"
        )
    role = profile.roadmap.role if profile.roadmap else None
    report = measure(workspace, profile, role)
    back = Lookback(
        knowledge=workspace.knowledge,
        profile=profile,
        roadmaps=tuple(adopted_roadmaps(workspace.events(), until)),
        targets={gap.skill: gap.target for gap in report.gaps},
        since=since,
        until=until,
    )
    return _review(back, report)


def _review(back: Lookback, report: GapReport) -> Review:
    held = tuple(plans_in_force(back.roadmaps, back.since, back.until))
    planned = tuple(_planned(back.profile, held))
    under_way = tuple(_under_way(back))
    spent = [each.hours for each in back.profile.spent if back.covers(each.on)]
    return Review(
        since=back.since,
        until=back.until,
        role=report.role,
        role_name=report.role_name,
        plans_made_on=tuple(dict.fromkeys(plan.roadmap.made_on for plan in held)),
        hours_planned=round(sum((each.hours for each in planned), 0.0), 2),
        hours=round(sum(spent, 0.0), 2),
        pace=_pace(back),
        consistency=_consistency(back),
        planned=planned,
        finished=tuple(_finished(back)),
        under_way=under_way,
        left_out=(*_dropped(back), *_replaced(back, planned)),
        ahead=tuple(_ahead(back, planned, {item.id for item in under_way})),
        rises=tuple(find_rises(back)),
        stories=tuple(find_stories(back)),
        lit=_lit(back),
    )


def _lit(back: Lookback) -> dict[Backing, int]:
    """Return how many lights came in the time, by source."""
    before = back.since - timedelta(days=1)
    new = Counter(
        source
        for skill in back.profile.own_ratings
        for source, _ in _lights_on(back, skill, back.until)
        - _lights_on(back, skill, before)
    )
    return {source: new[source] for source in Backing if new[source]}


def _lights_on(back: Lookback, skill: str, day: date) -> frozenset[tuple[Backing, int]]:
    """Return the lights behind a skill's level on a day, each with that level."""
    lights = find_lights(back.profile, skill, day)
    on = lights.on if lights else ()
    level = lights.level if lights else 0
    return frozenset((source, level) for source in on)


def _planned(profile: Profile, held: Iterable[Held]) -> Iterator[ReviewedItem]:
    """Yield the items of all sessions whose day came, with what became of them."""
    found: dict[str, ReviewedItem] = {}
    for plan in held:
        for session in plan.sessions:
            item = plan.roadmap.item(session.item)
            if item is None or profile.pause_on(session.on):
                continue
            before = found.get(item.id)
            found[item.id] = ReviewedItem(
                id=item.id,
                kind=item.kind,
                title=item.title,
                hours=session.hours + (before.hours if before else 0.0),
                on=min(session.on, before.on) if before else session.on,
                state=_state(profile, item.id),
            )
    yield from found.values()


def _state(profile: Profile, item: str) -> State:
    if item in profile.finished:
        return State.DONE
    if item in profile.dropped_items:
        return State.DROPPED
    return State.STARTED if item in profile.hours_spent else State.PLANNED


def _finished(back: Lookback) -> Iterator[ReviewedItem]:
    for end in back.profile.done:
        if back.covers(end.on):
            kind, title = back.kind_and_title(end.item)
            yield ReviewedItem(
                id=end.item,
                kind=kind,
                title=title,
                hours=round(back.profile.hours_spent.get(end.item, 0.0), 2),
                on=end.on,
                state=State.DONE,
            )


def _under_way(back: Lookback) -> Iterator[ReviewedItem]:
    over = back.profile.finished | back.profile.dropped_items
    spent = [each for each in back.profile.spent if back.covers(each.on)]
    for name in dict.fromkeys(each.item for each in spent if each.item not in over):
        kind, title = back.kind_and_title(name)
        own = [each for each in spent if each.item == name]
        yield ReviewedItem(
            id=name,
            kind=kind,
            title=title,
            hours=round(sum(each.hours for each in own), 2),
            on=max(each.on for each in own),
            state=State.STARTED,
        )


def _dropped(back: Lookback) -> Iterator[LeftOut]:
    for end in back.profile.dropped:
        if back.covers(end.on) and end.item in back.profile.dropped_items:
            kind, title = back.kind_and_title(end.item)
            yield LeftOut(
                id=end.item,
                kind=kind,
                title=title,
                on=end.on,
                dropped=True,
                reason=end.reason,
            )


def _replaced(back: Lookback, planned: Iterable[ReviewedItem]) -> Iterator[LeftOut]:
    """Yield what was due but is neither over nor in the plan any more."""
    for item in planned:
        without = _first_without(back.roadmaps, item.id)
        if without and item.state in OPEN:
            yield LeftOut(
                id=item.id,
                kind=item.kind,
                title=item.title,
                on=without.made_on,
                dropped=False,
            )


def _first_without(roadmaps: Sequence[Roadmap], item: str) -> Roadmap | None:
    """Return the plan that left an item out for good; None if the last one holds it."""
    last = max(
        (place for place, plan in enumerate(roadmaps) if plan.item(item)), default=-1
    )
    return next(iter(roadmaps[last + 1 :]), None)


def _ahead(
    back: Lookback, planned: Iterable[ReviewedItem], under_way: Container[str]
) -> Iterator[Ahead]:
    """Yield what was due and is still open, and with it what comes next."""
    roadmap = back.profile.current_roadmap
    if roadmap is None:
        return
    due = {item.id: item.on for item in planned}
    items = [item for item in roadmap.open_items() if item.id not in under_way]
    carried = [item for item in items if item.id in due]
    others = [item for item in items if item.id not in due]
    for item in (*carried, *others[: max(0, COMING_UP - len(carried))]):
        days = (each.on for each in roadmap.sessions if each.item == item.id)
        yield Ahead(
            id=item.id,
            kind=item.kind,
            title=item.title,
            hours_left=round(back.profile.hours_left(item), 2),
            on=min((day for day in days if day >= back.until), default=None),
            planned_on=due.get(item.id),
            started=item.state is State.STARTED,
        )


def _pace(back: Lookback) -> float | None:
    told = (
        *(rating.rated_on for rating in back.profile.ratings),
        *(each.on for each in back.profile.spent),
    )
    first = max(back.since, min(told, default=back.since))
    every = (first + timedelta(days=n) for n in range((back.until - first).days + 1))
    days = {day for day in every if not is_free(back.profile, day)}
    if not days:
        return None
    spent = sum(each.hours for each in back.profile.spent if each.on in days)
    return round(spent * 7 / max(7, len(days)), 2)


def _consistency(back: Lookback) -> Consistency | None:
    """Return in how many weeks of the time the person worked; None if too few."""
    number = (back.until - back.since).days // 7 + 1
    weeks = find_weeks(back.profile, back.until, number)
    return find_consistency((week for week in weeks if week.last >= back.since), number)
