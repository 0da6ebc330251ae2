"""What people write of questions to their future self, turned into values."""

from pillarplan.cli.input.parsing import parse_assignments
from pillarplan.domain.person.recall import Grade
from pillarplan.errors import UsageError


def parse_question(text: str, option: str) -> tuple[str, str, str | None]:
    """Return item, question and answer from ``item=question | answer``."""
    item, _, line = text.partition("=")
    question, _, answer = (each.strip() for each in line.partition(" | "))
    if not item.strip() or not question:
        raise UsageError(
            f"{option}: {text!r} should look like 'ITEM=What is it? | The answer'."
        )
    return item.strip(), question, answer or None


def parse_grade(text: str, option: str) -> Grade:
    """Return how well an answer came to mind, from a word or a number from 1 to 4."""
    stated = text.strip().lower()
    grades = {str(number): grade for number, grade in enumerate(Grade, 1)}
    grades |= {grade.value: grade for grade in Grade}
    if stated not in grades:
        raise UsageError(
            f"{option}: {text!r} is unknown. There are: {', '.join(Grade)}."
        )
    return grades[stated]


def parse_grades(texts: list[str], option: str) -> dict[str, Grade]:
    """Return question and grade of each ``question=grade``."""
    pairs = parse_assignments(texts, option)
    return {question: parse_grade(text, option) for question, text in pairs.items()}
