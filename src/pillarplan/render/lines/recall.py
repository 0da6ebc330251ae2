"""Questions to one's future self as plain lines."""

from collections.abc import Iterable
from datetime import date

from pillarplan.domain.person.recall import OwnQuestion
from pillarplan.domain.text import on_day, wrapped
from pillarplan.render.look import Look

NOTHING = """\
There are no questions yet. Leave one about something that you finished:
pillarplan recall --add ITEM --question TEXT
"""

INDENT = 23


def question_lines(questions: Iterable[OwnQuestion], look: Look, today: date) -> str:
    """Return each question with its id, its item, and when it comes back."""
    return "".join(_lines(each, look, today) for each in questions) or NOTHING


def _lines(question: OwnQuestion, look: Look, today: date) -> str:
    when = "now" if question.is_due(today) else on_day(question.next_on)
    text = wrapped(
        f"{question.id}  {when:12}  {question.text}", look.width, margin=" " * INDENT
    )
    return f"{text}\n{'':{INDENT}}{question.item}\n"
