"""One printed side for a one-on-one, in the person's own facts and words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pillarplan.render.html.one_side import one_on_one_html
from pillarplan.render.one_on_one import LONGEST, MOST, NEED, OneOnOne
from tests.program import CheckGolden, Run

GAPS = "make-a-gap-list"
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def told(run: Run, ana: Path) -> None:
    """Ana has a name, did one thing, and keeps another to herself."""
    run("config", "set", "name", "Ana <Weber>")
    run("done", GAPS, "--hours", "2", "--applied", "Agreed the list with Jo")
    run("log", "1", "1:30")
    run("checkin", "--evidence", "writing=Quarrelled with Kim", "--private")
    run("checkin", "--note", "Tired of all this")


@pytest.mark.usefixtures("told")
def test_a_side_holds_what_was_done_shown_is_in_hand_next_and_needed(
    run: Run, check_golden: CheckGolden
) -> None:
    page = run("export", "one-on-one", "--need", "Half a day with *Sales*")

    check_golden("cli/one-on-one.md", page.stdout)


@pytest.mark.usefixtures("told")
def test_the_page_for_the_printer_says_the_same(run: Run, tmp_path: Path) -> None:
    run("export", "one-on-one", "-o", "monday.html")

    page = (tmp_path / "monday.html").read_text()
    assert "<h1>Ana &lt;Weber&gt;: on the way to Senior Product Manager</h1>" in page
    assert "Agreed the list with Jo" in page
    assert "Kim" not in page and "Tired" not in page
    assert page.count('class="pen"') == 4


@pytest.mark.usefixtures("told")
def test_pages_for_others_bear_the_name(run: Run) -> None:
    shown = "Ana \\<Weber\\>"

    assert run("export", "markdown").stdout.startswith(f"# {shown}: roadmap to Senior")
    assert run("export", "markdown", "--packet").stdout.startswith(
        f"# {shown}: roadmap"
    )
    assert run("review").stdout.startswith(f"# {shown}: review 24 Aug to 23 Nov 2026")
    assert "Ana &lt;Weber&gt;, growing into" in run("export", "html").stdout


def test_a_name_that_fits_no_line_is_refused(run: Run) -> None:
    result = run("config", "set", "name", "x" * 81)

    assert (result.exit_code, "80 characters" in result.stderr) == (2, True)


def test_a_side_with_much_to_tell_is_cut(run: Run, ana: Path) -> None:
    needs = [part for number in range(9) for part in ("--need", f"{number} " * 90)]

    page = run("export", "one-on-one", *needs).stdout.partition(f"## {NEED}")[2]

    assert page.count("- ") == MOST + 1
    assert "- and 6 more" in page


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
@pytest.mark.slow
def test_the_longest_page_is_printed_on_one_sheet(tmp_path: Path) -> None:
    line = ("Wonderfully " * 20)[:LONGEST]
    sections = tuple(
        (f"Heading {n}", (line,) * MOST + ("and 9 more",)) for n in range(5)
    )
    side = OneOnOne(title=line[:100], dates="26 Nov 2026", sections=sections)
    (tmp_path / "side.html").write_text(one_on_one_html(side))

    subprocess.run(
        [
            *(str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--print-to-pdf={tmp_path / 'side.pdf'}", f"{tmp_path / 'side.html'}"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )

    pages = re.findall(rb"/Type\s*/Page[^s]", (tmp_path / "side.pdf").read_bytes())
    assert len(pages) == 1
