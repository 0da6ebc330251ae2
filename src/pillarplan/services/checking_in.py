"""The check-in: what happened since the last one, recorded as one command."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pillarplan.domain.bounds import STRICT, Bounds, Level, Line, Slug, SpentHours, Text
from pillarplan.domain.profile import Profile
from pillarplan.domain.rating import Rating
from pillarplan.domain.standing import NextAction
from pillarplan.errors import UsageError
from pillarplan.journal import changes
from pillarplan.services.names import known_items, known_skills
from pillarplan.services.progress import next_action
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What somebody reports; also the file format in which scripts hand it in."""

    __pydantic_config__ = STRICT

    format: Annotated[str, Bounds(pattern=r"^pillarplan-checkin$")] = (
        "pillarplan-checkin"
    )
    version: Annotated[str, Bounds(pattern=r"^1\.[0-9]+$")] = "1.0"
    id: Slug | None = None
    """A name for this check-in: a second one with the same name changes nothing."""
    on: date | None = None
    hours: Mapping[Slug, SpentHours] = field(default_factory=dict)
    """Hours spent on items."""
    done: tuple[Slug, ...] = ()
    drop: tuple[Slug, ...] = ()
    rate: Mapping[Slug, Level] = field(default_factory=dict)
    evidence: Mapping[Slug, Line] = field(default_factory=dict)
    note: Text | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to record."""
        told = (self.hours, self.done, self.drop, self.rate, self.evidence, self.note)
        return not any(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """What a check-in recorded, and what comes next."""

    on: date
    recorded: bool
    """False if a check-in with the same id had been recorded before."""
    hours: Mapping[str, float]
    done: tuple[str, ...]
    dropped: tuple[str, ...]
    rated: Mapping[str, int]
    remarks: tuple[str, ...]
    """What the person should know about it, in sentences."""
    next: NextAction


def check_in(workspace: Workspace, report: CheckIn) -> CheckedIn:
    """Record what happened; the answer ends with the next action.

    Raises UsageError if something does not fit: an unknown id, a day in the future,
    or a level that rises without a line of evidence.
    """
    profile = workspace.profile()
    on = report.on or workspace.today
    _check(workspace, report, profile, on)
    if report.id is not None and report.id in profile.checkin_ids:
        return _answer(workspace, report, on, recorded=False)
    workspace.record(list(_changes(report, profile, on)))
    return _answer(workspace, report, on, recorded=True, before=profile)


def _check(workspace: Workspace, report: CheckIn, profile: Profile, on: date) -> None:
    knowledge = workspace.knowledge
    planned = {item.id for item in profile.roadmap.items} if profile.roadmap else set()
    items = {*report.hours, *report.done, *report.drop}
    known_items(knowledge, sorted(items - planned))
    known_skills(knowledge, [*report.rate, *report.evidence])
    if report.is_empty:
        raise UsageError(
            "Tell what happened, for example: "
            "pillarplan checkin --hours ITEM=2 --done ITEM"
        )
    if on > workspace.today:
        raise UsageError(f"A check-in cannot be from the future ({on}).")
    both = sorted({*report.done} & {*report.drop})
    if both:
        raise UsageError(f"{both[0]} cannot be both done and dropped.")
    for skill, level in report.rate.items():
        _check_evidence(profile, report, skill, level)


def _check_evidence(profile: Profile, report: CheckIn, skill: str, level: int) -> None:
    before = profile.own_ratings.get(skill)
    rises = before is not None and before.level is not None and level > before.level
    if not rises or skill in report.evidence:
        return
    assert before is not None
    if any(e.skill == skill and e.on >= before.rated_on for e in profile.evidence):
        return
    raise UsageError(
        f"{skill} rises from {before.level} to {level}: what did you do that shows it? "
        f'Add: --evidence {skill}="one line"'
    )


def _changes(report: CheckIn, profile: Profile, on: date) -> Iterable[changes.Change]:
    yield changes.checked_in(on, report.note or "", report.id)
    for item, hours in report.hours.items():
        if hours:
            yield changes.spent(on, item, hours)
    for item in dict.fromkeys(report.done):
        if item not in profile.finished:
            yield changes.finished(on, item)
    for item in dict.fromkeys(report.drop):
        if item not in profile.dropped_items:
            yield changes.dropped(on, item)
    for skill, text in report.evidence.items():
        yield changes.evidence(on, skill, text)
    for skill, level in report.rate.items():
        yield changes.rated(
            Rating(
                skill=skill,
                level=level,
                rated_on=on,
                evidence=report.evidence.get(skill),
            )
        )


def _answer(
    workspace: Workspace,
    report: CheckIn,
    on: date,
    *,
    recorded: bool,
    before: Profile | None = None,
) -> CheckedIn:
    return CheckedIn(
        on=on,
        recorded=recorded,
        hours=dict(report.hours),
        done=report.done,
        dropped=report.drop,
        rated=dict(report.rate),
        remarks=tuple(_remarks(report, before)) if before else (),
        next=next_action(workspace.profile(), workspace.today),
    )


def _remarks(report: CheckIn, before: Profile) -> Iterable[str]:
    for item in report.done:
        if item in before.finished:
            yield f"{item} was finished before; it counts once."
    if report.drop:
        yield "Dropped items stay away from new plans. Plan again: pillarplan plan"
    for skill, level in report.rate.items():
        rating = before.own_ratings.get(skill)
        if rating and rating.level is not None and level > rating.level:
            yield f"{skill} is now at level {level}, with evidence. Well done."
