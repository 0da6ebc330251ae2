"""The top of a roadmap: for what, how far, how long, and what it takes."""

from collections.abc import Iterable
from datetime import date

from rich.text import Text

from pillarplan.domain.plan.availability import USUAL_SHORTEST, Availability
from pillarplan.domain.plan.roadmap import Roadmap, State
from pillarplan.domain.text import WEEKDAYS, counted, in_hours, on_day
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece
from pillarplan.render.prices import money_of
from pillarplan.render.terminal.theme import to_text

BAR = 16
"""Columns of the bar of progress."""


def heading(
    roadmap: Roadmap, role: str, today: date, look: Look, width: int
) -> Iterable[Text]:
    """Yield the title with the progress, the way to the last day, and the facts."""
    yield from _title(roadmap, role, look, width)
    yield _way(roadmap, today, look, width)
    totals = roadmap.totals
    facts = [
        _week_hours(roadmap.limits.availability),
        f"{in_hours(totals.hours)} in all",
        f"{counted(totals.steps, 'step')}",
    ]
    facts += _week_times(roadmap.limits.availability)
    facts += money_of(totals)
    yield Text(_in_lines(facts, look, width), style="quiet")


def _title(roadmap: Roadmap, role: str, look: Look, width: int) -> Iterable[Text]:
    done, total = (
        sum(item.state is State.DONE for item in roadmap.items),
        len(roadmap.items),
    )
    title = Text.assemble(("Roadmap", "strong"), " to ", (role, "strong"))
    count = f" {done} of {counted(total, 'item')}"
    progress: Line = (*look.bar(done / total if total else 0, BAR, "done"),)
    progress = (*progress, Piece("", count))
    gap = width - title.cell_len - BAR - len(count)
    if gap < 2:
        yield from (title, to_text(progress))
    else:
        yield title.append(" " * gap).append(to_text(progress))


def _way(roadmap: Roadmap, today: date, look: Look, width: int) -> Text:
    """Return the way from the first day to the last, and where today is on it."""
    first, last = f"{on_day(roadmap.starts_on)} ", f" {on_day(roadmap.until)}"
    now = f"  today, {on_day(today, year=False)}"
    days = (roadmap.until - roadmap.starts_on).days or 1
    cells = width - len(first) - len(last) - len(now)
    bar = look.bar((today - roadmap.starts_on).days / days, cells)
    return to_text(
        (Piece("quiet", first), *bar, Piece("quiet", last), Piece("learn", now))
    )


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


def _in_lines(facts: Iterable[str], look: Look, width: int) -> str:
    """Join facts by dots; a line is broken between two of them only."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} {look.dot} {fact}" if lines else fact
        if lines and len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(fact)
    return "\n".join(lines)
