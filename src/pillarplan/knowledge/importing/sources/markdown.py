"""Markdown in its pieces (CommonMark, with tables), and what one reads of a line."""

from collections.abc import Sequence
from typing import Any

LONGEST_MARKED = 2_000
"""In characters.  The parser's time grows with the square of a line that is all marks;
in what is longer, marks stay as they are written."""

BREAKS = ("<br>", "<br/>", "<br />")
"""How a cell of a table breaks its lines."""


def parse_page(page: str) -> Sequence[Any]:
    """Return the tokens of a page, those of lines with what they consist of."""
    # Imported here, since only pages need it.
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable("table")
    reader.core.ruler.enableOnly(["normalize", "block"])
    tokens = reader.parse(page)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= LONGEST_MARKED:
            token.children = []
            reader.inline.parse(token.content, reader, {}, token.children)
    return tokens


def shown(token: Any) -> str:
    """Return what one reads of a line, without bold type, links and such."""
    if not token.children:
        return str(token.content)
    return "".join(map(_piece, token.children)).strip()


def _piece(token: Any) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return str(token.content)
    if token.type == "softbreak":
        return " "
    is_break = token.type == "hardbreak" or token.content.lower() in BREAKS
    return "\n" if is_break else ""
