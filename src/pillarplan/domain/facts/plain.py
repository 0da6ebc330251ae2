"""Facts as plain data: all that a roadmap knows of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FactRecord = Mapping[str, Any]
"""A fact as plain data, with its ``kind``; `pillarplan.domain.facts.kept` reads it.

The text beside it says the same.  `pillarplan.render.words` makes it, and before that
it is empty; roadmaps of older programs have the text alone.
"""


def names_in(facts: Iterable[FactRecord]) -> Iterator[tuple[str, str]]:
    """Yield the skills whose steps some facts tell of: the id and the name of each."""
    for fact in facts:
        steps = fact.get("steps")
        for each in steps if isinstance(steps, list | tuple) else ():
            if isinstance(each, Mapping) and "skill" in each and "name" in each:
                yield str(each["skill"]), str(each["name"])
