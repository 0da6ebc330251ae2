"""Where something to learn from is."""

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The address of an item, and whether it was opened."""

    item: str
    title: str
    url: str
    opened: bool = False
