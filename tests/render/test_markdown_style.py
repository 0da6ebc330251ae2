"""Every Markdown page is what linters of Markdown ask for, whatever texts it holds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pillarplan.domain.person.rating import Rater
from pillarplan.domain.reports.packet import Packet
from pillarplan.domain.text import one_line
from pillarplan.render.lists.obsidian import obsidian_note
from pillarplan.render.pages.feedback_section import feedback_page
from pillarplan.render.pages.markdown import roadmap_page
from pillarplan.render.pages.packet_page import packet_page
from pillarplan.render.pages.review import review_page
from tests.render.packets import HOSTILE, MADE_ON, hostile, ordinary
from tests.render.pages.test_packet_page import SCALE, asked
from tests.render.pages.test_review import QUIET, eventful
from tests.scales import FIVE
from tests.tools import call, find

RULES = Path(__file__).parents[1] / "clients" / "markdown" / "rules.jsonc"


# GitHub links e-mail addresses whatever one writes: see
# pillarplan.render.pages.markdown.
LINES = tuple(one_line(text, 200).replace("@example.org", "") for text in HOSTILE)
"""As they are after they were read from a file or the journal."""


def packet(plan: Packet) -> str:
    texts = [asked(f"skill-{place}", text) for place, text in enumerate(LINES)]
    return packet_page(plan, texts, notes=True)


PAGES: dict[str, Callable[[], str]] = {
    "roadmap": lambda: roadmap_page(ordinary()),
    "roadmap-hostile": lambda: roadmap_page(hostile(LINES)),
    "packet": lambda: packet_page(ordinary(), [asked()], notes=True),
    "packet-hostile": lambda: packet(hostile(LINES)),
    "form": lambda: feedback_page([asked()], SCALE, None, MADE_ON),
    "form-hostile": lambda: feedback_page(
        [asked(f"skill-{place}", text) for place, text in enumerate(LINES)],
        SCALE,
        Rater(name=LINES[0]),
        MADE_ON,
    ),
    "review": lambda: review_page(eventful(), FIVE),
    "review-quiet": lambda: review_page(QUIET, FIVE),
    "review-hostile": lambda: "".join(_hostile_reviews()),
    "obsidian": lambda: obsidian_note(ordinary()),
}


def _hostile_reviews() -> Iterator[str]:
    for place, text in enumerate(LINES):
        page = review_page(eventful(text), FIVE)
        # One page for all, since starting the linter takes longer than linting.
        yield (
            page
            if not place
            else page.partition("\n")[2].replace("## ", f"## {place} ")
        )


def lint(folder: Path, exit_code: int = 0) -> str:
    markdownlint = find("markdownlint")
    return call(markdownlint, "--config", RULES, folder, exit_code=exit_code)


def test_markdownlint_has_nothing_against_any_page(tmp_path: Path) -> None:
    for name, write in PAGES.items():
        (tmp_path / f"{name}.md").write_text(write(), encoding="utf-8")

    assert lint(tmp_path) == ""


@pytest.mark.parametrize("text", ["# One\n# Two\n", "# One\n\n- a\n\n\n\n* b \n"])
def test_markdownlint_would_see_faults(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.md").write_text(text)

    assert lint(tmp_path, exit_code=1) == ""
