"""How ratings moved: a line for each skill that was rated on more than one day."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import on_day
from pillarplan.render.html.markup import Markup, percent, tag

HEIGHT = 60
"""Of a line's picture, in pixels."""

MARGIN = 6

Points = Mapping[date, int]
"""Levels by the day on which they were given, oldest first."""


def trend_section(packet: Packet) -> Markup | None:
    """Return the lines, longest climb first; None if nothing was rated again."""
    lines = _lines(packet)
    if not lines:
        return None
    first = min(min(points) for points in lines.values())
    targets = {gap.skill: gap.target for gap in packet.gaps}
    rows = (
        _row(packet, skill, points, targets.get(skill), first)
        for skill, points in lines.items()
    )
    return tag(
        "section",
        tag("h2", "How the levels moved"),
        tag(
            "p",
            f"From {on_day(first)} to {on_day(packet.today)}, each from "
            f"{packet.scale.ends}; the dashed line is the target.",
            class_="quiet",
        ),
        tag("ul", *rows, class_="trends"),
    )


def _lines(packet: Packet) -> dict[str, Points]:
    """Return the levels of each skill that was rated again, greatest rise first."""
    found: dict[str, dict[date, int]] = {}
    for rating in packet.profile.ratings_by_day:
        if rating.is_own and rating.level is not None:
            found.setdefault(rating.skill, {})[rating.rated_on] = rating.level
    again = {
        skill: dict(sorted(points.items()))
        for skill, points in found.items()
        if len(points) > 1
    }
    return dict(sorted(again.items(), key=lambda line: -_rise(line[1])))


def _rise(points: Points) -> int:
    levels = list(points.values())
    return levels[-1] - levels[0]


def _row(
    packet: Packet, skill: str, points: Points, target: int | None, first: date
) -> Markup:
    words = ", ".join(
        f"{level} on {on_day(day)}" for day, level in _changes(points).items()
    )
    return tag(
        "li",
        tag("b", packet.skills[skill]),
        _picture(points, target, first, packet),
        tag("small", words),
    )


def _changes(points: Points) -> Points:
    """Return the first level, those that differ from the one before, and the last."""
    kept: dict[date, int] = {}
    for day, level in points.items():
        if not kept or level != list(kept.values())[-1] or day == max(points):
            kept[day] = level
    return kept


def _picture(points: Points, target: int | None, first: date, packet: Packet) -> Markup:
    top = packet.scale.top
    return tag(
        "svg",
        _level_line(0, "edge", top),
        _level_line(top, "edge", top),
        _level_line(target, "goal", top) if target is not None else None,
        *_steps(points, first, packet.today, top),
        class_="trend",
        height=HEIGHT,
        aria_hidden="true",
    )


def _level_line(level: int, kind: str, top: int) -> Markup:
    y = _height(level, top)
    return tag("line", x1="0%", x2="100%", y1=y, y2=y, class_=kind)


def _steps(points: Points, first: date, today: date, top: int) -> Iterator[Markup]:
    """Yield a level line from each rating to the next, joined by uprights."""
    days = [*points, max(today, *points)]
    whole = max(1, (days[-1] - first).days)
    places = [percent(0.98 * (day - first).days / whole) for day in days]
    before: float | None = None
    for level, (start, end) in zip(points.values(), pairwise(places), strict=True):
        y = _height(level, top)
        if before is not None:
            yield tag("line", x1=start, x2=start, y1=before, y2=y, class_="level")
        yield tag("line", x1=start, x2=end, y1=y, y2=y, class_="level")
        yield tag("circle", cx=start, cy=y, r=2.5, class_="rated")
        before = y
    yield tag("circle", cx=places[-1], cy=before, r=4, class_="now")


def _height(level: int, top: int) -> float:
    return HEIGHT - MARGIN - level / top * (HEIGHT - 2 * MARGIN)
