"""What a stretch of time brought."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pillarplan.domain.gap import GapReport
from pillarplan.domain.history import own_evidence
from pillarplan.domain.item import Practice
from pillarplan.domain.profile import Ended, Evidence, Profile, Spent
from pillarplan.domain.rating import Rating
from pillarplan.domain.review import Review, ReviewedItem, Rise, Story
from pillarplan.domain.roadmap import Roadmap, Session, State
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.measuring import measure
from pillarplan.services.workspace import Workspace


def months_before(day: date, months: int) -> date:
    """Return the day after the same day `months` earlier: 24 Aug for 23 Nov, 3."""
    number = day.year * 12 + day.month - 1 - months
    first = date(number // 12, number % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day)) + timedelta(days=1)


def report_review(workspace: Workspace, since: date) -> Review:
    """Return what was planned, done and learned from `since` to today."""
    until = workspace.today
    if since > until:
        raise UsageError(f"A review looks back; {since} is still to come.")
    profile = workspace.profile()
    if not profile.own_ratings:
        raise NothingYetError(
            "There is nothing to review yet. Start with: pillarplan assess"
        )
    roadmap = profile.current_roadmap
    report = measure(workspace, profile, roadmap.role if roadmap else None)
    spent = [each.hours for each in profile.spent if since <= each.on <= until]
    hours = sum(spent, 0.0)
    sessions = _sessions(roadmap, since, until)
    return Review(
        since=since,
        until=until,
        role=report.role,
        role_name=report.role_name,
        plan_made_on=roadmap.made_on if roadmap else None,
        hours_per_week=roadmap.limits.availability.hours_per_week if roadmap else None,
        hours_planned=sum((each.hours for each in sessions), 0.0),
        hours=round(hours, 2),
        pace=round(hours * 7 / ((until - since).days + 1), 2),
        planned=tuple(_planned(roadmap, sessions)) if roadmap else (),
        finished=tuple(_finished(workspace, profile, since, until)),
        rises=tuple(_rises(workspace, profile, since, until)),
        stories=tuple(_stories(workspace, profile, report, since, until)),
    )


def _sessions(roadmap: Roadmap | None, since: date, until: date) -> list[Session]:
    sessions = roadmap.sessions if roadmap else ()
    return [each for each in sessions if since <= each.on <= until]


def _planned(roadmap: Roadmap, sessions: list[Session]) -> Iterator[ReviewedItem]:
    for item in roadmap.items:
        own = [each for each in sessions if each.item == item.id]
        if own:
            yield ReviewedItem(
                id=item.id,
                kind=item.kind,
                title=item.title,
                hours=sum(each.hours for each in own),
                on=min(each.on for each in own),
                state=item.state,
            )


def _finished(
    workspace: Workspace, profile: Profile, since: date, until: date
) -> Iterator[ReviewedItem]:
    for end in profile.done:
        if since <= end.on <= until:
            planned = profile.roadmap.item(end.item) if profile.roadmap else None
            item = planned or workspace.knowledge.item(end.item)
            yield ReviewedItem(
                id=end.item,
                kind=item.kind if item else "item",
                title=item.title if item else end.item,
                hours=round(profile.hours_spent.get(end.item, 0.0), 2),
                on=end.on,
                state=State.DONE,
            )


def _levels(profile: Profile, skill: str) -> list[Rating]:
    """Return the person's own levels of a skill by date."""
    own = (
        each
        for each in profile.ratings
        if each.skill == skill and each.rater.kind == "self" and each.level is not None
    )
    return sorted(own, key=lambda each: each.rated_on)


def _rises(
    workspace: Workspace, profile: Profile, since: date, until: date
) -> Iterator[Rise]:
    """Yield the skills that ended higher than they had been, with what shows it."""
    names = _names(workspace)
    for skill in dict.fromkeys(each.skill for each in profile.ratings):
        levels = _levels(profile, skill)
        before = [each.level for each in levels if each.rated_on < since]
        within = [each for each in levels if since <= each.rated_on <= until]
        start = before[-1] if before else within[0].level if within else None
        if start is None or not within or (within[-1].level or 0) <= start:
            continue
        assert within[-1].level is not None
        yield Rise(
            skill=skill,
            name=names.get(skill, skill),
            before=start,
            after=within[-1].level,
            on=within[-1].rated_on,
            evidence=within[-1].evidence or _last_evidence(profile, skill, since),
        )


def _last_evidence(profile: Profile, skill: str, since: date) -> str | None:
    texts = [
        each.text
        for each in own_evidence(profile)
        if each.skill == skill and each.on >= since
    ]
    return texts[-1] if texts else None


def _stories(
    workspace: Workspace,
    profile: Profile,
    report: GapReport,
    since: date,
    until: date,
) -> Iterator[Story]:
    names = _names(workspace)
    targets = {gap.skill: gap.target for gap in report.gaps}
    for each in own_evidence(profile):
        if not since <= each.on <= until:
            continue
        levels = _levels(profile, each.skill)
        before = [rating.level for rating in levels if rating.rated_on < each.on]
        after = [r.level for r in levels if each.on <= r.rated_on <= until]
        yield Story(
            on=each.on,
            skill=each.skill,
            name=names.get(each.skill, each.skill),
            level=before[-1] if before else None,
            target=targets.get(each.skill, 0),
            tasks=tuple(_tasks(workspace, profile, each, since)),
            action=each.text,
            result=after[0] if after else None,
        )


def _tasks(
    workspace: Workspace, profile: Profile, shown: Evidence, since: date
) -> Iterator[str]:
    """Yield the practices for the skill that were worked on before the evidence."""
    work: Iterable[Spent | Ended] = (*profile.spent, *profile.done)
    touched = (each.item for each in work if since <= each.on <= shown.on)
    for name in dict.fromkeys(touched):
        item = workspace.knowledge.item(name)
        if isinstance(item, Practice) and shown.skill in {s.skill for s in item.steps}:
            yield item.title


def _names(workspace: Workspace) -> dict[str, str]:
    return {skill.id: skill.name for skill in workspace.knowledge.outlines()}
