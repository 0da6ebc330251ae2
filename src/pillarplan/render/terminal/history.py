"""Levels, hours and evidence over time."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.reports.history import History, HoursIn, SkillHistory, Stretch
from pillarplan.domain.text import MONTHS, in_hours, on_day
from pillarplan.render.lines.lights import lights_lines
from pillarplan.render.look import Look
from pillarplan.render.pieces import Piece
from pillarplan.render.terminal.steps import steps_view
from pillarplan.render.terminal.theme import to_text

ROOMY = 60
"""From this width on there is room for the day of the last rating."""

MOST_LEVELS = 12
"""Earlier ratings of a skill are left out of its line."""

DATE_CELLS = 12
"""Columns for a day, such as ``23 Nov 2026``, and a blank."""

NUMBER_CELLS = 9
"""Columns for a number of hours behind a bar."""

WIDEST = 40
"""Longer bars say no more."""


def history_view(history: History, scale: Scale, look: Look) -> RenderableType:
    """Return how levels went, what was spent, and what shows it."""
    parts: list[RenderableType] = []
    levels = _one_skill if history.skill else _all_skills
    spent = sum(each.hours for each in history.hours)
    for title, lines in (
        ("Levels", list(levels(history.skills, _top(history, scale), look))),
        (
            f"Hours a {history.by}, {in_hours(spent)} in all",
            list(_hours(history.hours, history.by, look)),
        ),
        ("", list(_lights(history, look))),
        ("Evidence", list(_evidence(history, look))),
        ("Notes", list(_notes(history))),
    ):
        if lines:
            heading = [Text(title, style="strong")] if title else []
            parts += [Text(""), *heading, *lines]
    return Group(*parts[1:]) if parts else Text("Nothing is recorded of this yet.")


def _top(history: History, scale: Scale) -> int:
    """Return the highest level, be it one of an earlier and longer scale."""
    told = (each.level or 0 for skill in history.skills for each in skill.ratings)
    return max(scale.top, *told, 0)


def _one_skill(skills: Iterable[SkillHistory], top: int, look: Look) -> Iterator[Text]:
    for skill in skills:
        chart = list(steps_view(skill.ratings, top, look))
        yield from chart
        if chart:
            yield Text("")
        yield from (_rating(each, top, look) for each in skill.ratings)


def _all_skills(
    skills: Iterable[SkillHistory], top: int, look: Look
) -> Iterator[RenderableType]:
    """Yield a table of the skills that were rated again, and the others together."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    for _ in range(3):
        table.add_column(no_wrap=True)
    once: list[str] = []
    for skill in skills:
        if len(skill.own) > 1:
            table.add_row(*_trend(skill, top, look))
        elif skill.own:
            once.append(f"{skill.name} {skill.own[0].level}")
    if table.row_count:
        yield table
    if once:
        yield Text(f"Rated once: {', '.join(once)}")


def _trend(skill: SkillHistory, top: int, look: Look) -> Iterator[Text]:
    """Yield a skill, a small bar for each rating of one's own, and what it came to."""
    own = skill.own[-MOST_LEVELS:]
    yield Text(skill.name)
    yield Text(look.heights((each.level or 0 for each in own), top))
    first, last = skill.own[0].level, skill.own[-1].level
    yield Text(f"{last}" if first == last else f"{first} {look.arrow} {last}")
    if look.width >= ROOMY:
        yield Text(on_day(own[-1].rated_on), style="quiet")


def _rating(rating: Rating, top: int, look: Look) -> Text:
    day, level = f"{on_day(rating.rated_on):{DATE_CELLS}}", rating.level
    said = "not applicable"
    if level is not None:
        said = f"{look.levels(level, level, top)} {level}"
    by = "" if rating.is_own else f"  {rating.rater.name} ({rating.rater.kind})"
    return Text.assemble((day, "quiet"), said, (by, "quiet"))


def _hours(hours: Iterable[HoursIn], by: Stretch, look: Look) -> Iterator[Text]:
    bars = list(hours)
    most = max((each.hours for each in bars), default=0.0) or 1.0
    cells = min(WIDEST, look.width - DATE_CELLS - NUMBER_CELLS)
    for each in bars:
        name = Piece("quiet", f"{_name(each.starts_on, by):{DATE_CELLS}}")
        bar = look.bar(each.hours / most, cells)
        yield to_text((name, *bar, Piece("", f" {in_hours(each.hours)}")))


def _name(day: date, by: Stretch) -> str:
    if by is Stretch.MONTH:
        return f"{MONTHS[day.month - 1][:3]} {day.year}"
    return on_day(day)


def _lights(history: History, look: Look) -> Iterator[Text]:
    """Yield what stands behind the level of the one skill."""
    if history.lights is not None:
        yield from map(to_text, lights_lines(history.lights, look))


def _evidence(history: History, look: Look) -> Iterator[Table]:
    """Yield the timeline: what was shown, and the levels that changed with it."""
    if not history.evidence:
        return
    skills = {skill.skill: skill for skill in history.skills}
    table = _dated()
    for each in history.evidence:
        skill = skills.get(each.skill)
        about = [] if history.skill else [skill.name if skill else each.skill]
        about += [_way(skill, each.on, look)] if skill else []
        named = " ".join(filter(None, about))
        text = f"{named}: {each.text}" if named else each.text
        table.add_row(on_day(each.on), Text(text))
    yield table


def _notes(history: History) -> Iterator[Table]:
    if history.notes:
        table = _dated()
        for each in history.notes:
            table.add_row(on_day(each.on), Text(each.text))
        yield table


def _dated() -> Table:
    """Return a table of texts with their days."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, width=DATE_CELLS - 1, style="quiet")
    table.add_column(overflow="fold")
    return table


def _way(skill: SkillHistory, day: date, look: Look) -> str:
    """Return how the person's own level changed on a day; empty if it did not."""
    before = [each.level for each in skill.own if each.rated_on < day]
    now = [each.level for each in skill.own if each.rated_on == day]
    if not before or not now or before[-1] == now[-1]:
        return ""
    return f"{before[-1]} {look.arrow} {now[-1]}"
