"""The check-in: what happened since the last one, recorded as one command."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pillarplan.domain.bounds import check_day
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Outside
from pillarplan.domain.text import one_line
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.lengths import check_texts
from pillarplan.services.following.pausing import pause_from
from pillarplan.services.following.recalling import (
    check_questions,
    left_questions,
    recalled_questions,
)
from pillarplan.services.following.weekly.checked_in import CheckedIn, answer
from pillarplan.services.following.weekly.evidence import (
    Lines,
    check_rise,
    skills_served,
    told_evidence,
)
from pillarplan.services.following.weekly.finishing import meant
from pillarplan.services.habit.cues import check_planned
from pillarplan.services.naming.known import known_items, known_skills
from pillarplan.services.naming.outside import outside_id
from pillarplan.services.workspace import Workspace


def check_in(workspace: Workspace, report: CheckIn) -> CheckedIn:
    """Record what happened; the answer ends with the next action.

    Raises UsageError if something does not fit: an unknown id, a day in the future,
    or a level that rises without a line of evidence.
    """
    report = replace(report, done=tuple(dict.fromkeys(report.done)))
    on = report.on or workspace.today

    def decided() -> tuple[list[changes.Change], tuple[Profile, Lines | None]]:
        profile = workspace.profile()
        # Before anything is checked: what a script said once may no longer fit today.
        if is_recorded(profile, report):
            return [], (profile, None)
        evidence = _checked_evidence(workspace, report, workspace.person(), on)
        told = list(_changes(workspace, report, profile, on, evidence))
        return told, (profile, evidence)

    before, evidence = workspace.decide(decided)
    return answer(workspace, report, on, before, evidence)


def _checked_evidence(
    workspace: Workspace, report: CheckIn, profile: Profile, on: date
) -> Lines:
    """Return the evidence of a check-in; raise UsageError if anything does not fit."""
    _check(workspace, report, profile, on)
    evidence = told_evidence(workspace, profile, report)
    for skill, level in report.rate.items():
        check_rise(profile, skill, level, evidence, workspace.knowledge.skill_names())
    return evidence


def is_recorded(profile: Profile, report: CheckIn) -> bool:
    """Say whether a check-in with the same id was recorded before."""
    return report.id is not None and report.id in profile.checkin_ids


def _check(workspace: Workspace, report: CheckIn, profile: Profile, on: date) -> None:
    knowledge = workspace.knowledge
    met = {item.id for item in profile.roadmap.items} if profile.roadmap else set()
    # What was worked on may be told of, even if the knowledge base has lost it.
    met |= {*profile.hours_spent, *profile.finished}
    dropped = {each.item for each in report.drop}
    told = {*report.applied, *report.debrief}
    items = {*report.hours, *report.done, *told, *dropped}
    known_items(knowledge, sorted(items - met))
    beside = [skill for each in report.outside for skill in each.skills]
    known_skills(knowledge, [*report.rate, *report.evidence, *beside])
    if report.is_empty:
        raise UsageError(
            "Tell what happened, for example: "
            "pillarplan checkin --hours ITEM=2 --done ITEM"
        )
    check_texts(report)
    check_day(on, workspace.today, "A check-in")
    over = dropped.union(report.done)
    check_planned(profile, report.when)
    if ended := sorted(over.intersection(report.when)):
        raise UsageError(f"{ended[0]} is over; there is no more moment for it.")
    both = sorted({*report.done} & dropped)
    if both:
        raise UsageError(f"{both[0]} cannot be both done and dropped.")
    check_questions(workspace, profile, report.questions, report.recall, report.done)


def _changes(
    workspace: Workspace,
    report: CheckIn,
    profile: Profile,
    on: date,
    evidence: Lines,
) -> Iterable[changes.Change]:
    private = report.private
    yield changes.checked_in(on, report.note or "", report.id, private=private)
    if report.promise:
        yield changes.promised(on, report.promise, private=private)
    for item, hours in report.hours.items():
        if hours:
            yield changes.spent(on, item, hours)
    for each in report.outside:
        what = Outside(title=one_line(each.title), skills=each.skills)
        yield changes.spent(on, outside_id(workspace, each.title), each.hours, what)
    for item in report.done:
        if item not in profile.finished:
            yield changes.finished(on, item, meant(workspace, profile, item))
    for item, reason in {each.item: each.reason for each in report.drop}.items():
        if item not in profile.dropped_items:
            yield changes.dropped(on, item, reason or "")
    for skill, text in evidence:
        yield changes.evidence(on, skill, text, private=private)
    for item, account in report.debrief.items():
        skills = skills_served(workspace, workspace.person(), item)
        yield changes.debriefed(
            Debrief(on=on, item=item, skills=skills, account=account, private=private)
        )
    # A rating's own words are shown beside it: what is private stands apart only.
    shown = {} if private else dict(evidence)
    for skill, level in report.rate.items():
        rating = Rating(
            skill=skill, level=level, rated_on=on, evidence=shown.get(skill)
        )
        yield changes.rated(workspace.dated(rating))
    for item, cue in report.when.items():
        yield changes.cue_set(on, item, cue)
    yield from left_questions(profile, report.questions, on)
    yield from recalled_questions(profile, report.recall, on)
    if report.pause_until is not None:
        yield changes.paused(pause_from(workspace.today, report.pause_until))
