"""The side for a one-on-one as a Markdown page."""

from pillarplan.render.one_on_one import OneOnOne
from pillarplan.render.pages.markdown import bullet, escape

ROOM = ("…", "…")
"""Lines to fill in."""


def one_on_one_page(side: OneOnOne) -> str:
    """Return the page; an empty section has lines to fill in."""
    parts = [f"# {escape(side.title)}", escape(side.dates)]
    for heading, lines in side.sections:
        rows = "\n".join(bullet(escape(line)) for line in lines or ROOM)
        parts.append(f"## {heading}\n\n{rows}")
    return "\n\n".join(parts) + "\n"
