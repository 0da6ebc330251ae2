"""The shape of the pillars: one picture, and its numbers in a table beside it."""

from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.reports.shape import PillarShape, find_shape, levels_before
from pillarplan.render.html.levels import legend, marks, place, ruler
from pillarplan.render.html.markup import Markup, join, tag

ROW = 50
"""Height of a pillar in the picture, in pixels."""

LONGEST = 40
"""Letters of a name in the picture; the table has it in full."""

NONE = "\N{EN DASH}"


def shape_section(packet: Packet) -> Markup | None:
    """Return the mean levels as a picture and as a table; None without pillars."""
    shapes = find_shape(packet.gaps, packet.pillars, levels_before(packet.profile))
    if not shapes:
        return None
    moved = any(shape.before is not None for shape in shapes)
    return tag(
        "section",
        tag("h2", "The shape"),
        tag(
            "div",
            tag(
                "figure",
                legend(before=moved),
                ruler(packet.scale.top),
                _picture(shapes, packet),
            ),
            _table(shapes, packet, moved),
            class_="beside",
        ),
        tag(
            "p",
            "Means over the rated skills of each pillar, from "
            f"{packet.scale.spoken(0)} to {packet.scale.spoken(packet.scale.top)}. "
            "A compass, not a score.",
            class_="quiet",
        ),
    )


def _picture(shapes: tuple[PillarShape, ...], packet: Packet) -> Markup:
    rows = (
        join([_name(shape, number, packet), _marks(shape, number, packet)])
        for number, shape in enumerate(shapes)
    )
    spoken = "; ".join(_sentence(shape, packet) for shape in shapes)
    return tag(
        "svg",
        tag("title", "Levels of the pillars", id="shape-title"),
        tag("desc", f"{spoken}.", id="shape-desc"),
        *rows,
        class_="shape",
        height=ROW * len(shapes),
        role="img",
        aria_labelledby="shape-title shape-desc",
    )


def _name(shape: PillarShape, number: int, packet: Packet) -> Markup:
    name, start = packet.pillars[shape.pillar], place(0, packet.scale.top)
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return tag("text", short, x=start, y=ROW * number + 18)


def _marks(shape: PillarShape, number: int, packet: Packet) -> Markup:
    levels, top = (shape.current, shape.target, shape.before), packet.scale.top
    return marks(ROW * number + 34, *levels, top)


def _sentence(shape: PillarShape, packet: Packet) -> str:
    name = packet.pillars[shape.pillar]
    if shape.current is None:
        return f"{name}: not rated"
    before = f", last time {shape.before:.1f}" if shape.before is not None else ""
    return f"{name}: now {shape.current:.1f}, target {shape.target:.1f}{before}"


def _table(shapes: tuple[PillarShape, ...], packet: Packet, moved: bool) -> Markup:
    before = [_heading("Last time")] if moved else []
    head = tag(
        "tr",
        tag("th", "Pillar", scope="col"),
        *before,
        _heading("Now"),
        _heading("Target"),
        _heading("Rated"),
    )
    rows = (_row(shape, packet, moved) for shape in shapes)
    return tag("table", tag("thead", head), tag("tbody", *rows))


def _row(shape: PillarShape, packet: Packet, moved: bool) -> Markup:
    return tag(
        "tr",
        tag("th", packet.pillars[shape.pillar], scope="row"),
        _number(shape.before) if moved else None,
        _number(shape.current),
        _number(shape.target),
        tag("td", f"{shape.rated} of {shape.skills}", class_="number"),
    )


def _heading(name: str) -> Markup:
    return tag("th", name, scope="col", class_="number")


def _number(mean: float | None) -> Markup:
    text = NONE if mean is None else f"{mean:.1f}"
    return tag("td", text, class_="number")
