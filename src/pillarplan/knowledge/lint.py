"""What maintainers of a knowledge base should mend, although it can be used as it is.

The rules for content are in the contributors' guide; each has a code here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.domain.item import Item, Practice, Resource
from pillarplan.domain.knowledge import KnowledgeBase
from pillarplan.domain.skill import Skill
from pillarplan.domain.step import Step

SHORTEST = {1: 0.5, 2: 1.0, 3: 2.0, 4: 3.0, 5: 4.0}
"""How long a resource must take at least to carry somebody to a level, in hours."""

LONG_RESOURCE = 10.0
"""From how many hours on a resource may claim three steps of a skill."""

MONTHS_FRESH = 24
"""How long after a review an entry counts as up to date."""

TEXT_LIMITS = ...


class Severity(StrEnum):
    """Whether a finding must be mended before a release."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend in the content of a knowledge base."""

    code: str
    id: str
    """Of the entry that it is about."""
    message: str
    severity: Severity = Severity.ERROR


def lint(base: KnowledgeBase, today: date) -> tuple[Finding, ...]:
    """Return everything that should be mended, in the order of the knowledge base."""
    return (
        *_uncovered_steps(base),
        *(finding for skill in base.skills for finding in _skill(skill)),
        *(finding for resource in base.resources for finding in _resource(resource)),
        *(finding for practice in base.practices for finding in _practice(practice)),
        *_duplicates(base),
        *_stale([*base.resources, *base.practices], today),
        *_uncovered_article(base),
    )
