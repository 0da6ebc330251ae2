"""A roadmap over the months: a bar for each item, under the skill that it develops."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.text import MONTHS, on_day
from pillarplan.render.look import Look
from pillarplan.render.terminal.columns import to_columns
from pillarplan.render.terminal.plan.rows import MARK_STYLES, PRACTICE, STATE_STYLES
from pillarplan.render.timeline import MonthScale, days_of, items_by_skill, scale_of

LABEL_SHARE = 0.42
"""How much of the width the titles get."""

MONTH_CELLS = 4
"""A month's name needs three columns and a blank."""

UNICODE_BARS = {
    State.PLANNED: "─",
    State.STARTED: "━",
    State.DONE: "━",
    State.DROPPED: "╌",
}
"""What is begun and what is done are told apart by the mark before the title."""

ASCII_BARS = {
    State.PLANNED: "-",
    State.STARTED: "=",
    State.DONE: "=",
    State.DROPPED: ".",
}

BAR_STYLES = {State.DONE: "done", State.DROPPED: "quiet"}


def timeline_view(
    roadmap: Roadmap,
    profile: Profile,
    skills: Mapping[str, str],
    today: date,
    look: Look,
) -> RenderableType:
    """Return the items as bars; `skills` gives the name of each skill id."""
    if not roadmap.items:
        return Text("The plan is empty.")
    label = int(look.width * LABEL_SHARE)
    scale = scale_of(roadmap, profile)
    drawing = _Drawing(scale, today, label, look.width - label - 1, look)
    lines = [drawing.header()]
    for skill, items in items_by_skill(roadmap).items():
        again = [each.on for each in roadmap.rerate if each.skill == skill]
        lines += [Text(""), drawing.heading(skills.get(skill, skill), again)]
        lines += [drawing.row(item, *days_of(item, profile)) for item in items]
    return Group(*lines, Text(""), *_legend(today, scale, look))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Lines of one width, in which a column is always the same time."""

    scale: MonthScale
    today: date
    label: int
    """Columns for titles."""
    cells: int
    """Columns for the months."""
    look: Look

    def header(self) -> Text:
        """Return the names of the months, a year in place of each January."""
        names = [" "] * self.cells
        for month in self.scale.labelled(self.cells // MONTH_CELLS):
            name = str(month.year) if month.month == 1 else MONTHS[month.month - 1][:3]
            place = self._cell(month)
            names[place : place + len(name)] = name
        return Text(
            " " * (self.label + 1) + "".join(names)[: self.cells], style="quiet"
        )

    def heading(self, skill: str, again: Iterable[date]) -> Text:
        """Return the name of a skill, and when to rate it again."""
        line = self._labelled(Text(skill or "Also in the plan", style="strong"))
        cells = self._grid()
        for day in again:
            cells[self._cell(day)] = (self.look.sign("again"), "again")
        return line.append_tokens(cells)

    def row(self, item: PlannedItem, first: date, last: date) -> Text:
        """Return the title of an item and its bar."""
        mark = f"{self.look.mark(item.state)} "
        style = STATE_STYLES[item.state]
        line = self._labelled(Text(mark + item.title, style=style))
        cells = self._grid()
        bar = (UNICODE_BARS if self.look.unicode else ASCII_BARS)[item.state]
        kind = "apply" if item.kind == PRACTICE else "learn"
        if kind == "apply" and item.state is State.PLANNED:
            bar = _to_apply(self.look)
        style = BAR_STYLES.get(item.state, kind)
        for place in range(self._cell(first), self._cell(last) + 1):
            cells[place] = (bar, style)
        return line.append_tokens(cells)

    def _labelled(self, label: Text) -> Text:
        return Text.assemble(to_columns(label, self.label, self.look), " ")

    def _grid(self) -> list[tuple[str, str]]:
        cells = [(" ", "")] * self.cells
        if self.scale.holds(self.today):
            cells[self._cell(self.today)] = (_today(self.look), "strong")
        return cells

    def _cell(self, day: date) -> int:
        return min(self.cells - 1, int(self.scale.share(day) * self.cells))


def _today(look: Look) -> str:
    return "│" if look.unicode else "|"


def _to_apply(look: Look) -> str:
    """Return the bar of a practice to come, told from others by more than colour."""
    return "╍" if look.unicode else "~"


def _legend(today: date, scale: MonthScale, look: Look) -> Iterator[Text]:
    bars = UNICODE_BARS if look.unicode else ASCII_BARS
    marks = [
        *((look.mark(state), MARK_STYLES[state], str(state)) for state in State),
        (bars[State.PLANNED] * 2, "learn", "to learn"),
        (_to_apply(look) * 2, "apply", "to apply"),
        (look.sign("again"), "again", "rate again"),
    ]
    if scale.holds(today):
        marks.append((_today(look), "strong", f"today, {on_day(today)}"))
    line = Text()
    for mark, style, word in marks:
        part = Text.assemble((mark, style), (f" {word}", "quiet"))
        if line and line.cell_len + 3 + part.cell_len > look.width:
            yield line
            line = Text()
        line.append("   " if line else "").append(part)
    yield line
