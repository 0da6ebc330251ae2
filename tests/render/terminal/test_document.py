"""A page in Markdown, laid out in a terminal."""

import io

from rich.console import Console

from pillarplan.render.look import Look
from pillarplan.render.terminal.document import document_view
from pillarplan.render.terminal.theme import THEME
from tests.render.terminal.drawing import drawn

PAGE = """\
# Review

On the way to **Senior PM**, with [Getting to Yes](https://example.org/yes).

## Learned

- Said no, *kindly*
- [x] Wrote it down
"""


def test_a_page_is_laid_out_without_its_marks() -> None:
    text = drawn(document_view(PAGE, Look(unicode=True, width=60)), 60)

    assert text == (
        "Review\n\n"
        "On the way to Senior PM, with Getting to Yes.\n\n"
        "Learned\n\n"
        " • Said no, kindly\n"
        " • [x] Wrote it down\n"
    )


def test_its_links_lead_where_they_say_and_nothing_is_dim() -> None:
    console = Console(
        file=io.StringIO(), theme=THEME, force_terminal=True, color_system="standard"
    )

    with console.capture() as capture:
        console.print(document_view(PAGE, Look(unicode=True)))

    assert ";https://example.org/yes\x1b\\\x1b[4;36mGetting to Yes" in capture.get()
    assert "\x1b[2" not in capture.get()
