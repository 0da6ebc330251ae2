"""Texts of a check-in and of recall, held to what the record can keep."""

from collections.abc import Iterator

from pillarplan.domain.person.checkin import CheckIn, NewQuestion
from pillarplan.domain.text import LONGEST_TEXT, check_length


def check_texts(report: CheckIn) -> None:
    """Raise UsageError if any text of a check-in would have to be cut."""
    check_length("The promise", report.promise)
    check_length("The note", report.note, LONGEST_TEXT)
    for what, text in _lines(report):
        check_length(what, text)
    check_questions_fit(report.questions)


def check_questions_fit(questions: tuple[NewQuestion, ...]) -> None:
    """Raise UsageError if a question or its answer would have to be cut."""
    for each in questions:
        check_length(f"A question about {each.item}", each.question)
        check_length(f"An answer about {each.item}", each.answer)


def _lines(report: CheckIn) -> Iterator[tuple[str, str | None]]:
    for item, text in report.applied.items():
        yield f"What was applied of {item}", text
    for each in report.outside:
        yield "What you learnt from", each.title
        yield f"What was applied of {each.title}", each.applied
    for item, account in report.debrief.items():
        for text in (account.meant, account.happened, account.why, account.next_time):
            yield f"The debrief of {item}", text
    for item, cue in report.when.items():
        yield f"When to do {item}", cue.when if cue else None
        yield f"What could stop {item}", cue.obstacle if cue else None
        yield f"What to do then for {item}", cue.then if cue else None
    for skill, text in report.evidence.items():
        yield f"The evidence of {skill}", text
    for drop in report.drop:
        yield f"Why {drop.item} was dropped", drop.reason
