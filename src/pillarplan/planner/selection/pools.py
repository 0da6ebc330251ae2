"""Sharing chosen items out between the desk and the way to work."""

from collections.abc import Iterable, Sequence

from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection.candidates import Candidate


def share_out(items: Sequence[Candidate], capacity: Capacity) -> frozenset[str] | None:
    """Return the ids of the items to listen to; None if they do not fit at all.

    Items of the adopted roadmap stay in their pool if they can.  For the others both
    pools are to finish at about the same time, so that the listening pool gets as near
    as possible to its share of all hours.
    """
    adopted = [item for item in items if item.adopted]
    shared = _share(items, capacity, adopted) if adopted else None
    return _share(items, capacity, ()) if shared is None else shared


def _share(
    items: Sequence[Candidate], capacity: Capacity, settled: Sequence[Candidate]
) -> frozenset[str] | None:
    """Share out all items but the settled ones, which are where they were."""
    heard = [item for item in settled if item.heard]
    loose = [
        item
        for item in items
        if item.listen and not item.bookings and item not in settled
    ]
    total = sum(item.desk_quarters for item in items)
    start = sum(item.desk_quarters for item in heard)
    sums = _sums(loose, capacity.listening - start)
    within = [size for size in sums if total - start - size <= capacity.desk]
    if not within:
        return None
    share = total * capacity.listening / max(1, sum(capacity)) - start
    best = min(within, key=lambda size: (abs(size - share), size))
    return frozenset(item.id for item in heard).union(sums[best])


def _sums(items: Iterable[Candidate], most: int) -> dict[int, tuple[str, ...]]:
    """Return all sums up to `most` that some of the items make, with one way each."""
    sums: dict[int, tuple[str, ...]] = {0: ()} if most >= 0 else {}
    for item in items:
        for size, names in list(sums.items()):
            if size + item.desk_quarters <= most:
                sums.setdefault(size + item.desk_quarters, (*names, item.id))
    return sums
