"""What is known of a resource or a practice, fact by fact, each with its label."""

from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping

from pillarplan.domain.knowledge.grade import StepGrade
from pillarplan.domain.knowledge.item import Item, Practice, Resource
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.knowledge.recommendation import Recommendation
from pillarplan.domain.text import counted, in_hours, join_words, on_day
from pillarplan.render.lines.grades import grade_facts, named_by, say_span
from pillarplan.render.look import Look
from pillarplan.render.prices import cost_in_words, price_in_words

LINK = "Link"
"""The label of the address, which some pages show apart."""

Fact = tuple[str, str]
"""A label, and what it says."""


def item_facts(
    item: Item,
    recommendation: Recommendation | None,
    grades: Iterable[StepGrade],
    skill_names: Mapping[str, str],
    look: Look,
) -> Iterator[Fact]:
    """Yield all that is known of an item, in the order of what one asks first."""
    if isinstance(item, Practice):
        yield "Practice", _time(item)
        yield from _said(("Task", item.task), ("Evidence", item.evidence))
    else:
        yield from _about(item)
        yield from _costs(item)
        yield from _said(("Why", item.why), ("Apply", item.apply))
    yield "Develops", "; ".join(say_span(s, skill_names, look) for s in item.develops)
    if recommendation is not None:
        yield "Named by", named_by(recommendation)
    if isinstance(item, Resource):
        yield from grade_facts(item, grades, skill_names, look)
    if isinstance(item, Resource) and item.checked:
        yield "Checked", _checked(item)
    if item.reviewed_on:
        yield "Reviewed", item.reviewed_on.isoformat()
    yield "Id", item.id


def _about(item: Resource) -> Iterator[Fact]:
    if item.creators:
        yield "By", ", ".join(item.creators)
    published = [str(part) for part in (item.publisher, item.year) if part is not None]
    if published:
        yield "Published", ", ".join(published)
    listen = ", can be listened to" if item.listen else ""
    yield item.kind.capitalize(), f"{_time(item)}{listen}"
    if item.when:
        yield "When", _when(item.when)
    if item.isbn:
        yield "ISBN", item.isbn
    yield from _said((LINK, item.url))


def _costs(item: Resource) -> Iterator[Fact]:
    yield from _said(("Cost", cost_in_words(item)))
    if item.free_part:
        enough = "" if item.free_part.enough else " (not enough for its steps)"
        yield "Free part", f"{item.free_part.what}{enough}"
    if item.is_free and item.price:
        yield "All of it", price_in_words(item.price)
    if item.price and item.price.seen_at:
        yield "Price at", item.price.seen_at


def _said(*facts: Fact) -> Iterator[Fact]:
    """Yield the facts of which something is said."""
    return (fact for fact in facts if fact[1])


def _time(item: Item) -> str:
    assumed = " at least (nobody said)" if item.hours_assumed else ""
    weeks = f" over {counted(item.weeks, 'week')}" if item.weeks else ""
    return f"{in_hours(item.hours)}{assumed}{weeks}"


def _when(when: Occasion) -> str:
    times = [month_name[month] for month in when.months] or list(map(on_day, when.on))
    said = f"in {join_words(times)}" if when.months else join_words(times)
    if when.every_weeks:
        said = f"every {counted(when.every_weeks, 'week').removeprefix('1 ')}"
    ahead = when.book_weeks_ahead
    book = f"book {counted(ahead, 'week')} ahead" if ahead else None
    return "; ".join(filter(None, (said, when.place, book)))


def _checked(item: Resource) -> str:
    on = f"on {item.checked_on.isoformat()}" if item.checked_on else None
    return ", ".join(filter(None, (item.checked_what, on, f"at {item.checked}")))
