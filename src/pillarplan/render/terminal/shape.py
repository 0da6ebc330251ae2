"""The shape of the pillars: the mean level of each, against its target."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from pillarplan.domain.knowledge.scale import Scale
from pillarplan.domain.reports.shape import PillarShape
from pillarplan.domain.text import wrapped
from pillarplan.render.look import Look
from pillarplan.render.terminal.columns import to_columns

LABEL_SHARE = 0.35
"""How much of the width the names of the pillars get."""

NUMBERS = 22
"""Columns for the numbers behind a bar: `` 1.5 of 2.8, was 1.0``, and blanks."""

WIDEST = 50
"""Longer bars say no more."""


def shape_view(
    shapes: Iterable[PillarShape],
    pillars: Mapping[str, str],
    role: str,
    scale: Scale,
    look: Look,
) -> RenderableType:
    """Return a bar for each pillar: reached, still wanted, beyond; and last time."""
    label = int(look.width * LABEL_SHARE)
    cells = min(WIDEST, look.width - label - NUMBERS)
    rows = (
        _row(shape, pillars[shape.pillar], label, cells, scale.top, look)
        for shape in shapes
    )
    return Group(
        Text(f"Shape against {role}", style="strong"),
        Text(""),
        *rows,
        Text(""),
        *_legend(scale, look),
    )


def _row(
    shape: PillarShape, name: str, label: int, cells: int, top: int, look: Look
) -> RenderableType:
    line = Text.assemble(to_columns(Text(name), label - 1, look), " ")
    if shape.current is None or shape.target is None:
        return line.append("not rated", style="quiet")
    line.append(_bar(shape.current, shape.target, cells, top, look))
    line.append(f" {shape.current:.1f} of {shape.target:.1f}")
    if shape.before is not None:
        line.append(f", was {shape.before:.1f}", style="quiet")
    return line


def _bar(current: float, target: float, cells: int, top: int, look: Look) -> Text:
    reached, wanted, beyond = _marks(look)
    filled = round(current / top * cells)
    aim = max(filled, round(target / top * cells))
    return Text.assemble(
        (reached * filled, "learn"),
        (wanted * (aim - filled), "apply"),
        (beyond * (cells - aim), "quiet"),
    )


def _marks(look: Look) -> tuple[str, str, str]:
    return ("━", "╌", "·") if look.unicode else ("=", "-", ".")


def _legend(scale: Scale, look: Look) -> Iterator[Text]:
    reached, wanted, beyond = _marks(look)
    yield Text.assemble(
        (reached * 2, "learn"),
        (" reached  ", "quiet"),
        (wanted * 2, "apply"),
        (f" wanted  {beyond * 2} beyond", "quiet"),
    )
    means = f"Means of the rated skills, from {scale.ends}."
    yield Text(wrapped(means, look.width), style="quiet")
