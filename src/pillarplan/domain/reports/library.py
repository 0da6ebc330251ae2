"""What a knowledge base says of itself: what a search finds, and numbers."""

from collections.abc import Mapping

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that was found, with the words around the place."""

    kind: str
    id: str
    title: str
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much of what a knowledge base holds."""

    pillars: int
    skills: int
    behaviours: int
    resources: int
    practices: int
    roles: int
    contexts: int
    reflections: int
    resources_by_kind: Mapping[str, int]
    """Most frequent first."""
    resources_by_cost: Mapping[str, int]
    resources_by_price: Mapping[str, int]
    """By the band of their price; ``free`` is what costs nothing as far as needed."""
    recommended: int
    """How many resources some public list, or some guest of a podcast, names."""
    lists: int
    resources_by_step: Mapping[int, int]
    """By the level that is reached; one that spans two steps counts for both."""
    practices_by_step: Mapping[int, int]
    hours: float
    """What all resources and practices take together."""
