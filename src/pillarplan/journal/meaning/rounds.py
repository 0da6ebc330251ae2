"""Which command gave each answer of a round of rating, so that it can be taken back."""

from collections.abc import Sequence
from typing import NamedTuple

from pillarplan.domain.person.rating import MYSELF, Rater
from pillarplan.domain.record import to_record
from pillarplan.journal.meaning.commands import commands, effective
from pillarplan.journal.meaning.kinds.ratings import (
    ASSESSMENT_SKIPPED,
    ASSESSMENT_STARTED,
    RATED,
)
from pillarplan.journal.storage.event import Event

ANSWERS = (RATED.name, ASSESSMENT_SKIPPED.name)


class Answered(NamedTuple):
    """An answer and the command that recorded nothing else."""

    skill: str
    command: str


def answers_of(events: Sequence[Event], rater: Rater) -> tuple[Answered, ...]:
    """Return the answers of a rater's latest round, oldest first.

    What other commands recorded, such as a check-in, is none of them; nor is what was
    withdrawn since.
    """
    holding = {event.id for event in effective(events)}
    who, myself = to_record(rater), to_record(MYSELF)
    answers: list[Answered] = []
    for command in commands(events):
        if len(command.events) != 1:
            continue
        (event,) = command.events
        if event.id not in holding:
            continue
        if event.data.get("rater", myself) != who:
            continue
        if event.type == ASSESSMENT_STARTED.name:
            answers = []
        elif event.type in ANSWERS:
            answers.append(Answered(str(event.data.get("skill")), command.id))
    return tuple(answers)
