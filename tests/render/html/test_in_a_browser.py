"""The page in a real browser: by day, by night, at all widths, and on paper."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pillarplan.domain.reports.packet import Packet
from pillarplan.render.html.page import roadmap_html
from tests.render.html.pages import hostile_page, told
from tests.tools import call, find

LOOK = Path(__file__).parents[2] / "clients" / "page" / "look.cjs"


@pytest.mark.slow
@pytest.mark.parametrize("plan", [told, hostile_page])
def test_a_browser_finds_no_fault(plan: Callable[[], Packet], tmp_path: Path) -> None:
    page, pdf = tmp_path / "roadmap.html", tmp_path / "roadmap.pdf"
    page.write_text(roadmap_html(plan()), encoding="utf-8")

    seen = look_at(page, pdf)

    assert seen == {
        "invalid": [],
        "faults": [],
        "complaints": [],
        "overflow": [],
        "requests": [],
        "papers": {"light": "rgb(251, 250, 247)", "dark": "rgb(19, 22, 26)"},
    }
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_browser_would_see_faults(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!DOCTYPE html>\n<html><body><p style='color: #eee; width: 3000px'>Pale"
        "<script>console.log(1)</script><img src='missing.png'>"
    )

    seen = look_at(page, tmp_path / "bad.pdf")

    assert [name for name, faults in seen.items() if faults] == [
        *("invalid", "faults", "complaints", "overflow", "papers", "requests")
    ]


def look_at(page: Path, pdf: Path) -> Any:
    node, chromium = find("node"), find("chromium")
    if call(node, "-p", "try{require.resolve('playwright-core')}catch{''}") == "\n":
        find("playwright-core")
    return json.loads(call(node, LOOK, chromium, page, pdf))
