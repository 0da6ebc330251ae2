"""The event that one's own items were changed, in their file."""

from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.record import to_record
from pillarplan.journal.meaning.kind import Change, Data, Kind
from pillarplan.journal.meaning.telling import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChange:
    """One change of the file: at one place a text stands instead of another."""

    on: date
    items: tuple[str, ...]
    """Ids of what was added, changed or removed."""
    at: int
    """How many characters of the file stand before the place."""
    before: str
    """What stood there."""
    after: str
    """What stands there since."""
    digest_before: str
    """Of the whole file; empty if there was none."""
    digest_after: str


def _change(_draft: Telling, _data: Data) -> None:
    """Change nothing: what one's own items are, their file says."""


# What stood in the file is kept as it was, not cleaned, so that it can be put back.
OWN_ITEMS_CHANGED = Kind(
    "own-items-changed",
    "change of own items",
    "changes of own items",
    _change,
    is_bulky=True,
    day="on",
)


def own_items_changed(change: OwnChange) -> Change:
    """Items of one's own were added, changed or removed, in a file."""
    return Change(OWN_ITEMS_CHANGED.name, to_record(change))
