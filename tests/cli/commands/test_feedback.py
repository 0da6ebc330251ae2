"""Feedback, history, review and the packet, as they are typed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.walking import DATA
from tests.program import Run

FORM = str(DATA / "feedback" / "form.yaml")


@pytest.mark.usefixtures("ana")
def test_a_packet_comes_back_once(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "dana.md"
    run("export", "markdown", "--packet", "-o", str(page))
    text = page.read_text()
    page.write_text(text.replace("- negotiation [ ]:", "- negotiation [3]: Cut scope."))
    call = ("feedback", "import", str(page), "--as", "Dana", "--rater", "manager")

    first, again = run(*call), run(*call)

    assert first.stdout == "Recorded 1 rating by Dana (manager).\n"
    assert again.stdout == (
        "Everything that Dana (manager) says was recorded before; nothing changed.\n"
    )
    shown = json.loads(run("feedback", "show", "--json").stdout)
    (views,) = shown["skills"]
    assert (views["skill"], views["difference"]) == ("negotiation", 2)
    assert views["others"][0]["evidence"] == "Cut scope."


@pytest.mark.usefixtures("ana")
def test_words_on_an_item_stand_beside_it(run: Run, tmp_path: Path) -> None:
    item = json.loads(run("next", "--json").stdout)["item"]
    page = run("export", "markdown", "--packet").stdout
    words = "Chapter 3 first; skip the rest."
    (tmp_path / "dana.md").write_text(
        page.replace(f"\n- {item}:", f"\n- {item}: {words}")
    )

    done = run("feedback", "import", "dana.md", "--as", "Dana", "--rater", "manager")

    assert done.stdout == "Recorded words on 1 item by Dana (manager).\n"
    assert done.stderr == f"See them: pillarplan explain {item}\n"
    assert f"Dana: {words}\n" in run("next").stdout
    assert f"  Dana: {words}\n" in run("explain", item).stdout
    (advice,) = json.loads(run("next", "--json").stdout)["advice"]
    assert (advice["rater"]["name"], advice["text"]) == ("Dana", words)
    assert words not in run("export", "markdown", "--packet").stdout
    told = run("export", "markdown", "--packet", "--with-notes").stdout
    assert words in told
    assert "Dana (manager), *" in told


@pytest.mark.usefixtures("ana")
def test_notes_and_names_are_in_a_packet_only_if_asked_for(run: Run) -> None:
    run("checkin", "--note", "A private note", "--evidence", "negotiation=Cut scope")
    run("feedback", "import", FORM)

    plain = run("export", "markdown", "--packet").stdout
    full = run("export", "markdown", "--packet", "--with-notes").stdout

    assert "Cut scope" in plain
    assert "private note" not in plain
    assert "Dana" not in plain
    assert "private note" in full
    assert "Dana (manager)" in full


@pytest.mark.usefixtures("ana")
def test_the_ending_of_a_file_says_what_form_it_is(run: Run, tmp_path: Path) -> None:
    for name in ("form.md", "FORM.TXT", "form.yaml", "form"):
        assert run("feedback", "request", "-o", name).stderr == (
            f"Wrote {name}.\nWhen it comes back: pillarplan feedback import FILE\n"
        )

    page = (tmp_path / "form.md").read_text()
    form = (tmp_path / "form.yaml").read_text()
    assert page.startswith("# How do you see me at work?\n")
    assert form.startswith("# How do you see me at work?")
    assert (tmp_path / "FORM.TXT").read_text() == page
    assert (tmp_path / "form").read_text() == form
    assert run("feedback", "request", "--markdown").stdout == page
    assert run("feedback", "request").stdout == form


@pytest.mark.usefixtures("ana")
def test_a_page_that_was_filled_in_and_signed_comes_back(
    run: Run, tmp_path: Path
) -> None:
    page = run("feedback", "request", "--core", "--markdown").stdout
    page = page.replace("Your name:", "Your name: Kim").replace("ux [ ]:", "ux [4]:")
    (tmp_path / "kim.txt").write_bytes(page.replace("\n", "\r\n").encode("utf-8-sig"))

    done = run("feedback", "import", "kim.txt")

    assert done.stdout == "Recorded 1 rating by Kim (peer).\n"


@pytest.mark.usefixtures("ana")
def test_a_form_can_be_read_from_standard_input(run: Run) -> None:
    done = run("feedback", "import", "-", stdin=Path(FORM).read_text())

    assert done.stdout == "Recorded 2 ratings by Dana (manager).\n"
    assert done.stderr == "Compare: pillarplan feedback show\n"


@pytest.mark.usefixtures("ana")
def test_a_form_that_is_wrong_is_told_with_file_line_and_column(
    run: Run, tmp_path: Path
) -> None:
    form = tmp_path / "form.yaml"
    form.write_text(run("feedback", "request").stdout)

    done = run("feedback", "import", "form.yaml")

    assert (done.exit_code, done.stdout) == (4, "")
    assert "form.yaml:18:9: write your name between the quotes\n" in done.stderr


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (("export", "markdown", "--with-notes"), "--with-notes goes with --packet."),
        (("export", "sqlite", "-o", "-"), "Name a file: -o FILE"),
        (("feedback", "request", "--core", "--all"), "Choose one of --core and --all."),
        (("feedback", "import", FORM, "--rater", "peer"), "--rater goes with --as"),
        (("feedback", "request", "--rater", "self"), "Feedback comes from a manager"),
        (("review", "--month", "--quarter"), "Choose one of --quarter, --month"),
        (("review", "--week", "--since", "2026-11-20"), "--week and --since"),
        (("review", "--since", "2026-11-24"), "2026-11-24 is still to come"),
        (("history", "negotation"), "Did you mean negotiation"),
    ],
)
def test_what_does_not_fit_is_refused(
    run: Run, call: tuple[str, ...], sentence: str
) -> None:
    done = run(*call)

    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr


@pytest.mark.usefixtures("ana")
def test_a_database_is_a_whole_file_that_is_never_replaced_unasked(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "record.db"
    call = ("export", "sqlite", "-o", str(path))

    written, again = run(*call), run(*call)
    before = path.read_bytes()
    forced = run(*call, "--force")

    assert (written.stdout, written.stderr) == ("", f"Wrote {path}.\n")
    assert (again.exit_code, forced.exit_code) == (1, 0)
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as connection:
        (levels,) = connection.execute("SELECT count(level) FROM ratings").fetchone()
    assert levels == 6


@pytest.mark.usefixtures("ana")
def test_a_review_is_a_page_on_screen_or_in_a_file(run: Run, tmp_path: Path) -> None:
    shown = run("review", "--quarter")

    assert shown.stdout.startswith("# Review: 24 Aug to 23 Nov 2026\n")
    week = run("review", "--week").stdout
    assert week.startswith("# Review: 17 Nov to 23 Nov 2026\n")
    assert run("review", "-o", "r.md").stderr == "Wrote r.md.\n"
    assert (tmp_path / "r.md").read_text() == shown.stdout == run("review").stdout
