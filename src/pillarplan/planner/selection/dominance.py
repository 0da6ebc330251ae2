"""Leaving out candidates that another one beats in every respect."""

from collections.abc import Iterator, Sequence, Set

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.selection.candidates import Candidate


def preference(candidates: Sequence[Candidate]) -> dict[str, int]:
    """Return the rank of each candidate among equals: adopted first, then in order."""
    ranked = sorted(candidates, key=lambda item: not item.adopted)
    return {item.id: rank for rank, item in enumerate(ranked, 1)}


def undominated(
    candidates: Sequence[Candidate],
    *,
    listening: bool,
    cut: Set[str] = frozenset(),
) -> Iterator[Candidate]:
    """Yield the candidates that some best selection may need.

    One item dominates another of its sort if it covers all that the other covers, each
    step no worse, takes neither more hours nor more weeks nor more money, can be heard
    if that matters and the other can, and is preferred if all is equal.  This is safe:
    in any selection that holds the other, it can take its place (or the other can go,
    if both are in), and no stage of the selection gets worse.  Items that are pinned,
    started or kept always stay, and one that is `cut` beats no other, for it may be
    just what has to go.
    """
    rank = preference(candidates)
    able: dict[tuple[Step, bool], list[Candidate]] = {}
    for item in candidates:
        for step in item.covers if item.id not in cut else ():
            able.setdefault((step, item.is_practice), []).append(item)

    def beats(one: Candidate, other: Candidate) -> bool:
        return (
            one.quarters <= other.quarters
            and one.cents <= other.cents
            and one.weeks <= other.weeks
            and not one.bookings
            and (one.listen or not (other.listen and listening))
            and set(other.covers).issubset(one.covers)
            and (one.is_practice or _is_as_good(one, other))
            and (one.quarters, one.cents, rank[one.id])
            < (other.quarters, other.cents, rank[other.id])
        )

    for item in candidates:
        # Whatever covers all of its steps covers the first of them.
        rivals = able.get((item.covers[0], item.is_practice), ()) if item.covers else ()
        if (
            item.pinned
            or item.settled
            or not any(beats(rival, item) for rival in rivals)
        ):
            yield item


def _is_as_good(one: Candidate, other: Candidate) -> bool:
    """Say whether `one` has no lower grade than `other` for any step of the other."""
    grades = one.graded
    return all(grades.get(step, 0) >= grade for step, grade in other.graded.items())
