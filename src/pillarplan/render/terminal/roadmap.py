"""A roadmap as a list by month: what, when, how long, and what it closes."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pillarplan.domain.plan.availability import USUAL_SHORTEST, Availability
from pillarplan.domain.plan.roadmap import PlannedItem, Roadmap, State
from pillarplan.domain.plan.waves import at_hand, by_month
from pillarplan.domain.reports.since_start import SinceStart
from pillarplan.domain.text import WEEKDAYS, counted, in_hours, on_day
from pillarplan.render.lines.later import later_lines
from pillarplan.render.lines.not_now import not_now_lines
from pillarplan.render.lines.since_start import done_before_lines, since_start_line
from pillarplan.render.look import Look
from pillarplan.render.prices import money_of

WIDEST = 100
"""Wider tables are hard to read along."""

FEW = 5
"""So many things done before are named; a page names all."""

STATE_STYLES = {
    State.PLANNED: "",
    State.STARTED: "strong",
    State.DONE: "done",
    State.DROPPED: "struck quiet",
}


def roadmap_view(
    roadmap: Roadmap,
    skills: Mapping[str, str],
    role: str,
    look: Look,
    since: SinceStart | None = None,
) -> RenderableType:
    """Return the whole roadmap; `skills` gives the name of each skill id.

    `since` is what was done over all plans, and stands apart from this one.
    """
    parts: list[RenderableType] = [*_heading(roadmap, role, look)]
    if since and (line := since_start_line(since, skills)):
        parts += [Text(""), Text(line)]
    for month, items in by_month(at_hand(roadmap)):
        parts += [Text(""), Text(month, style="strong"), _table(items, skills, look)]
    if since:
        parts += _done_before([*done_before_lines(since, roadmap)])
    parts += _rest(roadmap, skills, look)
    return Group(*parts)


def _done_before(done: list[str]) -> Iterable[RenderableType]:
    if done:
        yield from (Text(""), Text("Done before this plan", style="strong"))
        yield from (Padding(Text(line), (0, 0, 0, 2)) for line in done[-FEW:])
        if len(done) > FEW:
            yield Text(f"  and {len(done) - FEW} before: pillarplan history --entries")


def _heading(roadmap: Roadmap, role: str, look: Look) -> Iterable[Text]:
    totals = roadmap.totals
    yield Text(f"Roadmap to {role}", style="strong")
    days = f"{on_day(roadmap.starts_on)} {look.dash} {on_day(roadmap.until)}"
    facts = [
        days,
        _week_hours(roadmap.limits.availability),
        f"{in_hours(totals.hours)} in all",
        f"{counted(totals.steps, 'step')}",
    ]
    facts += _week_times(roadmap.limits.availability)
    facts += money_of(totals)
    yield Text(_in_lines(facts, look), style="quiet")


def _week_hours(availability: Availability) -> str:
    """Return the hours of an ordinary week; of how many, if some are left as air."""
    planned = f"{in_hours(availability.hours_per_week)} a week"
    if availability.fill == 1:
        return planned
    return f"{planned} ({availability.fill:.0%})"


def _week_times(availability: Availability) -> Iterable[str]:
    """Yield how long and when sessions are, as far as the person said so."""
    shortest, longest = availability.shortest_session, availability.longest_session
    if longest == shortest:
        yield f"sessions of {in_hours(shortest)}"
    elif shortest != USUAL_SHORTEST:
        to = f" to {in_hours(longest)}" if longest else " h or more"
        yield f"sessions of {shortest:g}{to}"
    elif longest:
        yield f"sessions of up to {in_hours(longest)}"
    times = _times(availability)
    zone = f" ({availability.time_zone})" if availability.time_zone else ""
    if times and len({*times}) == 1 and times[0]:
        yield f"from {times[0].replace('-', ' to ')}{zone}"
    elif any(times):
        days = zip(WEEKDAYS, times, strict=True)
        yield ", ".join(f"{day[:3]} {at}" for day, at in days if at) + zone


def _times(availability: Availability) -> tuple[str, ...]:
    """Return from when, and until when, sessions are on each weekday."""
    ends = availability.ends_at or (None,) * len(availability.starts_at)
    return tuple(
        "" if begin is None else f"{begin:%H:%M}" + (f"-{end:%H:%M}" if end else "")
        for begin, end in zip(availability.starts_at, ends, strict=True)
    )


def _in_lines(facts: Iterable[str], look: Look) -> str:
    """Join facts by dots; a line is broken between two of them only."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} {look.dot} {fact}" if lines else fact
        if lines and len(longer) <= look.width:
            lines[-1] = longer
        else:
            lines.append(fact)
    return "\n".join(lines)


def _table(
    items: Iterable[PlannedItem], skills: Mapping[str, str], look: Look
) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        show_header=False,
        padding=(0, 1, 0, 0),
        width=min(look.width, WIDEST),
    )
    table.add_column(width=1)
    table.add_column(width=15 if look.width >= 70 else 7)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", width=7)
    for item in items:
        dates = _dates(item, look)
        text = Text(item.title)
        closes = ", ".join(_steps(item, skills, look))
        over = f" over {counted(item.weeks, 'week')}" if item.weeks else ""
        text.append(f"\n{item.kind}{over}, closes {closes}", style="quiet")
        table.add_row(
            Text(look.mark(item.state)),
            Text(dates),
            text,
            Text(in_hours(item.hours)),
            style=STATE_STYLES[item.state],
        )
    return table


def _dates(item: PlannedItem, look: Look) -> str:
    first = on_day(item.starts_on, year=False)
    if look.width < 70 or item.starts_on == item.ends_on:
        return first
    return f"{first} {look.dash} {on_day(item.ends_on, year=False)}"


def _steps(item: PlannedItem, skills: Mapping[str, str], look: Look) -> Iterable[str]:
    for span in item.closes:
        name = skills.get(span.skill, span.skill)
        yield f"{name} {span.from_}{look.arrow}{span.to}"


def _rest(
    roadmap: Roadmap, skills: Mapping[str, str], look: Look
) -> Iterable[RenderableType]:
    if later := [*later_lines(roadmap, skills, look.arrow)]:
        yield from _list("Then", later, look)
    if roadmap.rerate:
        reratings = sorted(roadmap.rerate, key=lambda each: each.on)
        yield from _list(
            "Rate again",
            [f"{skills.get(r.skill, r.skill)}, {on_day(r.on)}" for r in reratings],
            look,
        )
    if roadmap.not_now:
        yield from _list("Not now", not_now_lines(roadmap, skills), look)
    if roadmap.notes:
        yield from _list("Good to know", roadmap.notes, look)


def _list(title: str, lines: Iterable[str], look: Look) -> Iterable[RenderableType]:
    yield Text("")
    yield Text(title, style="strong")
    for line in lines:
        yield Padding(Text(line), (0, 0, 0, 2))
