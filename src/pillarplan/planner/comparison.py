"""What a new roadmap would change."""

from dataclasses import dataclass
from datetime import date

from pillarplan.domain.roadmap import PlannedItem, Roadmap, State


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


def compare(old: Roadmap, new: Roadmap) -> Comparison:
    """Return what changes if `new` takes the place of `old`.

    Items keep the order of their roadmap.  What was finished is neither removed nor
    moved.
    """
    before = {item.id: item for item in old.items}
    after = {item.id: item for item in new.items}
    kept = [item for item in new.items if item.id in before]
    return Comparison(
        done=tuple(item for item in old.items if item.state is State.DONE),
        added=tuple(item for item in new.items if item.id not in before),
        removed=tuple(
            item
            for item in old.items
            if item.id not in after and item.state is not State.DONE
        ),
        moved=tuple(
            Move(
                item=item,
                old_starts_on=before[item.id].starts_on,
                old_ends_on=before[item.id].ends_on,
            )
            for item in kept
            if _dates(item) != _dates(before[item.id])
        ),
        unchanged=tuple(item for item in kept if _dates(item) == _dates(before[item.id])),
    )


def _dates(item: PlannedItem) -> tuple[date, date]:
    return item.starts_on, item.ends_on
