"""Questions to one's future self in a dialogue: leaving them, answering them."""

from collections.abc import Iterable, Iterator
from functools import partial

from pillarplan.cli.dialogues.asking import Asking
from pillarplan.cli.input.checkin import parse_grade
from pillarplan.domain.person.checkin import NewQuestion
from pillarplan.domain.person.recall import MOST_PER_ITEM, Grade, OwnQuestion
from pillarplan.services.workspace import Workspace

OFFER = "A question to your future self? (Enter for none)"

GRADES = "1 forgot, 2 hard, 3 good, 4 easy?"


def ask_for_questions(asking: Asking, item: str) -> Iterator[NewQuestion]:
    """Offer to leave questions about a finished item."""
    for number in range(MOST_PER_ITEM):
        question = asking.ask("One more?" if number else OFFER, long=True)
        if not question:
            return
        answer = asking.ask("Its answer?", long=True)
        yield NewQuestion(item=item, question=question, answer=answer or None)


def ask_to_recall(
    asking: Asking, workspace: Workspace, questions: Iterable[OwnQuestion]
) -> dict[str, Grade]:
    """Ask the questions of the past self; return how well the answers came to mind."""
    grades = {}
    for each in questions:
        title = workspace.knowledge.item_title(each.item)
        asking.tell(f"Your past self asks, after {title}:")
        asking.tell(f"  {each.text}")
        if each.answer:
            asking.ask("  (Enter shows the answer)")
            asking.tell(f"  {each.answer}")
        grade = asking.read(GRADES, partial(parse_grade, option="recall"))
        if grade is not None:
            grades[each.id] = grade
        asking.tell("")
    return grades
