"""Events of questions: of the person to their future self, and about their product."""

from datetime import date

from pillarplan.domain.person.recall import OwnQuestion, Recall
from pillarplan.domain.person.work import Reflected
from pillarplan.domain.record import from_record, read_day
from pillarplan.journal.meaning.checks import text
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


def _reflect(draft: Telling, data: Data) -> None:
    draft.reflected.append(from_record(Reflected, data))


REFLECTED = Kind(
    "reflected",
    "reflection",
    "reflections",
    _reflect,
    day="on",
    says="{question}: {answer}",
)


def reflected(answer: Reflected) -> Change:
    """A question about a product was answered, for good or not yet."""
    return REFLECTED.change(answer)


def _leave(draft: Telling, data: Data) -> None:
    question = from_record(OwnQuestion, data)
    draft.questions.setdefault(question.id, question)


QUESTION_LEFT = Kind(
    "question-left",
    "question left",
    "questions left",
    _leave,
    day="left_on",
    says="{text}",
)


def question_left(question: OwnQuestion) -> Change:
    """The person left a question to their future self."""
    return QUESTION_LEFT.change(question)


def _recall(draft: Telling, data: Data) -> None:
    recall = from_record(Recall, data)
    key, next_on = text(data["id"]), read_day(data["next_on"])
    # Another device may have taken it away.
    if question := draft.questions.get(key):
        draft.questions[key] = question.recalled(recall, next_on)


QUESTION_RECALLED = Kind(
    "question-recalled",
    "question answered",
    "questions answered",
    _recall,
    day="on",
    says="{id}: {grade}",
)


def question_recalled(question: str, recall: Recall, next_on: date) -> Change:
    """A question was asked again.

    The event keeps the day on which it is due next, so that everyday commands need not
    work it out, and a later version of the rule moves no day that was told.
    """
    return QUESTION_RECALLED.change(
        {
            "id": question,
            "on": recall.on,
            "grade": recall.grade,
            "next_on": next_on,
        }
    )


def _remove(draft: Telling, data: Data) -> None:
    draft.questions.pop(text(data["id"]), None)


QUESTION_REMOVED = Kind(
    "question-removed",
    "question taken away",
    "questions taken away",
    _remove,
    day="on",
    says="{id}",
)


def question_removed(on: date, question: str) -> Change:
    """The person no longer wants to be asked this."""
    return QUESTION_REMOVED.change({"on": on, "id": question})
