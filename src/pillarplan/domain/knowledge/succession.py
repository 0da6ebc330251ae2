"""What took the place of what in the knowledge base."""

from collections.abc import Mapping
from dataclasses import field

from pillarplan.domain.dataclass import dataclass

Successors = Mapping[str, tuple[str, ...]]
"""By an id that is gone the ids of what took its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The successors of entries that are no longer there."""

    skills: Successors = field(default_factory=dict)
    items: Successors = field(default_factory=dict)
