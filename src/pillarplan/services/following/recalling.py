"""Questions to one's future self: left, answered again, taken away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.checkin import NewQuestion
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.recall import (
    MOST_PER_ITEM,
    Grade,
    OwnQuestion,
    Recall,
    due_questions,
    question_id,
)
from pillarplan.domain.text import one_line
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.planner.pace.recall import next_recall
from pillarplan.services.following.lengths import check_questions_fit
from pillarplan.services.naming.known import known_items
from pillarplan.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What the person asks their future self."""

    on: date
    questions: tuple[OwnQuestion, ...]
    """Those first that come back soonest."""
    due: tuple[str, ...]
    """Ids of those to be asked now, the longest waiting first."""


def list_questions(workspace: Workspace) -> Questions:
    """Return all questions, with the days on which they come back."""
    return _listed(workspace.profile(), workspace.today)


def record_questions(
    workspace: Workspace,
    left: Sequence[NewQuestion] = (),
    recall: Mapping[str, Grade] | None = None,
    remove: Sequence[str] = (),
) -> Questions:
    """Record what was left, answered and taken away, as one command.

    What was recorded before is not recorded again.  Raises UsageError for a question
    that does not exist, or about something that is not finished.
    """
    check_questions_fit(tuple(left))

    def decided() -> tuple[list[changes.Change], None]:
        profile, today = workspace.profile(), workspace.today
        check_questions(workspace, profile, left, recall or {})
        _known(profile, remove)
        removed = (
            changes.question_removed(today, key) for key in dict.fromkeys(remove)
        )
        told = [
            *left_questions(profile, left, today),
            *recalled_questions(profile, recall or {}, today),
            *removed,
        ]
        return told, None

    workspace.decide(decided)
    return list_questions(workspace)


def check_questions(
    workspace: Workspace,
    profile: Profile,
    left: Sequence[NewQuestion],
    recall: Iterable[str],
    done: Iterable[str] = (),
) -> None:
    """Raise UsageError if a question cannot be left or answered.

    `done` are items that the same command finishes.
    """
    _known(profile, recall)
    finished = profile.finished | {*done}
    for each in left:
        if each.item not in finished:
            known_items(workspace.knowledge, [each.item])
            raise UsageError(
                f"Questions are about what you finished. First: "
                f"pillarplan checkin --done {each.item}"
            )
        ids = {q.id for q in profile.questions if q.item == each.item}
        ids |= {_id(other) for other in left if other.item == each.item}
        if len(ids) > MOST_PER_ITEM:
            raise UsageError(
                f"{each.item} has {MOST_PER_ITEM} questions at most. "
                "Take one away: pillarplan recall --remove ID"
            )


def left_questions(
    profile: Profile, left: Iterable[NewQuestion], on: date
) -> Iterator[changes.Change]:
    """Yield the changes that leave questions, but for those that are there."""
    known = {question.id for question in profile.questions}
    for key, each in {_id(each): each for each in left}.items():
        if key not in known:
            yield changes.question_left(
                OwnQuestion(
                    id=key,
                    item=each.item,
                    text=one_line(each.question),
                    answer=one_line(each.answer or ""),
                    left_on=on,
                    next_on=next_recall(on),
                )
            )


def recalled_questions(
    profile: Profile, recall: Mapping[str, Grade], on: date
) -> Iterator[changes.Change]:
    """Yield the changes that answer questions, but for those answered on that day."""
    for question in profile.questions:
        if question.id in recall and question.last_on < on:
            told = Recall(on=on, grade=recall[question.id])
            next_on = next_recall(question.left_on, (*question.recalls, told))
            yield changes.question_recalled(question.id, told, next_on)


def _id(new: NewQuestion) -> str:
    return question_id(new.item, one_line(new.question))


def _known(profile: Profile, names: Iterable[str]) -> None:
    known = {question.id for question in profile.questions}
    for name in names:
        if name not in known:
            raise UsageError(
                f"There is no question {name!r}. See them: pillarplan recall --list"
            )


def _listed(profile: Profile, today: date) -> Questions:
    return Questions(
        on=today,
        questions=tuple(
            sorted(profile.questions, key=lambda each: (each.next_on, each.id))
        ),
        due=tuple(each.id for each in due_questions(profile.questions, today)),
    )
