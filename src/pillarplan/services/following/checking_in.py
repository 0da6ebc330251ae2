"""The check-in: what happened since the last one, recorded as one command."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.debrief import Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.reports.next_action import NextAction
from pillarplan.domain.text import in_hours, join_words, on_day
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.planner.pace.lag import hours_far_behind
from pillarplan.planner.pace.weeks import week_of
from pillarplan.services.fitting import check_day, check_texts
from pillarplan.services.following.evidence import (
    Lines,
    count_evidence,
    is_shown,
    rises,
    skills_served,
    told_evidence,
)
from pillarplan.services.following.finishing import assumed_hours, meant
from pillarplan.services.following.pausing import pause_from
from pillarplan.services.following.plausible import far_above
from pillarplan.services.following.recalling import (
    check_questions,
    left_questions,
    recalled_questions,
)
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.habit.cues import check_planned
from pillarplan.services.naming.known import item_title, known_items, known_skills
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """What a check-in recorded, and what comes next."""

    on: date
    recorded: bool
    """False if a check-in with the same id had been recorded before."""
    hours: Mapping[str, float]
    done: tuple[str, ...]
    untold: tuple[str, ...]
    """What was finished without a word on what was applied, or what shows it."""
    dropped: tuple[str, ...]
    titles: Mapping[str, str]
    """What the items are called, by id."""
    evidence: tuple[str, ...]
    """Skills of which there is a line of evidence more."""
    shown: Mapping[str, int]
    """How many lines there are of each of these by now, since its last rating."""
    week_hours: float
    """What was told of the week, from Monday to Sunday, in which the day is."""
    week_planned: float
    """What the plan has in mind for that week."""
    rated: Mapping[str, int]
    questions: tuple[OwnQuestion, ...]
    """Those that were left or answered, with the days on which they come back."""
    paused_until: date | None
    remarks: tuple[str, ...]
    """What the person should know about it, in sentences."""
    hours_behind: float
    """How far the plan is behind, if so far that a new one is worth it; else 0."""
    next: NextAction


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
    return _answer(workspace, report, on, before, evidence)


def _checked_evidence(
    workspace: Workspace, report: CheckIn, profile: Profile, on: date
) -> Lines:
    """Return the evidence of a check-in; raise UsageError if anything does not fit."""
    _check(workspace, report, profile, on)
    evidence = told_evidence(workspace, profile, report)
    for skill, level in report.rate.items():
        _check_rise(profile, skill, level, evidence, workspace.knowledge.skill_names())
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
    known_skills(knowledge, [*report.rate, *report.evidence])
    if report.is_empty:
        raise UsageError(
            "Tell what happened, for example: "
            "pillarplan checkin --hours ITEM=2 --done ITEM"
        )
    check_texts(report)
    check_day(workspace, on, "A check-in")
    over = dropped.union(report.done)
    check_planned(profile, report.when)
    if ended := sorted(over.intersection(report.when)):
        raise UsageError(f"{ended[0]} is over; there is no more moment for it.")
    both = sorted({*report.done} & dropped)
    if both:
        raise UsageError(f"{both[0]} cannot be both done and dropped.")
    check_questions(workspace, profile, report.questions, report.recall, report.done)


def _check_rise(
    profile: Profile, skill: str, level: int, evidence: Lines, names: Mapping[str, str]
) -> None:
    if rises(profile, skill, level) and not is_shown(profile, skill, evidence):
        before = profile.own_ratings[skill].level
        raise UsageError(
            f"{names[skill]} rises from {before} to {level}: what did you do that "
            f'shows it? Add: --evidence {skill}="one line"'
        )


def _changes(
    workspace: Workspace,
    report: CheckIn,
    profile: Profile,
    on: date,
    evidence: Lines,
) -> Iterable[changes.Change]:
    private = report.private
    yield changes.checked_in(on, report.note or "", report.id, private=private)
    for item, hours in report.hours.items():
        if hours:
            yield changes.spent(on, item, hours)
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
        yield changes.rated(
            Rating(skill=skill, level=level, rated_on=on, evidence=shown.get(skill))
        )
    for item, cue in report.when.items():
        yield changes.cue_set(on, item, cue)
    yield from left_questions(profile, report.questions, on)
    yield from recalled_questions(profile, report.recall, on)
    if report.pause_until is not None:
        yield changes.paused(pause_from(workspace.today, report.pause_until))


def _answer(
    workspace: Workspace,
    report: CheckIn,
    on: date,
    before: Profile,
    evidence: Lines | None,
) -> CheckedIn:
    """Return what was recorded; no evidence at all if nothing was."""
    profile, recorded = workspace.profile(), evidence is not None
    what_now = whats_next(workspace)
    names = workspace.knowledge.skill_names()
    questions = tuple({*profile.questions} - {*before.questions})
    new = (item for item in report.done if item not in before.finished)
    assumed = assumed_hours(profile, new)
    doubts = far_above(workspace, before, report.hours)
    told_of = {item for item, each in report.debrief.items() if each.happened}
    shown = tuple(dict.fromkeys(skill for skill, _ in evidence or ()))
    touched = (*report.hours, *report.done, *(each.item for each in report.drop))
    week = week_of(profile, on)
    return CheckedIn(
        on=on,
        recorded=recorded,
        hours=dict(report.hours),
        done=report.done,
        untold=tuple(
            item
            for item in report.done
            if recorded and item not in before.finished.union(report.applied, told_of)
        ),
        dropped=tuple(dict.fromkeys(each.item for each in report.drop)),
        titles={item: item_title(workspace.knowledge, item) for item in touched},
        evidence=shown,
        shown={skill: count_evidence(profile, skill) for skill in shown},
        week_hours=week.hours,
        week_planned=week.planned,
        rated=dict(report.rate),
        questions=tuple(sorted(questions, key=lambda each: (each.next_on, each.id))),
        paused_until=report.pause_until,
        remarks=tuple(_remarks(report, before, assumed, doubts, on, names))
        if recorded
        else (),
        hours_behind=round(hours_far_behind(profile, workspace.today), 2),
        next=what_now,
    )


def _remarks(
    report: CheckIn,
    before: Profile,
    assumed: Mapping[str, float],
    doubts: Iterable[str],
    on: date,
    names: Mapping[str, str],
) -> Iterable[str]:
    for item in report.done:
        if item in before.finished:
            yield f"{item} was finished before; it counts once."
    for doubt in doubts:
        yield f"{doubt} If that is a slip: pillarplan history --entries"
    if assumed:
        it, hours = "it" if len(assumed) == 1 else "them", sum(assumed.values())
        yield (
            f"No hours were told of {join_words(assumed)}, so the {in_hours(hours)} "
            f"planned for {it} count. To say it better: "
            f"pillarplan checkin --hours {next(iter(assumed))}=HOURS"
        )
    for skill, level in report.rate.items():
        if rises(before, skill, level):
            yield f"{names[skill]} is now at level {level}, with evidence. Well done."
    for question in before.questions:
        if question.id in report.recall and question.last_on >= on:
            day = on_day(question.next_on)
            yield f"{question.id} was asked already; it comes back on {day}."
    if report.nothing:
        yield "Nothing this time, and that is fine."
