"""Whether what a base says of its earlier scales can be meant."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from pillarplan.domain.bounds import TOP_LEVEL
from pillarplan.knowledge.checking.plain import list_at
from pillarplan.knowledge.checking.scales import top_of

Path = tuple[str | int, ...]

SAME_TOP = (
    "it goes to {top} as {other} does, so that nobody could tell on which of them "
    "somebody was rated"
)


def scale_was_flaws(record: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with ``scale_was``, in which a scale is known by its top."""
    now = top_of(record)
    tops = {now: "the present scale"}
    for number, each in enumerate(list_at(record, "scale_was")):
        path: Path = ("scale_was", number)
        levels = _levels(each)
        if not levels:
            continue
        top = max(levels)
        if top in tops:
            yield path, SAME_TOP.format(top=top, other=tops[top])
        tops.setdefault(top, "another one here")
        if missing := [str(n) for n in range(1, top) if n not in levels]:
            yield path, f"it says nothing of {', '.join(missing)}"
        for level, became in levels.items():
            if became > now:
                message = f"there is no level {became} now; the scale goes to {now}"
                yield (*path, str(level)), message
        if any(levels[low] > levels[high] for low, high in pairwise(sorted(levels))):
            yield path, "a higher level cannot be a lower one now"


def _levels(was: Any) -> dict[int, int]:
    """Return the levels of an earlier scale that are written as they should be."""
    table = was.items() if isinstance(was, dict) else ()
    known = {str(level): level for level in range(TOP_LEVEL + 1)}
    return {known[old]: now for old, now in table if old in known and type(now) is int}
