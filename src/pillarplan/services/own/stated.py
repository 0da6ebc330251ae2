"""An item of one's own as it is stated, held to what the house asks of items."""

from collections.abc import Iterator, Mapping
from typing import Any

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item, ResourceKind
from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.text import in_hours
from pillarplan.errors import UsageError
from pillarplan.knowledge.base.assumed_hours import with_hours
from pillarplan.knowledge.checking.checks import Entry, flaws
from pillarplan.knowledge.formats.files import ENTRIES
from pillarplan.reading.model import validate

KINDS = (*map(str, ResourceKind), PRACTICE)
"""What an item of one's own may be."""

RESOURCE, SECTIONS = "resource", {"resource": "resources", "practice": "practices"}

ORDER = (
    *("id", "title", "kind", "creators", "url", "develops", "hours", "weeks"),
    *("cost", "price", "language", "why", "apply", "task", "evidence"),
)
"""In which order the keys of an entry are written."""


class UnfitItemError(UsageError):
    """An item cannot be as it is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """An item of one's own, as it stands in the file, and what it means."""

    sort: str
    """``resource`` or ``practice``."""
    record: Mapping[str, Any]
    item: Item

    @property
    def section(self) -> str:
        """In which list of the file it stands."""
        return SECTIONS[self.sort]


def checked_entry(sort: str, record: Mapping[str, Any], scale: Scale) -> OwnEntry:
    """Return an entry if it is sound; raise UnfitItemError that says what is not."""
    known = [key for key in ORDER if record.get(key) is not None]
    ordered = {key: record[key] for key in (*known, *record) if record[key] is not None}
    entry = Entry(sort, (), ordered)
    model, complaints = validate(ordered, ENTRIES[sort])
    said = [each.message for each in (*complaints, *flaws(entry, scale.top))]
    if model is None or said:
        raise UnfitItemError(
            f"{ordered.get('title', ordered['id'])}: {'; '.join(said)}."
        )
    item = with_hours(model.to_domain(), scale)
    if sort != PRACTICE:
        for message in _too_much(item, scale):
            raise UnfitItemError(message)
    return OwnEntry(sort=sort, record=ordered, item=item)


def _too_much(item: Item, scale: Scale) -> Iterator[str]:
    """Yield what nobody learns in the time of a resource, with the way out."""
    for span in item.develops:
        least = sum(scale.least_hours(step.level) for step in span.steps)
        if item.hours < least:
            yield (
                f"{item.title}: {in_hours(item.hours)} are too short to carry somebody "
                f"from {span.skill} {span.from_} to {span.to}, which takes "
                f"{in_hours(least)} at least. Name a shorter way with --from and --to, "
                "or tell it once it is done, as what closes no step: "
                f'pillarplan log "{item.title}" {item.hours:g} --skill {span.skill}'
            )
