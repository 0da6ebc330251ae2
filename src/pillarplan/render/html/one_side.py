"""The side for a one-on-one as a page that prints on one sheet, A4 or Letter."""

from pillarplan.render.html.markup import Markup, tag
from pillarplan.render.html.page import policy
from pillarplan.render.one_on_one import OneOnOne

STYLE = """
@page { margin: 15mm }
:root { color-scheme: light dark; font: 11pt/1.45 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 }
h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem }
p { margin: .2rem 0; opacity: .75 }
ul { margin: 0; padding-left: 1.2rem }
.pen { height: 1.9rem; border-bottom: 1px solid; opacity: .5 }
@media print {
  :root { font-size: 10pt; line-height: 1.35 }
  body { margin: 0; max-width: none }
}
"""

PEN_LINES = 4


def one_on_one_html(side: OneOnOne) -> str:
    """Return the page; an empty section has lines for the pen."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(STYLE)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", side.title),
        tag("style", Markup(STYLE)),
    )
    sections = (_section(heading, lines) for heading, lines in side.sections)
    body = tag("body", tag("h1", side.title), tag("p", side.dates), *sections)
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}"


def _section(heading: str, lines: tuple[str, ...]) -> Markup:
    rows = tag("ul", *(tag("li", line) for line in lines)) if lines else None
    pen = () if lines else (tag("div", class_="pen") for _ in range(PEN_LINES))
    return tag("section", tag("h2", heading), rows, *pen)
