"""Reading in the knowledge base, handing over, and looking after the record."""

import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from tests.cli.commands.test_assess import events
from tests.program import CheckGolden, Result, Run

PRACTICE = """\
format: pillarplan-overlay
version: "1.0"
practices:
  - id: my-own-practice
    title: "A [title] with | *marks* and <tags> \\u2192 =1+1"
    develops: [{skill: negotiation, from: 1, to: 3}]
    hours: 1
    task: "Do `this` & that"
    evidence: "# A heading"
    reviewed_on: 2026-11-23
    origin: addition
"""


# kb


def test_lists_of_skills_and_roles_name_what_there_is(run: Run) -> None:
    skills = json.loads(run("kb", "list", "--json").stdout)["skills"]
    listed = run("kb", "list").stdout
    roles = json.loads(run("kb", "list", "--roles", "--json").stdout)

    assert all(f" {skill['id']}" in listed for skill in skills)
    assert listed.rstrip().endswith("* core: asked in the quick interview")
    shown = run("kb", "list", "--roles").stdout
    assert all(role["name"] in shown for role in roles["roles"] + roles["contexts"])


@pytest.mark.parametrize("width", ["120", "80", "60"])
@pytest.mark.parametrize(
    "call",
    [
        ("kb", "list"),
        ("kb", "list", "--roles"),
        ("kb", "list", "--role", "director", "--diff", "senior-pm"),
        ("kb", "show", "negotiation"),
        ("kb", "show", "getting-to-yes"),
        ("kb", "search", "conflict"),
        ("kb", "count"),
        ("gaps",),
        ("roadmap",),
        ("plan", "--dry-run", "--hours", "1"),
        ("status",),
        ("explain", "getting-to-yes"),
        ("demo",),
    ],
)
def test_no_line_is_wider_than_the_terminal(
    run: Run,
    ana: Path,
    monkeypatch: pytest.MonkeyPatch,
    width: str,
    call: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    result = run(*call)

    long = [
        line
        for line in result.stdout.splitlines()
        # What one may copy, such as a command or an address, is never broken.
        if len(line) > int(width) and "pillarplan " not in line and "://" not in line
    ]
    assert result.exit_code == 0
    assert long == []


def test_search_finds_and_suggests(run: Run) -> None:
    found = run("kb", "search", "conflict")
    nothing = run("kb", "search", "negotation")

    assert (found.exit_code, "conflict-management" in found.stdout) == (0, True)
    assert nothing.exit_code in {0, 3}
    assert "negotiation" in nothing.stdout
    assert run("kb", "search", "zzzz").exit_code == 3


def test_a_skill_shows_levels_with_what_leads_to_them(run: Run) -> None:
    page = run("kb", "show", "negotiation").stdout

    parts = ("Why: ", "Without it: ", "To delegate: ", "Draws on: ", "1 Aware")
    for part in (*parts, "5 Leading"):
        assert part in page
    assert "getting-to-yes" in page


def test_lint_of_a_broken_file_gives_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pillars.yaml").write_text("format: pillarplan-knowledge\n")

    assert run("kb", "lint").exit_code == 0
    assert run("kb", "lint", "pillars.yaml").exit_code == 4
    assert run("kb", "lint", "nothing.yaml").exit_code == 4


OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
practices:
  - id: my-own
    title: My own way
    develops: [{skill: negotiation, from: 4, to: 5}]
    hours: 4
    task: Do it.
    evidence: It is done.
    reviewed_on: DAY
    origin: addition
"""


@pytest.mark.parametrize(
    ("day", "findings"), [("2026-11-01", []), ("2020-11-01", ["my-own"])]
)
def test_an_overlay_is_linted_over_the_built_in_base(
    run: Run, tmp_path: Path, day: str, findings: list[str]
) -> None:
    """Only what the overlay brings is found; the base has maintainers of its own."""
    path = tmp_path / "overlay.yaml"
    path.write_text(OVERLAY.replace("DAY", day))

    done = run("kb", "lint", str(path), "--json")

    assert [each["id"] for each in json.loads(done.stdout)["findings"]] == findings


def test_a_broken_overlay_is_refused_as_an_overlay(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(OVERLAY.replace("hours: 4", "hours: no"))

    done = run("kb", "lint", str(path))

    assert done.exit_code == 4
    assert f"{path}:7:12" in done.stderr


def test_texts_of_an_overlay_are_shown_as_they_are(
    run: Run, ana: Path, check_golden: CheckGolden
) -> None:
    (ana / "config").mkdir()
    (ana / "config" / "overlay.yaml").write_text(PRACTICE)
    title = "A [title] with | *marks* and <tags> → =1+1"

    assert title in run("kb", "show", "my-own-practice").stdout
    run("plan", "--pin", "my-own-practice")

    assert title in run("roadmap").stdout
    page = run("export", "markdown").stdout
    assert r"**A \[title\] with \| \*marks\* and \<tags\> → =1+1**" in page


# export


def test_an_export_goes_to_the_screen_or_to_a_file(run: Run, ana: Path) -> None:
    shown = run("export", "markdown")

    written = run("export", "markdown", "-o", "roadmap.md")

    assert written == Result(0, "", "Wrote roadmap.md.\n")
    assert Path("roadmap.md").read_text() == shown.stdout
    assert not [path for path in Path().iterdir() if path.name.startswith(".roadmap")]


def test_an_export_to_where_one_cannot_write_says_so(run: Run, ana: Path) -> None:
    assert run("export", "json", "-o", "no/such/folder.json") == Result(
        1,
        "",
        "pillarplan: no/such/folder.json: No such file or directory. "
        "Nothing was written.\n",
    )


def test_the_whole_record_as_json_holds_ratings_gaps_and_roadmap(
    run: Run, ana: Path
) -> None:
    record = json.loads(run("export", "json").stdout)

    shown = json.loads(run("roadmap", "--json").stdout)
    items = zip(shown["items"], record["roadmap"]["items"], strict=True)
    shown["items"] = [{key: a[key] for key in b} for a, b in items]
    assert record["roadmap"] == {
        key: value
        for key, value in shown.items()
        if key not in {"format", "version", "since_start"}
    }
    assert record["since_start"]["items_done"] == 0
    assert record["gaps"] == json.loads(run("gaps", "--json").stdout)["gaps"]
    assert len(record["profile"]["ratings"]) == 7


# undo, doctor, backup


def test_undo_goes_back_step_by_step_to_the_beginning(run: Run, ana: Path) -> None:
    run("checkin", "--note", "x")

    said = [run("undo") for _ in range(4)]

    assert [each.stdout for each in said[:2]] == [
        "Took back: 1 check-in.\n",
        "Took back: 1 adopted roadmap.\n",
    ]
    assert said[2].stdout == "Took back: 1 choice of role, 7 ratings.\n"
    assert said[3] == Result(3, "", "pillarplan: There is nothing to undo.\n")
    assert run("gaps").exit_code == 3


def test_a_healthy_record_is_called_so(run: Run, ana: Path) -> None:
    result = run("doctor")

    assert result.exit_code == 0
    assert result.stdout.endswith("All well.\n")


def test_damage_is_told_mended_and_nothing_else_is_lost(run: Run, ana: Path) -> None:
    (log,) = (ana / "data" / "journal").glob("*.jsonl")
    before = events(ana)
    lines = log.read_text().splitlines(keepends=True)
    log.write_text(
        "".join([*lines[:2], lines[2].replace("rated", "roted"), *lines[3:]])
    )

    warned = run("gaps")
    found = run("doctor")
    mended = run("doctor", "--repair")

    assert warned.exit_code == 0
    assert "nothing is lost. See: pillarplan doctor" in warned.stderr
    assert found.exit_code == 6
    assert f"{log.name}" in found.stdout
    assert mended.exit_code == 0
    assert run("doctor").exit_code == 0
    (kept,) = json.loads(run("doctor", "--json").stdout)["quarantine"]
    assert b"roted" in Path(kept).read_bytes()
    assert len(events(ana)) >= len(before) - 1
    assert run("doctor", "--repair", "--accept").exit_code == 2


def test_a_backup_is_whole_private_and_can_be_restored(
    run: Run, ana: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("export", "json").stdout

    assert run("backup") == Result(0, "pillarplan-2026-11-23.zip\n", "")

    archive = tmp_path / "pillarplan-2026-11-23.zip"
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    shutil.rmtree(ana / "data")
    shutil.rmtree(ana / "state")
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(ana / "data")
    assert run("export", "json").stdout == before


def test_there_is_no_backup_of_nothing(run: Run) -> None:
    assert run("backup") == Result(
        3, "", "pillarplan: There is nothing to back up yet: pillarplan assess\n"
    )


# a damaged cache costs time, not answers


def test_the_cache_may_be_damaged_or_deleted_at_any_time(
    run: Run, ana: Path, tmp_path: Path
) -> None:
    before = run("gaps").stdout
    shutil.rmtree(ana / "cache")
    assert run("gaps").stdout == before
    for file in (ana / "cache").iterdir():
        file.write_bytes(b"rubbish")
    assert run("gaps").stdout == before


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("width", ["1", "2", "7", "20"])
def test_no_terminal_is_too_narrow(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    for call in NARROW:
        assert run(*call).exit_code == 0, call


NARROW = (
    ("explain",),
    ("explain", "getting-to-yes"),
    ("roadmap", "--timeline"),
    ("roadmap",),
    ("gaps",),
    ("gaps", "--shape"),
    ("status",),
    ("history",),
    ("next",),
    ("kb", "show", "negotiation"),
    ("review",),
    ("remind",),
    ("help", "forecast"),
)
