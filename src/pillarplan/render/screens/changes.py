"""The skills and the items of a plan by day, and what moves against the present one."""

from collections.abc import Iterator
from datetime import date

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import PRACTICE
from pillarplan.domain.plan.outlook import ItemChange, Outlook, SkillChange
from pillarplan.domain.text import counted, in_weeks, on_day
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.screens.screen import cut

WIDEST = 100
"""Wider tables are hard to read along."""

WIDE = 76
"""From so many columns on a day has its year."""

NARROW = 54
"""In fewer columns the day in the present plan is left out."""

WORDS = len("10 months earlier")
"""Columns for what moves."""

SHORTEST = 4
"""Columns for a name at least."""

Days = tuple[date | None, date | None]
"""The day in the present plan, and in the tuned one."""

GONE, NEW = "falls out", "new"


def change_lines(outlook: Outlook, width: int, look: Look) -> Iterator[Line]:
    """Yield a heading and a line for each skill, and then for each item."""
    table = _Table(min(width, WIDEST), look, outlook.present is not None)
    yield table.heading("Skills: rated again on")
    yield from (table.skill(each) for each in outlook.skills)
    yield ()
    yield table.heading("Items: begun on")
    yield from (table.item(each) for each in outlook.items)


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows with columns for a name, the day now, the day then, and words."""

    width: int
    look: Look
    compares: bool
    """There is a plan to compare with."""

    def heading(self, text: str) -> Line:
        """Return a row that says what stands in the columns below it."""
        return self._row((), Piece("strong", text), ("now", "new"), "", style="quiet")

    def skill(self, change: SkillChange) -> Line:
        """Return the row of a skill, with the levels that it is to rise."""
        before, after = change.before, change.after
        reach = after or before
        assert reach is not None
        levels = Piece("quiet", f"{reach.from_}{self.look.arrow}{reach.to} ")
        days = before.on if before else None, after.on if after else None
        by = after.to - before.to if before and after else 0
        words = f"{counted(abs(by), 'level')} {'more' if by > 0 else 'less'}"
        return self._moving(levels, change.name, days, words if by else "")

    def item(self, change: ItemChange) -> Line:
        """Return the row of an item, with the mark of its kind."""
        before, after = change.before, change.after
        meaning = "apply" if change.item.kind == PRACTICE else "learn"
        sign = Piece(meaning, f"{self.look.sign(meaning)} ")
        days = before.starts_on if before else None, after.starts_on if after else None
        return self._moving(sign, change.item.title, days)

    def _moving(self, sign: Piece, name: str, days: Days, words: str = "") -> Line:
        """Return a row that says how the days differ, or `words` if there are any."""
        before, after = days
        mark = " "
        if self.compares and before is None:
            mark, words = "+", NEW
        elif after is None:
            mark, words = self.look.dash, GONE
        elif before and before != after:
            words = words or in_weeks((after - before).days)
        shown = (self._day(before), self._day(after))
        return self._row(
            (Piece("strong", f"{mark} "), sign), Piece("", name), shown, words
        )

    def _row(
        self,
        begin: Line,
        name: Piece,
        days: tuple[str, str],
        words: str,
        style: str = "",
    ) -> Line:
        begin = begin or (Piece("", "  "),)
        column = len(on_day(date(2027, 12, 31), year=self.width >= WIDE))
        before, after = (f"{day:>{column}}" for day in days)
        ends = [Piece("quiet", f"{before}  ")] if self._shows_before else []
        ends.append(Piece(style, after))
        if self.compares:
            weight = "strong" if words in (NEW, GONE) else "quiet"
            ends.append(Piece(weight, f"  {words:{WORDS}}"))
        room = self.width - sum(len(piece.text) for piece in (*begin, *ends)) - 1
        text = cut(name.text, max(SHORTEST, room), self.look)
        return (*begin, Piece(name.style, f"{text:{max(SHORTEST, room)}} "), *ends)

    @property
    def _shows_before(self) -> bool:
        return self.compares and self.width >= NARROW

    def _day(self, day: date | None) -> str:
        return on_day(day, year=self.width >= WIDE) if day else self.look.dash
