"""What a check-in recorded, and what comes next."""

from collections.abc import Iterable, Mapping
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.reports.next_action import NextAction, Progress
from pillarplan.domain.text import in_hours, join_words, on_day
from pillarplan.planner.pace.lag import hours_far_behind
from pillarplan.planner.pace.weeks import week_of
from pillarplan.services.following.in_hand import in_hand
from pillarplan.services.following.weekly.evidence import Lines, count_evidence, rises
from pillarplan.services.following.weekly.finishing import assumed_hours
from pillarplan.services.following.weekly.plausible import far_above
from pillarplan.services.naming.outside import outside_id
from pillarplan.services.naming.skills import names_of_skills
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
    skills: Mapping[str, str]
    """What the skills are called, by id, as far as anybody knows."""
    questions: tuple[OwnQuestion, ...]
    """Those that were left or answered, with the days on which they come back."""
    paused_until: date | None
    answers: tuple[Advice, ...]
    """What others said of the plan as a whole since the check-in before."""
    remarks: tuple[str, ...]
    """What the person should know about it, in sentences."""
    hours_behind: float
    """How far the plan is behind, if so far that a new one is worth it; else 0."""
    next: NextAction
    progress: Progress | None
    """How far the plan is, if it has something to work on."""


def answer(
    workspace: Workspace,
    report: CheckIn,
    on: date,
    before: Profile,
    evidence: Lines | None,
) -> CheckedIn:
    """Return what was recorded; no evidence at all if nothing was."""
    profile, recorded = workspace.profile(), evidence is not None
    found = in_hand(workspace)
    shown = tuple(dict.fromkeys(skill for skill, _ in evidence or ()))
    told = (*report.rate, *shown)
    names = names_of_skills(workspace, told)
    hours, titles = _worked_on(workspace, report)
    doubts = tuple(far_above(workspace, before, report.hours))
    questions = tuple({*profile.questions} - {*before.questions})
    new = (item for item in report.done if item not in before.finished)
    assumed = assumed_hours(profile, new)
    week = week_of(profile, on)
    return CheckedIn(
        on=on,
        recorded=recorded,
        hours=hours,
        done=report.done,
        untold=_untold(report, before) if recorded else (),
        dropped=tuple(dict.fromkeys(each.item for each in report.drop)),
        titles=titles,
        evidence=shown,
        shown={skill: count_evidence(profile, skill) for skill in shown},
        week_hours=week.hours,
        week_planned=week.planned,
        rated=dict(report.rate),
        skills={skill: names[skill] for skill in told if skill in names},
        questions=tuple(sorted(questions, key=lambda each: (each.next_on, each.id))),
        paused_until=report.pause_until,
        answers=before.new_answers,
        remarks=tuple(_remarks(report, before, assumed, doubts, on, names))
        if recorded
        else (),
        hours_behind=round(hours_far_behind(profile, workspace.today), 2),
        next=found.action,
        progress=found.progress,
    )


def _worked_on(
    workspace: Workspace, report: CheckIn
) -> tuple[dict[str, float], dict[str, str]]:
    """Return the hours on each item, and what all that is spoken of is called."""
    touched = (*report.hours, *report.done, *(each.item for each in report.drop))
    titles = {item: workspace.knowledge.item_title(item) for item in touched}
    hours = dict(report.hours)
    for each in report.outside:
        item = outside_id(workspace, each.title)
        hours[item] = hours.get(item, 0.0) + each.hours
        titles[item] = each.title
    return hours, titles


def _untold(report: CheckIn, before: Profile) -> tuple[str, ...]:
    """Return what is newly done, and nobody said what came of it."""
    debriefed = {item for item, each in report.debrief.items() if each.happened}
    known = before.finished.union(report.applied, debriefed)
    return tuple(item for item in report.done if item not in known)


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
