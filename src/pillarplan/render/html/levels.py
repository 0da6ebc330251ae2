"""Levels as marks on a line from 0 to the top: now, last time, and the target.

The marks differ in form, not only in colour: a disc, a ring and an upright bar.
Positions are percentages, so that a picture takes the width that it is given while its
marks and letters keep their size.
"""

from collections.abc import Iterator

from pillarplan.render.html.markup import Markup, join, percent, tag

MARGIN = 0.05
"""Room for half a mark at both ends of the line, as a share of its width."""

STRIP_HEIGHT = 22


def place(level: float, top: int) -> str:
    """Return where a level is on the line."""
    return percent(MARGIN + level / top * (1 - 2 * MARGIN))


def marks(
    y: float,
    current: float | None,
    target: float | None,
    before: float | None,
    top: int,
) -> Markup:
    """Return the line at height `y` with the marks of the levels that are known."""
    return join(_marks(y, current, target, before, top))


def strip(current: int | None, target: int, before: int | None, top: int) -> Markup:
    """Return a picture of one skill; the numbers must stand beside it."""
    return tag(
        "svg",
        marks(STRIP_HEIGHT / 2, current, target, before, top),
        class_="strip",
        height=STRIP_HEIGHT,
        aria_hidden="true",
    )


def ruler(top: int) -> Markup:
    """Return the numbers of the levels, to stand above strips."""
    names = (
        tag("text", str(level), x=place(level, top), y=14, text_anchor="middle")
        for level in range(top + 1)
    )
    return tag("svg", *names, class_="strip ruler", height=20, aria_hidden="true")


def legend(*, before: bool) -> Markup:
    """Return what the marks mean, as text with a small picture each."""
    entries = [("Now", _disc("50%", 8))]
    if before:
        entries.append(("Last time", _ring("50%", 8)))
    entries.append(("Target", _bar("50%", 8)))
    return tag("p", *(_key(name, mark) for name, mark in entries), class_="legend")


def _key(name: str, mark: Markup) -> Markup:
    picture = tag("svg", mark, width=16, height=16, aria_hidden="true")
    return tag("span", picture, name)


def _marks(
    y: float,
    current: float | None,
    target: float | None,
    before: float | None,
    top: int,
) -> Iterator[Markup]:
    yield _line(0, top, y, "track", top)
    for level in range(top + 1):
        yield tag("circle", cx=place(level, top), cy=y, r=1.5, class_="dot")
    if current is not None and target is not None and current < target:
        yield _line(current, target, y, "way", top)
    if current is not None and before is not None and before != current:
        yield _line(before, current, y, "moved", top)
        yield _ring(place(before, top), y)
    if target is not None:
        yield _bar(place(target, top), y)
    if current is not None:
        yield _disc(place(current, top), y)


def _line(start: float, end: float, y: float, kind: str, top: int) -> Markup:
    ends = {"x1": place(start, top), "x2": place(end, top)}
    return tag("line", **ends, y1=y, y2=y, class_=kind)


def _disc(x: str, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=5.5, class_="now")


def _ring(x: str, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=4.5, class_="before")


def _bar(x: str, y: float) -> Markup:
    return tag("line", x1=x, x2=x, y1=y - 8, y2=y + 8, class_="target")
