"""What can happen to a person's record: one small constructor for each kind of event.

`pillarplan.journal.meaning.effects` holds the other half: what each of them does to a
profile.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pillarplan.domain.person.profile import Ended, Evidence, Reflected, Spent
from pillarplan.domain.person.rating import MYSELF, Rater, Rating
from pillarplan.domain.person.recall import OwnQuestion, Recall
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.domain.record import to_record
from pillarplan.domain.text import one_line

LONGEST_TEXT = 2_000
"""Longer texts are cut, in characters."""


class Change(NamedTuple):
    """One thing that a command wants to have recorded."""

    type: str
    data: Mapping[str, Any]


def rated(rating: Rating) -> Change:
    """A rater gave a skill a level."""
    return _change("rated", rating)


def assessment_started(
    skills: Sequence[str], on: date, rater: Rater = MYSELF, *, weighs: bool = False
) -> Change:
    """A round of rating began that asks `rater` about these skills, in this order.

    One that `weighs` goes on until its end is recorded.
    """
    return _change(
        "assessment-started",
        {"on": on, "skills": list(skills), "rater": rater, "weighs": weighs},
    )


def assessment_skipped(skill: str, rater: Rater = MYSELF) -> Change:
    """A skill was passed over in the rater's open round."""
    return _change("assessment-skipped", {"skill": skill, "rater": rater})


def assessment_finished(rater: Rater = MYSELF) -> Change:
    """The rater's open round was ended, whether or not all was answered."""
    return _change("assessment-finished", {"rater": rater})


def weighed(skill: str, importance: int) -> Change:
    """The person said how much a skill matters in their work, apart from a rating."""
    return _change("weighed", {"skill": skill, "importance": importance})


def role_chosen(role: str, contexts: Sequence[str] = ()) -> Change:
    """The person has, or aims at, a role, and works on products of some kinds."""
    return _change("role-chosen", {"role": role, "contexts": list(contexts)})


def target_set(skill: str, level: int | None) -> Change:
    """The person set a target of their own; None goes back to the role's."""
    return _change("target-set", {"skill": skill, "level": level})


def roadmap_adopted(roadmap: Roadmap) -> Change:
    """A plan became the person's plan."""
    return _change("roadmap-adopted", roadmap)


def checked_in(on: date, note: str | None = None, key: str | None = None) -> Change:
    """The person told how it went.

    A `key` names the telling: a later command with the same key has no effect.
    """
    return _change("checked-in", {"on": on, "note": note, "key": key})


def spent(on: date, item: str, hours: float) -> Change:
    """Hours went into an item."""
    return _change("spent", Spent(on=on, item=item, hours=hours))


def finished(on: date, item: str) -> Change:
    """An item was done."""
    return _change("finished", Ended(on=on, item=item))


def dropped(on: date, item: str, reason: str = "") -> Change:
    """An item was given up."""
    return _change("dropped", Ended(on=on, item=item, reason=reason))


def evidence(on: date, skill: str, text: str) -> Change:
    """Something showed a skill in use."""
    return _change("evidence", Evidence(on=on, skill=skill, text=text))


def reflected(answer: Reflected) -> Change:
    """A question about a product was answered, for good or not yet."""
    return _change("reflected", answer)


def question_left(question: OwnQuestion) -> Change:
    """The person left a question to their future self."""
    return _change("question-left", question)


def question_recalled(question: str, recall: Recall, next_on: date) -> Change:
    """A question was asked again.

    The event keeps the day on which it is due next, so that everyday commands need not
    work it out, and a later version of the rule moves no day that was told.
    """
    return _change(
        "question-recalled",
        {
            "id": question,
            "on": recall.on,
            "grade": recall.grade,
            "next_on": next_on,
        },
    )


def question_removed(on: date, question: str) -> Change:
    """The person no longer wants to be asked this."""
    return _change("question-removed", {"on": on, "id": question})


def paused(pause: Break) -> Change:
    """A time began in which nothing is expected; it takes the place of another."""
    return _change("paused", pause)


def resumed(on: date) -> Change:
    """The pause, if there was one, was over before this day."""
    return _change("resumed", {"on": on})


def undone(command: str) -> Change:
    """All that a command recorded was taken back."""
    return _change("undone", {"command": command})


def clean(value: Any) -> Any:
    """Return plain data with every text in it cleaned for display."""
    if isinstance(value, str):
        return one_line(value, LONGEST_TEXT)
    if isinstance(value, dict):
        return {key: clean(each) for key, each in value.items()}
    if isinstance(value, list):
        return [clean(each) for each in value]
    return value


def _change(name: str, data: Any) -> Change:
    return Change(name, clean(to_record(data)))
