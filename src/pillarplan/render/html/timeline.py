"""The plan over the months: a bar for each item, under the skill that it develops."""

from collections.abc import Iterator

from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import MONTHS, in_hours, on_day
from pillarplan.render.html.markup import Markup, join, percent, tag
from pillarplan.render.timeline import MonthScale, days_of, items_by_skill, scale_of

MOST_LABELS = 12
"""So many names of months fit on a telephone."""


def timeline_section(packet: Packet) -> Markup | None:
    """Return the months with a bar for each item; None if the plan is empty."""
    if not packet.roadmap.items:
        return None
    scale = scale_of(packet.roadmap, packet.profile)
    groups = items_by_skill(packet.roadmap).items()
    return tag(
        "section",
        tag("h2", "The plan over time"),
        _legend(packet),
        tag("div", _scale(scale, packet), class_="lane scale", aria_hidden="true"),
        *(_group(skill, items, scale, packet) for skill, items in groups),
        class_="timeline",
    )


def _legend(packet: Packet) -> Markup:
    bars = {
        "Learn": "bar learn",
        "Apply": "bar apply",
        "Done": "bar learn done",
        "Dropped": "bar dropped",
    }
    diamond = tag("path", d="M10 2 L16 8 L10 14 L4 8 Z", class_="rate")
    today = tag("line", x1=10, x2=10, y1=0, y2=16, class_="today")
    return tag(
        "p",
        *(_key(name, _bar("1", "18", kind, y=3)) for name, kind in bars.items()),
        _key("Rate again", diamond),
        _key(f"Today, {on_day(packet.today)}", today),
        class_="legend",
    )


def _key(name: str, mark: Markup) -> Markup:
    picture = tag("svg", mark, width=20, height=16, aria_hidden="true")
    return tag("span", picture, name)


def _bar(x: str, width: str, kind: str, *, y: float = 7) -> Markup:
    return tag("rect", x=x, y=y, width=width, height=10, rx=3, class_=kind)


def _scale(scale: MonthScale, packet: Packet) -> Markup:
    names = [
        tag(
            "text",
            str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3],
            x=percent(scale.share(day)),
            dx=3,
            y=14,
        )
        for day in scale.labelled(MOST_LABELS)
    ]
    return join([tag("span"), tag("div", tag("svg", *names), class_="track")])


def _group(
    skill: str, items: list[PlannedItem], scale: MonthScale, packet: Packet
) -> Markup:
    name = packet.skills[skill] if skill else "Also in the plan"
    days = [each.on for each in packet.roadmap.rerate if each.skill == skill]
    again = f"rate again on {on_day(days[0])}" if days else None
    diamonds = (
        tag(
            "svg",
            tag("path", d="M0 6 L7 13 L0 20 L-7 13 Z", class_="rate"),
            x=percent(scale.share(day)),
            class_="free",
        )
        for day in days
    )
    heading = tag(
        "div",
        tag("h3", name, " ", tag("small", again) if again else None),
        _track(scale, packet, *diamonds),
        class_="lane group",
    )
    rows = (tag("li", *_lane(item, scale, packet), class_="lane") for item in items)
    return join([heading, tag("ol", *rows)])


def _lane(item: PlannedItem, scale: MonthScale, packet: Packet) -> Iterator[Markup]:
    first, last = days_of(item, packet.profile)
    until = f" to {on_day(last, year=False)}" if first != last else ""
    dates = f"{on_day(first, year=False)}{until}"
    yield tag(
        "span",
        item.title,
        " ",
        tag("small", f"{dates}, {in_hours(item.hours)}, {item.state}"),
    )
    start, end = scale.share(first), scale.share_after(last)
    kind = f"bar {'apply' if item.kind == 'practice' else 'learn'} {item.state}"
    bar = _bar(percent(start), percent(end - start), kind)
    yield _track(scale, packet, bar)


def _track(scale: MonthScale, packet: Packet, *shapes: Markup) -> Markup:
    """Return one row of the grid: breaks, months, the shapes, and today."""
    grid = (_upright(scale.share(day), "month") for day in scale.months())
    today = (
        _upright(scale.share(packet.today), "today")
        if scale.holds(packet.today)
        else None
    )
    pauses = _breaks(scale, packet)
    picture = tag("svg", *pauses, *grid, *shapes, today, aria_hidden="true")
    return tag("div", picture, class_="track")


def _breaks(scale: MonthScale, packet: Packet) -> Iterator[Markup]:
    for pause in packet.roadmap.limits.availability.breaks:
        start, end = scale.share(pause.first), scale.share_after(pause.last)
        if start < end:
            yield tag(
                "rect",
                x=percent(start),
                y=0,
                width=percent(end - start),
                height="100%",
                class_="break",
            )


def _upright(share: float, kind: str) -> Markup:
    x = percent(share)
    return tag("line", x1=x, x2=x, y1=0, y2="100%", class_=kind)
