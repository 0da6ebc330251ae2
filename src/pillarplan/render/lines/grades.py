"""Who recommends a resource, and its grades: facts, and nothing of quality."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pillarplan.domain.knowledge.grade import MOST, StepGrade
from pillarplan.domain.knowledge.item import Resource
from pillarplan.domain.knowledge.recommendation import Recommendation
from pillarplan.domain.knowledge.step import Span, Step, spans
from pillarplan.domain.text import counted, join_words
from pillarplan.render.look import Look


def named_by(recommendation: Recommendation) -> str:
    """Say who recommends a resource; it is a fact, and says nothing of quality."""
    voices = [each.by for each in recommendation.lists]
    if recommendation.podcast:
        guests = counted(recommendation.guests, "guest")
        voices.append(f"{guests} of {recommendation.podcast.title}")
    if not voices:
        return "No list found that names it."
    return f"Recommended by {recommendation.recommenders}: {'; '.join(voices)}."


def grade_facts(
    resource: Resource,
    grades: Iterable[StepGrade],
    names: Mapping[str, str],
    look: Look,
) -> Iterator[tuple[str, str]]:
    """Yield the grades of a resource with their parts, alike ones together."""
    alike: dict[StepGrade, list[Step]] = {}
    for grade in grades:
        step = Step(grade.skill, grade.to)
        alike.setdefault(replace(grade, skill="", to=0), []).append(step)
    for grade, steps in alike.items():
        at = join_words(say_span(span, names, look) for span in spans(steps))
        yield "Grade", f"{at}: {say_grade(grade)}"
    if resource.regrade:
        moved = resource.regrade
        yield "Moved", f"{moved.by:+g} by an editor. {moved.why}"


def say_grade(grade: StepGrade) -> str:
    """Return a grade as a sum: ``1.7 (1 at first and 0.7 for …)``."""
    parts = {
        "for those who recommend it": grade.for_recommenders,
        "since the article names it": grade.for_article,
        "for the institution behind it": grade.for_institution,
        "for a length and form that suit the step": grade.for_level,
        "by an editor": grade.by_editor,
    }
    said = [f"{worth / 100:g} {why}" for why, worth in parts.items() if worth]
    bound = f"; {MOST / 100:g} is the most" if grade.total == MOST else ""
    return f"{grade.total / 100:g} ({join_words(['1 at first', *said])}{bound})"


def say_span(span: Span, names: Mapping[str, str], look: Look) -> str:
    """Return the steps of a skill in short: ``Pricing 2→4``."""
    return f"{names.get(span.skill, span.skill)} {span.from_}{look.arrow}{span.to}"
