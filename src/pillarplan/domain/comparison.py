"""What changes from one roadmap to another."""

from dataclasses import dataclass
from datetime import date

from pillarplan.domain.roadmap import PlannedItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An item whose dates change."""

    item: PlannedItem
    """As it stands in the new roadmap."""
    old_starts_on: date
    old_ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The difference between two roadmaps, item by item."""

    done: tuple[PlannedItem, ...]
    """Finished in the old roadmap; they stay done."""
    added: tuple[PlannedItem, ...]
    removed: tuple[PlannedItem, ...]
    moved: tuple[Move, ...]
    unchanged: tuple[PlannedItem, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changes."""
        return not (self.added or self.removed or self.moved)
