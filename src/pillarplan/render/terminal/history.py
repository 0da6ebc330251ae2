"""Levels, hours and evidence over time."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.history import History, HoursIn, SkillHistory, Stretch
from pillarplan.domain.rating import Rating
from pillarplan.domain.text import MONTHS, in_hours, on_day
from pillarplan.render.look import Look
from pillarplan.render.terminal.fitting import fit

LABEL_SHARE = 0.4
"""How much of the width the names of the skills get."""

MOST_LEVELS = 12
"""Earlier ratings of a skill are left out of its line."""

DATE_CELLS = 12
"""Columns for a day, such as ``23 Nov 2026``, and a blank."""

NUMBER_CELLS = 9
"""Columns for a number of hours behind a bar."""

WIDEST = 40
"""Longer bars say no more."""


def history_view(history: History, look: Look) -> RenderableType:
    """Return how levels went, what was spent, and what shows it."""
    parts: list[RenderableType] = []
    for title, lines in (
        ("Levels", list(_levels(history, look))),
        (f"Hours a {history.by}", list(_hours(history.hours, history.by, look))),
        ("Evidence", list(_evidence(history))),
    ):
        if lines:
            parts += [Text(""), Text(title, style="bold"), *lines]
    return Group(*parts[1:]) if parts else Text("Nothing is recorded of this yet.")


def _levels(history: History, look: Look) -> Iterator[RenderableType]:
    if history.skill is None:
        label = int(look.width * LABEL_SHARE)
        for skill in history.skills:
            if line := _trend(skill, label, look):
                yield line
        return
    for skill in history.skills:
        yield from (_rating(each, look) for each in skill.ratings)


def _trend(skill: SkillHistory, label: int, look: Look) -> Text | None:
    """Return a skill with a small bar for each rating of one's own."""
    own = [each for each in skill.own if each.level is not None]
    if not own:
        return None
    line = Text.assemble(fit(Text(skill.name), label - 1, look), " ")
    bars = "".join(look.height(each.level or 0) for each in own[-MOST_LEVELS:])
    line.append(f"{bars:{MOST_LEVELS}} ")
    first, last = own[0].level, own[-1].level
    way = f"{last}" if first == last else f"{first} {look.arrow} {last}"
    line.append(f"{way:8}")
    return line.append(on_day(own[-1].rated_on), style="dim")


def _rating(rating: Rating, look: Look) -> Text:
    line = Text(f"{on_day(rating.rated_on):{DATE_CELLS}}", style="dim")
    level = rating.level
    if level is None:
        line.append("not applicable", style="not dim")
    else:
        line.append(f"{look.levels(level, level)} {level}", style="not dim")
    if rating.rater.kind != "self":
        line.append(f"  {rating.rater.name} ({rating.rater.kind})")
    return line


def _hours(hours: Iterable[HoursIn], by: Stretch, look: Look) -> Iterator[Text]:
    bars = list(hours)
    most = max((each.hours for each in bars), default=0.0) or 1.0
    cells = min(WIDEST, look.width - DATE_CELLS - NUMBER_CELLS)
    for each in bars:
        line = Text(f"{_name(each.starts_on, by):{DATE_CELLS}}", style="dim")
        line.append(look.bar(each.hours / most, cells), style="not dim")
        yield line.append(f" {in_hours(each.hours)}", style="not dim")


def _name(day: date, by: Stretch) -> str:
    if by is Stretch.MONTH:
        return f"{MONTHS[day.month - 1][:3]} {day.year}"
    return on_day(day)


def _evidence(history: History) -> Iterator[Table]:
    if not history.evidence:
        return
    names = {skill.skill: skill.name for skill in history.skills}
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, width=DATE_CELLS - 1, style="dim")
    table.add_column(overflow="fold")
    for each in history.evidence:
        about = "" if history.skill else f"{names.get(each.skill, each.skill)}: "
        table.add_row(on_day(each.on), Text(f"{about}{each.text}"))
    yield table
