"""Building HTML in which every text is escaped unless it says that it is markup.

Elements are functions of the standard library's `html.escape`, because a template
engine would cost more to import than the whole page takes to make.
"""

import re
from collections.abc import Iterable
from html import escape

from pillarplan.domain.text import LINK, is_safe

SAFE_LINK = re.compile(LINK)

VOID = frozenset({"meta", "link", "br"})
"""Elements that have no content and no end (HTML 13.1.2)."""

INLINE = frozenset(
    {"a", "b", "code", "dt", "em", "small", "span", "strong", "text", "th", "time"}
)
"""Elements after which the source goes on in the same line."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(
    name: str, /, *children: str | None, **attributes: str | float | None
) -> Markup:
    """Return an element; children are escaped unless they are `Markup`.

    Attributes are spelt as in Python: ``class_`` is ``class``, ``stroke_width`` is
    ``stroke-width``.  A child or an attribute that is None is left out.
    """
    start = name + "".join(
        f' {spelt.rstrip("_").replace("_", "-")}="{escape(_clean(str(value)))}"'
        for spelt, value in attributes.items()
        if value is not None
    )
    end = "" if name in INLINE else "\n"
    if name in VOID:
        return Markup(f"<{start}>{end}")
    return Markup(f"<{start}>{join(children)}</{name}>{end}")


def join(children: Iterable[str | None]) -> Markup:
    """Return all children in a row, each escaped unless it is `Markup`."""
    return Markup("".join(_content(child) for child in children if child is not None))


def link(address: str, text: str) -> Markup:
    """Return `text` as a link, or as text only if the address is not safe to open."""
    if not SAFE_LINK.fullmatch(address):
        return tag("span", text)
    return tag("a", text, href=address, rel="noreferrer")


def percent(share: float) -> str:
    """Return a share of the whole as an SVG length, so that pictures fit any width."""
    return f"{100 * share:.2f}%"


def _content(child: str) -> str:
    return child if isinstance(child, Markup) else escape(_clean(child))


def _clean(text: str) -> str:
    """Return `text` without what HTML may not hold (13.5), or what turns other text."""
    if text.isprintable():
        return text
    spaced = "".join(" " if character.isspace() else character for character in text)
    return "".join(filter(is_safe, spaced))
