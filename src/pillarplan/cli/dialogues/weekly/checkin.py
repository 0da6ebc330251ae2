"""The check-in as a short dialogue: what did you do, what did it show, what is next?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.dialogues.weekly.besides import ask_about_outside, item_or_outside
from pillarplan.cli.dialogues.weekly.finished import ask_what_came_of_it
from pillarplan.cli.dialogues.weekly.recall import ask_to_recall
from pillarplan.cli.dialogues.weekly.talk import Talk, still_open
from pillarplan.cli.frame.surroundings import Surroundings
from pillarplan.cli.input.parsing import parse_hours
from pillarplan.cli.input.typed import NO_LEVEL
from pillarplan.cli.input.written_days import read_day
from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.work import Outside
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
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.naming.levels import level_called

YES = frozenset({"y", "yes"})


def ask_for_checkin(here: Surroundings, start: CheckIn) -> CheckIn:
    """Ask what happened and return the answers, added to a report that has none yet.

    Nothing is recorded on the way, so that it can be stopped at any time.
    """
    agenda = make_agenda(here.workspace, start.on or here.today)
    talk = Talk(Asking(here), agenda, here.workspace)
    talk.asking.tell(_opening(agenda))
    for line in _since(agenda):
        talk.asking.tell(line)
    if agenda.is_new:
        talk.asking.tell("Enter is always none, no or later; Ctrl-C records nothing.")
    report = ask_what_came_of_it(talk, _work(talk, start))
    # A practice that was told of is enough for a week: all else waits for the next.
    for step in () if report.debrief else (_changes, _rating, _recall, _note):
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
    """Ask for hours, and whether that was the end where little was left."""
    item, left = choice.item, hours_left(choice.hours_left)
    talk.asking.tell(f"{choice.number} {item.title} ({left})")
    told = talk.asking.read("  Hours? (y: done)", _hours_and_end)
    if told is None:
        return report
    hours, done = told
    if hours and not _is_meant(talk, item.id, hours):
        return _ask_about(talk, report, choice)
    if hours:
        report = replace(report, hours={**report.hours, item.id: hours})
    if not done and (not hours or hours >= choice.hours_left):
        done = talk.asking.ask("  Done? (y)").lower() in YES
    return replace(report, done=(*report.done, item.id)) if done else report


def _hours_and_end(text: str) -> tuple[float, bool]:
    """Return hours, and whether something is done: ``2``, ``2 y``, ``y``."""
    words = text.lower().split()
    done = words[-1] in YES
    stated = text.split()[:-1] if done else text.split()
    return (parse_hours(" ".join(stated), "hours") if stated else 0.0), done


def _is_meant(talk: Talk, item: str, hours: float) -> bool:
    """Ask again where the hours are far above what the item takes."""
    profile = talk.workspace.profile()
    for doubt in far_above(talk.workspace, profile, {item: hours}):
        if talk.asking.ask(f"  {doubt} Right? (y)").lower() not in YES:
            return talk.asking.ended
    return True


def _listed(talk: Talk, report: CheckIn) -> list[str]:
    return [f"  {each.number} {each.item.title}" for each in still_open(talk, report)]


def _choice(talk: Talk, report: CheckIn, text: str) -> OpenItem:
    """Return the open item of a number, or of any other name."""
    choices = {str(choice.number): choice for choice in still_open(talk, report)}
    choices |= {choice.item.id: choice for choice in choices.values()}
    if text not in choices and not text.isdecimal():
        text = id_called(talk.workspace, text, Sort.ITEM)
    if text in choices:
        return choices[text]
    raise UsageError(f"{text!r} is no open item of the plan; ? shows the list.")


def _changes(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask what to drop, and whether to pause."""
    question = "A pause (2w, 2027-01-03)?"
    if still_open(talk, report):
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
    """Ask questions of the past self, unless a level was asked for already."""
    if report.rate or not talk.agenda.recall:
        return report
    talk.asking.tell("")
    grades = ask_to_recall(talk.asking, talk.workspace, talk.agenda.recall)
    return replace(report, recall=grades)


def _note(talk: Talk, report: CheckIn) -> CheckIn:
    note = talk.asking.ask("Anything worth keeping?", long=True, most=LONGEST_TEXT)
    return replace(report, note=note or None)
