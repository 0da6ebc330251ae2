"""Sharing chosen items out between the desk and the way to work."""

from collections.abc import Iterable, Sequence

from pillarplan.planner.calendar import Capacity
from pillarplan.planner.candidates import Candidate


def share_out(items: Sequence[Candidate], capacity: Capacity) -> frozenset[str] | None:
    """Return the ids of the items to listen to; None if they do not fit at all.

    Both pools are to finish at about the same time, so the listening pool gets as near
    as possible to its share of all hours.
    """
    total = sum(item.quarters for item in items)
    most = min(total, capacity.listening)
    least = max(0, total - capacity.desk)
    sums = _sums((item for item in items if item.listen), most)
    within = [size for size in sums if least <= size]
    if not within:
        return None
    share = total * capacity.listening / max(1, sum(capacity))
    return frozenset(sums[min(within, key=lambda size: (abs(size - share), size))])


def _sums(items: Iterable[Candidate], most: int) -> dict[int, tuple[str, ...]]:
    """Return all sums up to `most` that some of the items make, with one way each."""
    sums: dict[int, tuple[str, ...]] = {0: ()}
    for item in items:
        for size, names in list(sums.items()):
            if size + item.quarters <= most:
                sums.setdefault(size + item.quarters, (*names, item.id))
    return sums
