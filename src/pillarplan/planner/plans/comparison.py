"""What a new roadmap would change."""

from datetime import date

from pillarplan.domain.plan.comparison import Comparison, Move
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State


def compare(old: Roadmap, new: Roadmap) -> Comparison:
    """Return what changes if `new` takes the place of `old`.

    Items keep the order of their roadmap.  What was finished is neither removed nor
    moved.
    """
    before = {item.id: item for item in old.items}
    after = {item.id: item for item in new.items}
    kept = [
        item for item in new.items if item.id in before and item.state is not State.DONE
    ]
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
        unchanged=tuple(
            item for item in kept if _dates(item) == _dates(before[item.id])
        ),
    )


def _dates(item: PlannedItem) -> tuple[date, date]:
    return item.starts_on, item.ends_on
