"""How the planner speaks of hours, days and steps."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from pillarplan.domain.knowledge.step import Step, spans
from pillarplan.domain.text import MONTHS

FEW = 3
"""More runs of steps, or titles, than these are counted and not listed."""


def say_day(day: date) -> str:
    """Return a date as ``30 June 2027``, whatever the language of the system."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


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


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
