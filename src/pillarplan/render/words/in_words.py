"""Explanations and alternatives with the words of their facts filled in."""

from collections.abc import Sequence
from dataclasses import replace

from pillarplan.domain.facts.kinds import Fact
from pillarplan.domain.plan.variant import Alternative
from pillarplan.domain.reports.explanation import Explanation
from pillarplan.render.words.kept import roadmap_in_words
from pillarplan.render.words.say import say


def explanation_in_words(explanation: Explanation) -> Explanation:
    """Return an explanation with its sentences."""
    return replace(explanation, sentences=_say_each(explanation.facts))


def alternative_in_words(plan: Alternative) -> Alternative:
    """Return an alternative with its roadmap and its difference in words."""
    return replace(
        plan,
        roadmap=roadmap_in_words(plan.roadmap),
        sentence=" ".join(_say_each(plan.facts)),
    )


def _say_each(facts: Sequence[Fact]) -> tuple[str, ...]:
    return tuple(say(fact) for fact in facts)
