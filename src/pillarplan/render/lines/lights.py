"""What stands behind a level: a light a line, with its receipts."""

from collections.abc import Iterator

from pillarplan.domain.habit.lights import LASTING, Backing, Light, Lights, Receipt
from pillarplan.domain.text import on_day, wrapped
from pillarplan.render.look import Look
from pillarplan.render.pieces import Line, Piece

NAMES = {
    Backing.SAID: "said",
    Backing.DONE: "done",
    Backing.SEEN: "seen",
    Backing.STILL: "still true",
}

MISSING = {
    Backing.SAID: "nobody said it",
    Backing.DONE: "no practice for it is done with something to show",
    Backing.SEEN: "nobody else has seen it: pillarplan feedback",
    Backing.STILL: f"not said or seen again {LASTING.days} days later",
}
"""What would light each."""

INDENT = 15
"""Columns before what a light says."""


def lights_lines(lights: Lights, look: Look) -> Iterator[Line]:
    """Yield a line for each light, and one for each of its receipts."""
    yield (Piece("strong", f"Behind level {lights.level}"),)
    for light in lights.lights:
        yield from _light(light, look)


def _light(light: Light, look: Look) -> Iterator[Line]:
    on, off = "●○" if look.unicode else "*-"
    name = f"  {on if light.is_on else off} {NAMES[light.backing]:<{INDENT - 4}}"
    said = [*_said(light, look)]
    for number, line in enumerate(said):
        style = "done" if light.is_on else "quiet"
        yield (Piece(style, name if not number else " " * INDENT), *line)


def _said(light: Light, look: Look) -> Iterator[Line]:
    if not light.is_on:
        for line in _fitting(MISSING[light.backing], look.width - INDENT):
            yield (Piece("quiet", line),)
    for receipt in light.receipts:
        entry = f"  {receipt.entry}" if receipt.entry else ""
        lines = _fitting(_receipt(receipt), look.width - INDENT - len(entry))
        yield (Piece("", lines[0]), Piece("quiet", entry))
        yield from ((Piece("", line),) for line in lines[1:])


def _receipt(receipt: Receipt) -> str:
    day = on_day(receipt.on)
    if receipt.level is not None:
        by = f" by {receipt.by}" if receipt.by else ""
        return f"{day}: level {receipt.level}{by}"
    return f"{day}: {receipt.text}"


def _fitting(text: str, width: int) -> list[str]:
    return wrapped(text, max(width, 20)).split("\n")
