"""What changes from one roadmap to another."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.roadmap import PlannedItem

FEWEST_TOGETHER = 3
"""Fewer items than these are told one by one."""

NEAR_DAYS = 3
NEAR_SHARE = 0.1
"""Items move together if their days differ by not more than either of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An item whose dates change."""

    item: PlannedItem
    """As it stands in the new roadmap."""
    old_starts_on: date
    old_ends_on: date

    @property
    def days(self) -> int:
        """How many days later it starts; negative if it starts earlier."""
        return (self.item.starts_on - self.old_starts_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Items that all move by about the same time."""

    moves: tuple[Move, ...]
    days: int
    """By how many days the one in the middle moves; negative is to earlier days."""

    @property
    def is_exact(self) -> bool:
        """Say whether all of them move by just so many days."""
        return all(move.days == self.days for move in self.moves)


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

    @property
    def shift(self) -> Shift | None:
        """What moves together, to be told in one line; None if that is too little."""
        moves = [move for move in self.moved if move.days]
        if not moves:
            return None
        middle = sorted(move.days for move in moves)[(len(moves) - 1) // 2]
        near = max(NEAR_DAYS, NEAR_SHARE * abs(middle))
        together = tuple(move for move in moves if abs(move.days - middle) <= near)
        if len(together) < max(FEWEST_TOGETHER, len(moves) / 2):
            return None
        return Shift(moves=together, days=middle)

    @property
    def old_end(self) -> date | None:
        """The last day of what was still to be done in the old roadmap."""
        kept = (item.ends_on for item in (*self.removed, *self.unchanged))
        return max((*kept, *(move.old_ends_on for move in self.moved)), default=None)

    @property
    def new_end(self) -> date | None:
        """The last day of what is to be done in the new roadmap."""
        kept = (item.ends_on for item in (*self.added, *self.unchanged))
        return max((*kept, *(move.item.ends_on for move in self.moved)), default=None)
