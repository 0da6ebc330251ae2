"""How the planner speaks of gaps and steps."""

from collections.abc import Collection, Iterable, Mapping

from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.text import join_words

FEW = 3
"""More runs of steps, or titles, than these are counted and not listed."""


def say_gap(gap: Gap) -> str:
    """Return where somebody stands in a rated skill, and what their target is."""
    at = f"You are at level {gap.current}"
    if not gap.is_own_target:
        return f"{at}; the target is {gap.target}."
    own = f"your own target is {gap.target}"
    return f"{at}; {own}, and the role asks for {gap.role_target}."


def say_steps(steps: Iterable[Step], names: Mapping[str, str]) -> str:
    """Return steps as ``Negotiation 1 to 2 and Pricing 2 to 4``."""
    return join_words(
        [
            f"{names.get(span.skill, span.skill)} {span.from_} to {span.to}"
            for span in spans(tuple(steps))
        ]
    )


def say_few_steps(steps: Collection[Step], names: Mapping[str, str]) -> str:
    """Return steps by their names, or how many there are if nobody would read on."""
    if len(spans(tuple(steps))) > FEW:
        return f"{len(steps)} steps"
    return say_steps(steps, names)
