"""When a question comes back: at growing intervals, shorter after it was forgotten.

The days come from FSRS, the Free Spaced Repetition Scheduler, with its published
weights (https://github.com/open-spaced-repetition/py-fsrs).  Its dice are off, so that
the same record gives the same days.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from pillarplan.domain.person.recall import Grade, Recall

RETENTION = 0.9
"""The share of answers that should still come to mind when a question is due."""

LONGEST_DAYS = 365
"""However well it sits, a question comes back once a year."""


def next_recall(left_on: date, recalls: Iterable[Recall] = ()) -> date:
    """Return the day on which a question is due after all that was recalled so far.

    To write it down, with the answer in mind, counts as a first good recall.
    """
    # Imported here: it is needed once a question is left or answered, and never else.
    from fsrs import Card, Rating, Scheduler

    ratings = dict(zip(Grade, Rating, strict=True))  # both go from forgot to easy
    scheduler = Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),  # minutes, which a weekly check-in does not know
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )
    card = Card(card_id=0, due=_midnight(left_on))
    for recall in (Recall(on=left_on, grade=Grade.GOOD), *recalls):
        grade = ratings[recall.grade]
        card, _ = scheduler.review_card(card, grade, _midnight(recall.on))
    return card.due.date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
