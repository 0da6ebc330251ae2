"""What each type of event does to a profile.

`pillarplan.journal.meaning.changes` makes the events.  An effect reads the data of its
event and changes the draft; it raises one of `DOES_NOT_FIT` where they do not fit the
type.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.person.profile import (
    Ended,
    Evidence,
    Note,
    Reflected,
    Spent,
)
from pillarplan.domain.person.rating import Rater, Rating
from pillarplan.domain.person.recall import OwnQuestion, Recall
from pillarplan.domain.person.round import Round
from pillarplan.domain.plan.availability import Break, end_before
from pillarplan.domain.record import from_record
from pillarplan.journal.meaning.checks import hours, text, texts, within
from pillarplan.journal.meaning.telling import Data, Telling


def _rated(draft: Telling, data: Data) -> None:
    rating = from_record(Rating, data)
    if rating.level is not None:
        within(rating.level, 0, TOP_LEVEL)
    if rating.importance is not None:
        within(rating.importance, 1, 3)
    draft.ratings.append(rating)
    draft.answer(rating.rater, rating.skill)
    if rating.is_own and rating.importance is not None:
        draft.weighed.pop(rating.skill, None)


def _rater(data: Data) -> Rater:
    return from_record(Rater, data.get("rater", {}))


def _assessment_started(draft: Telling, data: Data) -> None:
    rater = _rater(data)
    draft.assessments[rater] = Round(
        started_on=date.fromisoformat(data["on"]),
        skills=texts(data["skills"]),
        rater=rater,
        weighs=data.get("weighs") is True,
        ratings_before=len(draft.ratings),
    )


def _assessment_skipped(draft: Telling, data: Data) -> None:
    draft.answer(_rater(data), text(data["skill"]))


def _assessment_finished(draft: Telling, data: Data) -> None:
    rater = _rater(data)
    if now := draft.assessments.get(rater):
        draft.assessments[rater] = replace(now, finished=True)


def _weighed(draft: Telling, data: Data) -> None:
    draft.weighed[text(data["skill"])] = within(data["importance"], 1, 3)


def _role_chosen(draft: Telling, data: Data) -> None:
    draft.role, draft.contexts = text(data["role"]), texts(data["contexts"])


def _target_set(draft: Telling, data: Data) -> None:
    skill, level = text(data["skill"]), data["level"]
    if level is None:
        draft.targets.pop(skill, None)
    else:
        draft.targets[skill] = within(level, 0, TOP_LEVEL)


def _checked_in(draft: Telling, data: Data) -> None:
    on = date.fromisoformat(data["on"])
    note, key = text(data["note"] or ""), text(data["key"] or "")
    draft.checkins.append(on)
    if note:
        draft.notes.append(Note(on=on, text=note))
    if key:
        draft.checkin_ids.add(key)


def _spent(draft: Telling, data: Data) -> None:
    spent = from_record(Spent, data)
    hours(spent.hours)
    draft.spent.append(spent)


def _finished(draft: Telling, data: Data) -> None:
    draft.done.append(from_record(Ended, data))


def _dropped(draft: Telling, data: Data) -> None:
    draft.dropped.append(from_record(Ended, data))


def _evidence(draft: Telling, data: Data) -> None:
    draft.evidence.append(from_record(Evidence, data))


def _reflected(draft: Telling, data: Data) -> None:
    draft.reflected.append(from_record(Reflected, data))


def _question_left(draft: Telling, data: Data) -> None:
    question = from_record(OwnQuestion, data)
    draft.questions.setdefault(question.id, question)


def _question_recalled(draft: Telling, data: Data) -> None:
    recall = from_record(Recall, data)
    key, next_on = text(data["id"]), date.fromisoformat(data["next_on"])
    # Another device may have taken it away.
    if question := draft.questions.get(key):
        draft.questions[key] = question.recalled(recall, next_on)


def _question_removed(draft: Telling, data: Data) -> None:
    draft.questions.pop(text(data["id"]), None)


def _paused(draft: Telling, data: Data) -> None:
    pause = from_record(Break, data)
    if pause.last < pause.first:
        raise ValueError("the pause ends before it begins")
    draft.pauses = (*end_before(pause.first, draft.pauses), pause)


def _resumed(draft: Telling, data: Data) -> None:
    draft.pauses = tuple(end_before(date.fromisoformat(data["on"]), draft.pauses))


EFFECTS: Mapping[str, Callable[[Telling, Data], None]] = {
    "rated": _rated,
    "assessment-started": _assessment_started,
    "assessment-skipped": _assessment_skipped,
    "assessment-finished": _assessment_finished,
    "weighed": _weighed,
    "role-chosen": _role_chosen,
    "target-set": _target_set,
    "checked-in": _checked_in,
    "spent": _spent,
    "finished": _finished,
    "dropped": _dropped,
    "evidence": _evidence,
    "reflected": _reflected,
    "question-left": _question_left,
    "question-recalled": _question_recalled,
    "question-removed": _question_removed,
    "paused": _paused,
    "resumed": _resumed,
}
"""What each type of event does to a profile."""
