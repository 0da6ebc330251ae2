"""The numbers by which people call the items of an adopted roadmap."""

from collections.abc import Iterable

from pillarplan.domain.plan.roadmap import PlannedItem


def item_numbers(items: Iterable[PlannedItem]) -> dict[str, int]:
    """Return the number of each item of a roadmap by its id, counted from 1.

    What is in hand comes first, then what is taken up later.  A number stays for as
    long as the plan does, whatever is done or dropped.
    """
    order = sorted(items, key=lambda item: item.wave > 1)
    return {item.id: number for number, item in enumerate(order, 1)}
