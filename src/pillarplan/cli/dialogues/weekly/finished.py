"""What a check-in asks of what is finished: what came of it, and what comes next."""

from dataclasses import replace

from pillarplan.cli.dialogues.moment import ask_for_moment
from pillarplan.cli.dialogues.weekly.debrief import ask_for_account, ask_what_happened
from pillarplan.cli.dialogues.weekly.recall import ask_for_questions
from pillarplan.cli.dialogues.weekly.talk import Talk, still_open
from pillarplan.domain.knowledge.item import Practice
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.services.habit.cues import practice_to_ask


def ask_what_came_of_it(talk: Talk, report: CheckIn) -> CheckIn:
    """Ask of each finished item what came of it."""
    for item_id in report.done:
        item = talk.workspace.knowledge.item(item_id)
        talk.asking.tell(f"\n{talk.workspace.knowledge.item_title(item_id)}: done.")
        if isinstance(item, Practice):
            if item.evidence:
                talk.asking.tell(f"Good proof: {item.evidence}")
            report = _practised(talk, report, item_id)
        else:
            if item is not None and item.apply:
                talk.asking.tell(f"To try: {item.apply}")
            report = _learnt(talk, report, item_id)
    if report.done and not report.debrief:
        talk.asking.tell("")
    return report


def _learnt(talk: Talk, report: CheckIn, item_id: str) -> CheckIn:
    """Ask what was applied of something learnt, and what to ask the future self."""
    if line := talk.asking.ask("What did you apply?", long=True):
        report = replace(report, applied={**report.applied, item_id: line})
    left = ask_for_questions(talk.asking, item_id)
    return replace(report, questions=(*report.questions, *left))


def _practised(talk: Talk, report: CheckIn, item_id: str) -> CheckIn:
    """Ask what came of a practice; what to do the next time may get its moment.

    Four lines are asked of one practice; of a second one in the same week, what
    happened.
    """
    ask = ask_what_happened if report.debrief else ask_for_account
    account = ask(talk.asking)
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
    items = (each.item for each in still_open(talk, report))
    return practice_to_ask(talk.workspace.profile(), items)
