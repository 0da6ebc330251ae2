"""Bare steps: what stands in a plan where a knowledge base has nothing for a step.

To learn it, one looks for a source; to apply it, one shows at work what its level asks
for.  Both are made of the skill alone, and are items like any other, so that plans,
check-ins and the record need no more than their ids: ``find.pricing.2`` and
``show.pricing.2``.  No entry has such an id, which is all slug and holds no dot.
"""

import re
from collections.abc import Iterable, Iterator

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.text import SLUG

FIND, SHOW = "find", "show"
"""What is to be done where there is nothing to learn from, and nothing to do."""

BARE = rf"({FIND}|{SHOW})\.{SLUG}\.[1-9][0-9]?"
"""What the id of a bare step looks like."""


def is_bare(item_id: str) -> bool:
    """Say whether an id is that of a bare step."""
    return item_id.startswith((f"{FIND}.", f"{SHOW}."))


def bare_id(sort: str, step: Step) -> str:
    """Return the id under which a step is to be learnt (`FIND`) or applied (`SHOW`)."""
    return f"{sort}.{step.skill}.{step.level}"


def read_bare_id(item_id: str) -> tuple[str, Step] | None:
    """Return for what an id stands, and for which step; None if it is no such id."""
    if not re.fullmatch(BARE, item_id):
        return None
    sort, skill, level = item_id.split(".")
    return sort, Step(skill, int(level))


def bare_ids(wanted: Iterable[Step], items: Iterable[Item]) -> Iterator[str]:
    """Yield the bare steps for those of the wanted ones that none of `items` covers.

    Where a step has a resource it is learnt from that, and where it has a practice it
    is applied by that, whatever a person makes of them.
    """
    covered = {
        (step, isinstance(item, Practice)) for item in items for step in item.steps
    }
    for step in wanted:
        for sort, is_practice in ((FIND, False), (SHOW, True)):
            if (step, is_practice) not in covered:
                yield bare_id(sort, step)
