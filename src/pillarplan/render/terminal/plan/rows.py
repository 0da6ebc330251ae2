"""The line of an item in a roadmap: number, state, title, dates, hours."""

from collections.abc import Iterable
from datetime import date, timedelta

from rich.table import Table
from rich.text import Text

from pillarplan.domain.knowledge.item import Item, Practice
from pillarplan.domain.plan.roadmap import OPEN, PlannedItem, State
from pillarplan.domain.text import in_hours, on_day
from pillarplan.render.look import Look
from pillarplan.render.terminal.theme import style_of

STATE_STYLES = {
    State.PLANNED: "",
    State.STARTED: "strong",
    State.DONE: "done",
    State.DROPPED: "struck quiet",
}

MARK_STYLES = STATE_STYLES | {State.PLANNED: "quiet", State.STARTED: "learn"}

PRACTICE = "practice"
"""The kind of an item that is done at work."""

A_YEAR = timedelta(days=330)
"""From so far off on, a day needs its year."""


def new_table(width: int, dates: int) -> Table:
    """Return an empty table of rows; `dates` are the columns for the days."""
    table = Table(
        box=None, pad_edge=False, show_header=False, padding=(0, 1, 0, 0), width=width
    )
    table.add_column(justify="right", width=3, style="quiet")
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", width=dates, style="quiet")
    table.add_column(justify="right", width=6, style="quiet")
    return table


def add_item(
    table: Table,
    item: PlannedItem,
    title: Text,
    number: int,
    begins: date,
    look: Look,
) -> None:
    """Add the row of an item to a table, with its title and what stands below it."""
    style = MARK_STYLES[item.state]
    if item.kind == PRACTICE and item.state is State.PLANNED:
        style = "apply"
    days = Text(dates_of(item, begins, look))
    if item.state is State.STARTED:
        days.stylize(style_of("strong") + style_of("learn"))
    table.add_row(
        str(number),
        Text(look.mark(item.state), style=style),
        title,
        days,
        Text(in_hours(item.hours)),
    )


def title_of(
    item: PlannedItem, entry: Item | None = None, *, is_in_hand: bool = False
) -> Text:
    """Return the title of an item, which leads where it is, and its kind."""
    link = "" if entry is None or isinstance(entry, Practice) else entry.url
    style = "strong" if is_in_hand else STATE_STYLES[item.state]
    title = Text(item.title, style=style_of(style, link))
    kind = f"{item.weeks}-week {item.kind}" if item.weeks else item.kind
    is_practice = item.kind == PRACTICE and item.state in OPEN
    return Text.assemble(title, "  ", (kind, "apply" if is_practice else "quiet"))


def dates_of(item: PlannedItem, begins: date, look: Look) -> str:
    """Return the days of an item in short: ``3-22 Dec``, ``26 Nov-15 Dec``."""
    year = item.ends_on - begins > A_YEAR
    first, last = item.starts_on, item.ends_on
    end = on_day(last, year=year)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{look.dash}{end}"
    return f"{on_day(first, year=False)}{look.dash}{end}"


def columns_for(items: Iterable[PlannedItem], begins: date, look: Look) -> int:
    """Return how many columns the days of items take."""
    return max((len(dates_of(item, begins, look)) for item in items), default=0)
