"""What a new plan changes against the adopted one: a short, kind list."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from pillarplan.domain.comparison import Comparison
from pillarplan.domain.text import counted, on_day
from pillarplan.render.look import Look

MOST = 8
"""Longer lists are cut; the roadmap above shows everything."""


def comparison_view(comparison: Comparison, look: Look) -> RenderableType:
    """Return what is new, gone and moved, with old and new dates."""
    if comparison.is_empty:
        return Text("\nNothing changes against your present plan.")
    moved = [
        f"{on_day(move.old_starts_on, year=False)} {look.arrow} "
        f"{on_day(move.item.starts_on, year=False)}  {move.item.title}"
        for move in comparison.moved
        if move.old_starts_on != move.item.starts_on
    ]
    return Group(
        Text("\nAgainst your present plan", style="bold"),
        *_lines("New", [item.title for item in comparison.added]),
        *_lines("No longer in it", [item.title for item in comparison.removed]),
        *_lines("Starts on another day", moved),
        *(Text(line, style="dim") for line in _kept(comparison)),
    )


def _lines(title: str, entries: list[str]) -> Iterable[RenderableType]:
    if not entries:
        return
    yield Text(f"{title}:")
    for entry in entries[:MOST]:
        yield Padding(Text(entry), (0, 0, 0, 2))
    if len(entries) > MOST:
        yield Padding(Text(f"and {len(entries) - MOST} more"), (0, 0, 0, 2))


def _kept(comparison: Comparison) -> Iterable[str]:
    if comparison.done:
        yield f"{counted(len(comparison.done), 'item')} done, and that stays."
    if comparison.unchanged:
        yield f"On their dates: {counted(len(comparison.unchanged), 'item')}."
