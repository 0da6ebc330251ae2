"""The levels of one skill over time, as steps in a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from rich.text import Text

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.text import on_day
from pillarplan.render.look import Look

WIDEST = 60
"""Columns; wider charts say no more."""

NARROWEST = 24
"""Columns that two days need below a chart."""

AXIS = 4
"""Columns for the level before each line."""


def steps_view(ratings: Sequence[Rating], top: int, look: Look) -> Iterator[Text]:
    """Yield the lines of a chart; none if all ratings are of one day.

    The person's own levels are steps, and what others said stands between them.
    """
    told = [each for each in ratings if each.level is not None]
    days = sorted(each.rated_on for each in ratings)
    if not told or days[0] == days[-1]:
        return
    cells = max(NARROWEST, min(WIDEST, look.width - AXIS))
    chart = _Chart(days[0], days[-1], cells, top, look)
    chart.draw_others(each for each in told if not each.is_own)
    chart.draw_own([each for each in ratings if each.is_own])
    lowest = min(1, *(each.level or 0 for each in told))
    for level in range(top, lowest - 1, -1):
        steps = "".join(chart.rows[level]).rstrip()
        yield Text.assemble((f"{level:>2}  ", "quiet"), steps)
    first, last = on_day(days[0]), on_day(days[-1])
    yield Text(f"{'':{AXIS}}{first}{last:>{cells - len(first)}}", style="quiet")
    if any(not each.is_own for each in told):
        yield Text(f"{'':{AXIS}}{chart.own} you  {chart.other} others", style="quiet")


class _Chart:
    """Cells by level and day, while they are filled."""

    def __init__(
        self, first: date, last: date, cells: int, top: int, look: Look
    ) -> None:
        self.first, self.days = first, (last - first).days
        self.last_cell = cells - 1
        self.rows = [[" "] * cells for _ in range(top + 1)]
        own, line, riser, up, down, self.other = "●─│┘┐◆" if look.unicode else "o-|++x"
        self.own, self.line, self.riser, self.corners = own, line, riser, (down, up)

    def cell(self, day: date) -> int:
        """Return the column of a day."""
        return round((day - self.first).days / self.days * self.last_cell)

    def draw_others(self, ratings: Iterable[Rating]) -> None:
        """Mark what others said."""
        for each in ratings:
            assert each.level is not None
            self.rows[each.level][self.cell(each.rated_on)] = self.other

    def draw_own(self, ratings: Sequence[Rating]) -> None:
        """Draw a step from each of the person's own levels to the next one."""
        for before, after in pairwise(ratings):
            self._draw_step(before, after)
        for each in ratings[-1:]:
            self._draw_line(each.level, self.cell(each.rated_on), self.last_cell + 1)
        for each in ratings:
            if each.level is not None:
                self.rows[each.level][self.cell(each.rated_on)] = self.own

    def _draw_step(self, before: Rating, after: Rating) -> None:
        column = self.cell(after.rated_on)
        self._draw_line(before.level, self.cell(before.rated_on), column)
        if before.level is None or after.level is None or before.level == after.level:
            return
        self.rows[before.level][column] = self.corners[after.level > before.level]
        low, high = sorted((before.level, after.level))
        for level in range(low + 1, high):
            self.rows[level][column] = self.riser

    def _draw_line(self, level: int | None, start: int, end: int) -> None:
        if level is None:
            return
        row = self.rows[level]
        for column in range(start, end):
            if row[column] != self.other:
                row[column] = self.line
