"""What a new plan changes against the adopted one: a short, kind list."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pillarplan.domain.plan.comparison import Comparison, Move, Shift
from pillarplan.domain.text import counted, in_weeks, on_day
from pillarplan.render.look import Look

MOST = 8
"""Longer lists are cut; the roadmap above shows everything."""

FAR_DAYS = 180
"""What moves so far needs the year with its days."""


def comparison_view(comparison: Comparison, look: Look) -> RenderableType:
    """Return what is new, gone and moved, with old and new dates."""
    if comparison.is_empty:
        return Text("\nNothing changes against your present plan.")
    shift = comparison.shift
    together = shift.moves if shift else ()
    alone = [move for move in comparison.moved if move.days and move not in together]
    return Group(
        Text("\nAgainst your present plan", style="strong"),
        *(Text(line) for line in _summary(comparison)),
        *_lines("New", [item.title for item in comparison.added]),
        *_lines("No longer in it", [item.title for item in comparison.removed]),
        *_moves(alone, look),
        *(Text(line, style="quiet") for line in _kept(comparison)),
    )


def _summary(comparison: Comparison) -> Iterator[str]:
    """Yield in one line what moves together, or else how the end moves."""
    old, new = comparison.old_end, comparison.new_end
    if comparison.shift:
        yield _shifted(comparison, comparison.shift)
    elif old and new and old != new:
        year = old.year != new.year
        before = on_day(old, year=year)
        yield f"It ends on {on_day(new, year=year)}; before, it was {before}."


def _shifted(comparison: Comparison, shift: Shift) -> str:
    """Say in one line by how much the items move that move together."""
    number = len(shift.moves)
    is_all = number == len(
        (*comparison.moved, *comparison.added, *comparison.unchanged)
    )
    who = f"{'All ' if is_all else ''}{counted(number, 'item')}"
    about = "" if shift.is_exact else "about "
    year = abs(shift.days) > FAR_DAYS
    first = min(shift.moves, key=lambda move: move.item.starts_on)
    last = max(shift.moves, key=lambda move: move.item.ends_on)
    return (
        f"{who} come {about}{in_weeks(shift.days)}: the first begins on "
        f"{on_day(first.item.starts_on, year=year)}, the last ends on "
        f"{on_day(last.item.ends_on, year=year)} "
        f"(it was {on_day(last.old_ends_on, year=year)})."
    )


def _lines(title: str, entries: Sequence[str]) -> Iterator[RenderableType]:
    if entries:
        yield Text(f"{title}:")
        yield from (Padding(Text(each), (0, 0, 0, 2)) for each in entries[:MOST])
        yield from _rest(entries)


def _moves(moves: Sequence[Move], look: Look) -> Iterator[RenderableType]:
    if not moves:
        return
    yield Text("Starts on another day:")
    table = Table(
        box=None,
        show_header=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        width=look.width - 2,
    )
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for move in moves[:MOST]:
        old = on_day(move.old_starts_on, year=False)
        new = on_day(move.item.starts_on, year=False)
        table.add_row(f"{old:>6} {look.arrow} {new:>6}", Text(move.item.title))
    yield Padding(table, (0, 0, 0, 2))
    yield from _rest(moves)


def _rest(entries: Sequence[object]) -> Iterator[RenderableType]:
    if len(entries) > MOST:
        yield Padding(Text(f"and {len(entries) - MOST} more"), (0, 0, 0, 2))


def _kept(comparison: Comparison) -> Iterable[str]:
    if comparison.done:
        yield f"{counted(len(comparison.done), 'item')} done, and that stays."
    if comparison.unchanged:
        yield f"On their dates: {counted(len(comparison.unchanged), 'item')}."
