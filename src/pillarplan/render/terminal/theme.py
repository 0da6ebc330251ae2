"""The palette as Rich takes it."""

from collections.abc import Iterable, Iterator

from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from pillarplan.render.palette import PALETTE, WEIGHTS
from pillarplan.render.pieces import Piece


def style_of(style: str, link: str = "") -> Style:
    """Return a style of the palette, with where it leads."""
    return Style.parse(" ".join(map(_rich, style.split()))) + Style(link=link or None)


def to_text(line: Iterable[Piece]) -> Text:
    """Return a line of styled pieces as Rich's text."""
    return Text.assemble(*((p.text, style_of(p.style, p.link)) for p in line))


def _rich(word: str) -> str:
    if word in WEIGHTS:
        return WEIGHTS[word][0]
    return PALETTE[word].colour.replace(" ", "_")


def _styles() -> Iterator[str]:
    for word in (*PALETTE, *WEIGHTS):
        yield word
        yield from (f"{weight} {word}" for weight in WEIGHTS if weight != word)


MARKDOWN = {
    "h1": "strong learn",
    "h2": "strong",
    "h3": "strong quiet",
    "block_quote": "quiet",
    "code": "learn",
    "code_block": "learn",
    "hr": "quiet",
    "item.bullet": "quiet",
    "item.number": "quiet",
    "link": "learn link",
    "link_url": "learn link",
    "list": "",
    "table.border": "quiet",
    "table.header": "quiet",
}
"""What Rich draws of a page in Markdown, in words of the palette."""

THEME = Theme(
    {style: style_of(style) for style in _styles()}
    | {f"markdown.{name}": style_of(style) for name, style in MARKDOWN.items()}
)
"""Each word of the palette, alone and with a weight before it: ``strong learn``."""
