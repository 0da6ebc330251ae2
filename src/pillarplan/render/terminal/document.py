"""A Markdown page as a terminal shows it."""

from typing import ClassVar

from rich.console import RenderableType
from rich.markdown import Heading, Markdown
from rich.padding import Padding

from pillarplan.render.look import Look

WIDEST = 88
"""Wider lines are hard to read."""


class _Heading(Heading):
    """A heading that begins where the text begins."""

    LEVEL_ALIGN: ClassVar = {}


class _Page(Markdown):
    """Markdown with our headings."""

    elements: ClassVar = Markdown.elements | {"heading_open": _Heading}


def document_view(page: str, look: Look) -> RenderableType:
    """Return a page in Markdown, laid out; its links lead where they say."""
    return Padding(_Page(page), (0, max(0, look.width - WIDEST), 0, 0))
