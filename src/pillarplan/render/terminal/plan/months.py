"""The items of a roadmap month by month, with what each closes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap
from pillarplan.domain.plan.waves import at_hand, by_month
from pillarplan.domain.text import in_month, on_day, wrapped
from pillarplan.render.lines.bookings import booking_lines
from pillarplan.render.lines.later import later_lines, not_now_lines
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.rows import (
    add_item,
    columns_for,
    new_table,
    title_of,
)


def months_view(
    roadmap: Roadmap, skills: Mapping[str, str], today: date, look: Look, width: int
) -> Iterator[RenderableType]:
    """Yield what is in hand month by month, and what follows, in lists."""
    items = at_hand(roadmap)
    columns = columns_for(items, roadmap.starts_on, look)
    numbers = item_numbers(roadmap.items)
    for month, group in by_month(items):
        yield from (Text(""), Text(month, style="strong"))
        if month == in_month(today):
            yield Text(f"{look.sign('learn')} today, {on_day(today)}", style="learn")
        table = new_table(width, columns)
        for item in group:
            title = _title(item, skills, look)
            add_item(table, item, title, numbers[item.id], roadmap.starts_on, look)
        yield table
    yield from _rest(roadmap, skills, look, width)


def _title(item: PlannedItem, skills: Mapping[str, str], look: Look) -> Text:
    closes = ", ".join(
        f"{skills.get(span.skill, span.skill)} {span.from_}{look.arrow}{span.to}"
        for span in item.closes
    )
    return title_of(item).append(f"\n{closes}" if closes else "", style="quiet")


def _rest(
    roadmap: Roadmap, skills: Mapping[str, str], look: Look, width: int
) -> Iterator[RenderableType]:
    reratings = sorted(roadmap.rerate, key=lambda each: each.on)
    again = [f"{skills.get(r.skill, r.skill)}, {on_day(r.on)}" for r in reratings]
    lists: dict[str, Iterable[str]] = {
        "Then": later_lines(roadmap, skills, look.arrow),
        "Dates to keep": booking_lines(roadmap),
        "Rate again": again,
        "Not now": not_now_lines(roadmap, skills),
    }
    for title, lines in lists.items():
        if texts := [wrapped(line, width, "  ", "  ") for line in lines]:
            yield from (Text(""), Text(title, style="strong"), *map(Text, texts))
