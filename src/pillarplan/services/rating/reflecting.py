"""Asking the hard questions of a product, and keeping the answers."""

from collections.abc import Iterable
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.skill import Reflection
from pillarplan.domain.person.work import Reflected
from pillarplan.domain.text import LONGEST_TEXT, check_length
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.naming.known import UnknownNameError
from pillarplan.services.workspace import Workspace

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A question about a product, and the latest answer to it."""

    question: Reflection
    skill_name: str
    pillar_name: str | None
    """From which pillar the question looks, if it is one of several."""
    answer: str | None = None
    answered_on: date | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflections:
    """All questions about one product."""

    product: str
    points: tuple[Point, ...]
    practices: tuple[str, ...]
    """What the open points call for, in their order."""

    @property
    def unanswered(self) -> tuple[Point, ...]:
        """What was never answered, in the order of the knowledge base."""
        return tuple(point for point in self.points if point.answer is None)

    @property
    def open(self) -> tuple[Point, ...]:
        """What was answered, but is not settled."""
        return tuple(p for p in self.points if p.answer is not None and not p.settled)


def report_reflections(workspace: Workspace, product: str) -> Reflections:
    """Return all questions about `product` with the latest answers.

    Raises NothingYetError where the knowledge base has none.
    """
    knowledge = workspace.knowledge
    skills = knowledge.skill_names()
    pillars = knowledge.pillar_names()
    answers = {
        each.question: each
        for each in workspace.profile().reflected
        if each.product.casefold() == product.casefold()
    }
    points = []
    questions = knowledge.reflections()
    if not questions:
        raise NothingYetError("This knowledge base has no questions to ask a product.")
    for question in questions:
        given = answers.get(question.id)
        points.append(
            Point(
                question=question,
                skill_name=skills[question.skill],
                pillar_name=pillars[question.pillar] if question.pillar else None,
                answer=given.answer if given else None,
                answered_on=given.on if given else None,
                settled=given.settled if given else False,
            )
        )
    return Reflections(
        product=product, points=tuple(points), practices=tuple(_called_for(points))
    )


def products(workspace: Workspace) -> tuple[str, ...]:
    """Return the products that the person has thought about, latest first."""
    names = {
        each.product.casefold(): each.product for each in workspace.profile().reflected
    }
    return tuple(reversed(names.values()))


def record_reflections(
    workspace: Workspace, product: str, answers: Iterable[tuple[str, str, bool]]
) -> None:
    """Record answers as one command: question id, text, and whether it is settled."""
    if not product.strip() or len(product) > LONGEST_NAME:
        raise UsageError(f"The product needs a name of 1 to {LONGEST_NAME} characters.")
    known = {question.id for question in workspace.knowledge.reflections()}
    recorded = []
    for question, text, settled in answers:
        check_length(f"The answer to {question}", text, LONGEST_TEXT)
        if question not in known:
            near = workspace.knowledge.suggest(question, "reflection")
            raise UnknownNameError(
                "question", question, near, "pillarplan reflect PRODUCT --list"
            )
        answer = Reflected(
            on=workspace.today,
            product=product,
            question=question,
            answer=text,
            settled=settled,
        )
        recorded.append(changes.reflected(answer))
    workspace.record(recorded)


def _called_for(points: Iterable[Point]) -> Iterable[str]:
    practices = (
        point.question.practice
        for point in points
        if point.answer is not None and not point.settled and point.question.practice
    )
    return dict.fromkeys(practices)
