"""Two plans in numbers, one below the other."""

from collections.abc import Iterator, Sequence

from pillarplan.domain.plan.outlook import Outlook
from pillarplan.domain.plan.roadmap import Roadmap, Totals
from pillarplan.domain.text import in_hours, on_day
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece

HEADINGS = ("", "ends", "steps", "items", "hours", "at most")

GAP = "  "


def total_lines(outlook: Outlook, width: int, look: Look) -> Iterator[Line]:
    """Yield the present plan and the tuned one in numbers, as many as fit."""
    now = _numbers("now", outlook.present, look) if outlook.present else None
    new = _numbers("new", outlook.roadmap, look) if outlook.roadmap else None
    rows = [row for row in (now, new) if row]
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(HEADINGS, *rows, strict=True)]
    while sum(widths) + len(GAP) * len(widths) > width:
        widths.pop()
    yield _line(HEADINGS, widths, ["quiet"] * len(HEADINGS))
    if now:
        yield _line(now, widths, ["quiet"] * len(now))
    if new:
        same = [now is not None and now[n] == new[n] for n in range(len(new))]
        styles = ["" if each else "strong" for each in same]
        yield _line(new, widths, ["", *styles[1:]])


def _numbers(name: str, roadmap: Roadmap, look: Look) -> tuple[str, ...]:
    items = [*roadmap.open_items()]
    end = max((item.ends_on for item in items), default=None)
    none = look.dash
    totals = roadmap.totals
    return (
        name,
        on_day(end) if end else none,
        str(totals.steps),
        str(len(items)),
        in_hours(totals.hours),
        _money(totals),
    )


def _money(totals: Totals) -> str:
    """Return what a plan costs, as far as that is known."""
    if not totals.money:
        return "unknown" if totals.open_prices else "no cost"
    return f"{totals.money:,g} USD{' and more' * bool(totals.open_prices)}"


def _line(cells: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> Line:
    return tuple(
        piece
        for number, width in enumerate(widths)
        for piece in (
            Piece("", GAP),
            Piece(styles[number], cells[number].rjust(width)),
        )
    )
