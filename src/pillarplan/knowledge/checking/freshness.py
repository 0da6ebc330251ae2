"""How long what an entry says keeps, and which entries are due for another look."""

from collections.abc import Iterable, Mapping
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.knowledge.item import Item, ResourceKind

HALF_LIVES: Mapping[str, int] = {
    ResourceKind.BOOK: 60,
    ResourceKind.EPISODE: 36,
    ResourceKind.VIDEO: 36,
    ResourceKind.ARTICLE: 24,
    ResourceKind.ASSESSMENT: 24,
    ResourceKind.GUIDE: 24,
    ResourceKind.PODCAST: 24,
    ResourceKind.STANDARD: 24,
    ResourceKind.COURSE: 18,
    ResourceKind.COMMUNITY: 12,
    ResourceKind.EVENT: 12,
    ResourceKind.MENTOR: 12,
    ResourceKind.NEWSLETTER: 12,
    ResourceKind.RESOURCE: 24,
    ResourceKind.TOOL: 12,
    "practice": 24,
}
"""After how many months somebody should look at an entry again, by its kind."""

AI_SKILLS = frozenset({"ai-products", "working-with-ai", "privacy-ai-governance"})
AI_HALF_LIFE = 6
"""For entries of skills whose ground moves fastest, whatever their kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """An entry at which nobody looked for too long."""

    item: Item
    months: int
    """How long ago its half-life was over, in whole months."""


def half_life(item: Item) -> int:
    """Return after how many months somebody should look at an entry again."""
    usual = HALF_LIVES[item.kind]
    is_of_ai = any(span.skill in AI_SKILLS for span in item.develops)
    return min(usual, AI_HALF_LIFE) if is_of_ai else usual


def find_overdue(items: Iterable[Item], today: date) -> tuple[Overdue, ...]:
    """Return the entries that are due for another look, the longest overdue first."""
    dated = ((item, item.reviewed_on) for item in items)
    ages = ((item, _months(day, today)) for item, day in dated if day)
    overdue = (
        Overdue(item=item, months=age - half_life(item))
        for item, age in ages
        if age >= half_life(item)
    )
    return tuple(sorted(overdue, key=lambda each: -each.months))


def _months(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
