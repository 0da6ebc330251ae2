"""The check-in as a short dialogue: what did you do, what did it show, what is next?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.moment import ask_for_moment
from pillarplan.cli.dialogues.weekly.besides import ask_about_outside, item_or_outside
from pillarplan.cli.dialogues.weekly.debrief import ask_for_account
from pillarplan.cli.dialogues.weekly.recall import ask_for_questions, ask_to_recall
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.parsing import parse_hours
from pillarplan.cli.input.typed import NO_LEVEL
from pillarplan.cli.input.written_days import read_day
from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.work import Outside
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.text import LONGEST_TEXT, hours_left, on_day
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.following.pausing import pause_from
from pillarplan.services.following.weekly.agenda import (
    Agenda,
    OpenItem,
    find_due_rating,
    make_agenda,
)
from pillarplan.services.following.weekly.evidence import lacks_evidence
from pillarplan.services.following.weekly.plausible import far_above
from pillarplan.services.habit.cues import practice_to_ask
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.naming.known import item_title
from pillarplan.services.naming.levels import level_called
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True)
class Talk:
    """What all steps of the dialogue share."""

    asking: Asking
    agenda: Agenda
    workspace: Workspace


def ask_for_checkin(here: Surroundings, start: CheckIn) -> CheckIn:
    """Ask what happened and return the answers, added to a report that has none yet.

    Nothing is recorded on the way, so that it can be stopped at any time.
    """
    agenda = make_agenda(here.workspace, start.on or here.today)
    talk = Talk(Asking(here), agenda, here.workspace)
    talk.asking.tell(_opening(agenda))
    for line in _since(agenda):
        talk.asking.tell(line)
    talk.asking.tell("Enter is always none, no or later; Ctrl-C records nothing.")
    report = start
    for step in (_work, _applied, _changes, _rating, _recall, _note):
        report = step(talk, report)
    if not report.is_empty:
        return report
    if talk.asking.ended:
        raise NothingYetError("There is nothing to record. See: pillarplan next")
    return replace(report, nothing=True)


def _opening(agenda: Agenda) -> str:
    if agenda.is_back:
        day = on_day(agenda.since, year=agenda.since.year != agenda.on.year)
        return f"Welcome back. Whatever you did since {day} counts."
    if agenda.since == agenda.on:
        return "What did you do today?"
    return f"What did you do since {on_day(agenda.since, year=False)}?"


def _since(agenda: Agenda) -> Iterator[str]:
    """Yield what was promised the last time, and what others say of the plan."""
    if agenda.promise:
        yield f"You promised: {agenda.promise.text}"
    for each in agenda.answers:
        yield f"On your plan, {each.said}"


def _work(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask for hours and what is done: the items in hand, then any other by number."""
    talk.asking.tell("")
    for choice in talk.agenda.in_hand:
        report = _ask_about(talk, report, choice)
    question = "Something else? (number, name, or what it was; ? for the list)"
    while talk.agenda.others:
        choose = partial(_choice, talk, report)
        read = partial(
            item_or_outside, talk.asking, talk.workspace, choose, report.outside
        )
        other = talk.asking.read(question, read, _listed(talk, report))
        if other is None:
            break
        if isinstance(other, Outside):
            told = ask_about_outside(talk.asking, other)
            report = replace(report, outside=(*report.outside, *told))
        else:
            report = _ask_about(talk, report, other)
    return report


def _ask_about(talk: Talk, report: CheckIn, choice: OpenItem) -> CheckIn:
    item, left = choice.item, hours_left(choice.hours_left)
    talk.asking.tell(f"{choice.number} {item.title} ({left})")
    hours = talk.asking.read("  Hours?", partial(parse_hours, option="hours"))
    if hours is None:
        return report
    if hours and not _is_meant(talk, item.id, hours):
        return _ask_about(talk, report, choice)
    if hours:
        report = replace(report, hours={**report.hours, item.id: hours})
    done = talk.asking.ask("  Done? (y)").lower() in {"y", "yes"}
    return replace(report, done=(*report.done, item.id)) if done else report


def _is_meant(talk: Talk, item: str, hours: float) -> bool:
    """Ask again where the hours are far above what the item takes."""
    profile = talk.workspace.profile()
    for doubt in far_above(talk.workspace, profile, {item: hours}):
        if talk.asking.ask(f"  {doubt} Right? (y)").lower() not in {"y", "yes"}:
            return talk.asking.ended
    return True


def _open(talk: Talk, report: CheckIn) -> list[OpenItem]:
    """Return what can still be chosen."""
    over = {*report.done, *(drop.item for drop in report.drop)}
    return [each for each in talk.agenda.choices if each.item.id not in over]


def _listed(talk: Talk, report: CheckIn) -> list[str]:
    return [f"  {each.number} {each.item.title}" for each in _open(talk, report)]


def _choice(talk: Talk, report: CheckIn, text: str) -> OpenItem:
    """Return the open item of a number, or of any other name."""
    choices = {str(choice.number): choice for choice in _open(talk, report)}
    choices |= {choice.item.id: choice for choice in choices.values()}
    if text not in choices and not text.isdecimal():
        text = id_called(talk.workspace, text, Sort.ITEM)
    if text in choices:
        return choices[text]
    raise UsageError(f"{text!r} is no open item of the plan; ? shows the list.")


def _applied(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask of each finished item what came of it."""
    for item_id in report.done:
        item = talk.workspace.knowledge.item(item_id)
        talk.asking.tell(f"\n{item_title(talk.workspace.knowledge, item_id)}: done.")
        if isinstance(item, Practice):
            if item.evidence:
                talk.asking.tell(f"Good proof: {item.evidence}")
            report = _debriefed(talk, report, item_id)
        else:
            if item is not None and item.apply:
                talk.asking.tell(f"To try: {item.apply}")
            report = _learnt(talk, report, item_id)
    if report.done:
        talk.asking.tell("")
    return report


def _learnt(talk: Talk, report: CheckIn, item_id: str) -> CheckIn:
    """Ask what was applied of something learnt, and what to ask the future self."""
    if line := talk.asking.ask("What did you apply?", long=True):
        report = replace(report, applied={**report.applied, item_id: line})
    left = ask_for_questions(talk.asking, item_id)
    return replace(report, questions=(*report.questions, *left))


def _debriefed(talk: Talk, report: CheckIn, item_id: str) -> CheckIn:
    """Ask what came of a practice; what to do the next time may get its moment."""
    account = ask_for_account(talk.asking)
    if account.is_empty:
        return report
    report = replace(report, debrief={**report.debrief, item_id: account})
    following = _next_practice(talk, report) if account.next_time else None
    if following is None:
        return report
    cue = ask_for_moment(talk.asking, following.title, account.next_time)
    return replace(report, when={**report.when, following.id: cue})


def _next_practice(talk: Talk, report: CheckIn) -> PlannedItem | None:
    """Return the practice that comes next, unless its moment was asked already."""
    items = (each.item for each in _open(talk, report))
    following = practice_to_ask(talk.workspace.profile(), items)
    return None if following is None or following.id in report.when else following


def _changes(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask what to drop, and whether to pause."""
    question = "A pause (2w, 2027-01-03)?"
    if _open(talk, report):
        question = "Anything to drop (a number), or a pause (2w, 2027-01-03)?"
    while True:
        read = partial(_drop_or_pause, talk, report)
        answer = talk.asking.read(question, read, _listed(talk, report))
        if answer is None:
            return report
        if isinstance(answer, date):
            report = replace(report, pause_until=answer)
        else:
            reason = talk.asking.ask(f"Why not {answer.item.title}?", long=True)
            drop = Drop(item=answer.item.id, reason=reason or None)
            report = replace(report, drop=(*report.drop, drop))
        question = "Anything else to drop, or a pause?"


def _drop_or_pause(talk: Talk, report: CheckIn, text: str) -> OpenItem | date:
    """Return the open item of a number, or the last day of a pause."""
    if text.isdecimal():
        return _choice(talk, report, text)
    today = talk.workspace.today
    return pause_from(today, read_day(text, today, "pause")).last


def _rating(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask for a new level where one is due; it rises with a line of evidence only."""
    due = find_due_rating(talk.workspace, report)
    if due is None:
        return report
    talk.asking.tell(f"\nThe work on {due.name} is finished. Which fits you today?")
    for held, behaviours in due.levels.items():
        talk.asking.tell(f"  {held} {behaviours}")
    scale = talk.workspace.knowledge.scale()
    read = partial(level_called, scale, where="level", words=NO_LEVEL)
    level = talk.asking.read(f"Level, {scale.reach}?", read)
    if level is None:
        return report
    profile = talk.workspace.person()
    if lacks_evidence(talk.workspace, profile, report, due.skill, level):
        line = talk.asking.ask("What did you do that shows it?", long=True)
        if not line:
            talk.asking.tell(
                f"Then it stays at {due.held} for now. A level rises with a line that "
                "shows it; you will be asked again."
            )
            return report
        report = replace(report, evidence={**report.evidence, due.skill: line})
    return replace(report, rate={**report.rate, due.skill: level})


def _recall(talk: Talk, report: CheckIn) -> CheckIn:
    if talk.agenda.recall:
        talk.asking.tell("")
    grades = ask_to_recall(talk.asking, talk.workspace, talk.agenda.recall)
    return replace(report, recall=grades)


def _note(talk: Talk, report: CheckIn) -> CheckIn:
    note = talk.asking.ask("Anything worth keeping?", long=True, most=LONGEST_TEXT)
    return replace(report, note=note or None)
