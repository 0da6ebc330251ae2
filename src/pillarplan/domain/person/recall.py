"""Questions that people leave to their future selves, to keep what they learnt."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Self
from zlib import crc32

from pillarplan.domain.dataclass import dataclass

MOST_PER_ITEM = 3
"""How many questions may be left about one item."""

MOST_AT_ONCE = 3
"""How many are asked in a check-in; after a long break the rest waits its turn."""


class Grade(StrEnum):
    """How well an answer came back to mind."""

    FORGOT = "forgot"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A day on which a question was asked, and how it went."""

    on: date
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A line that a person left to their future self about something finished."""

    id: str
    item: str
    text: str
    answer: str = ""
    left_on: date
    recalls: tuple[Recall, ...] = ()
    """Oldest first."""
    next_on: date
    """The day from which on it is asked again."""

    @property
    def last_on(self) -> date:
        """The last day on which the person had it in mind."""
        return max((self.left_on, *(recall.on for recall in self.recalls)))

    def is_due(self, today: date) -> bool:
        """Say whether it is to be asked; it never is two times on a day."""
        return self.next_on <= today and self.last_on < today

    def recalled(self, recall: Recall, next_on: date) -> Self:
        """Return a copy that was asked once more."""
        return replace(self, recalls=(*self.recalls, recall), next_on=next_on)


def question_id(item: str, text: str) -> str:
    """Return the id of a question: the same question has the same one everywhere.

    So a script that leaves it again changes nothing, nor do two devices that both do.
    """
    return f"q{crc32(f'{item} {text}'.encode()) & 0xFFFFFF:06x}"


def due_questions(
    questions: Iterable[OwnQuestion], today: date
) -> tuple[OwnQuestion, ...]:
    """Return the questions that are due, those first that have waited longest."""
    due = (question for question in questions if question.is_due(today))
    return tuple(sorted(due, key=lambda each: (each.next_on, each.left_on, each.id)))


def questions_to_ask(
    questions: Iterable[OwnQuestion], today: date
) -> tuple[OwnQuestion, ...]:
    """Return what is asked at once: of what is due the few that have waited longest."""
    return due_questions(questions, today)[:MOST_AT_ONCE]
