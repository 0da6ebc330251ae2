"""Telling what neither the plan nor the knowledge base has: a title, hours, a skill."""

import csv
import io
import json
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.test_assess import events
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.program import Result, Run

TALK = "talk-by-jo"
TOLD = ("log", "Talk by Jo", "1:30", "--skill", "pricing")


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_talk_counts_in_hours_and_evidence_without_a_plan(
    run: Run, rated: None
) -> None:
    told = answer(run(*TOLD, "--applied", "Asked three buyers", "--json"))

    assert told["hours"] == {TALK: 1.5}
    assert told["titles"] == {TALK: "Talk by Jo"}
    assert told["shown"] == {"pricing": 1}
    since = answer(run("status", "--json"))["since_start"]
    assert (since["items_done"], since["hours"]) == (0, 1.5)
    history = answer(run("history", "pricing", "--json"))
    assert [each["hours"] for each in history["hours"]] == [1.5]
    assert [each["text"] for each in history["evidence"]] == ["Asked three buyers"]
    assert answer(run("history", "security", "--json"))["hours"] == []


def test_reports_show_the_title_and_never_an_id(
    run: Run, ana: Path, tmp_path: Path
) -> None:
    run(*TOLD)

    pages = [
        run("history", "--entries").stdout,
        run("review").stdout,
        run("export", "one-on-one").stdout,
        run("export", "csv", "--table", "hours", "--raw").stdout,
    ]
    for page in pages[:3]:
        assert "Talk by Jo" in page
        assert TALK not in page
    assert "## Learned outside the plan\n\n- Talk by Jo: 23 Nov, 1.5 h" in pages[1]
    assert [*csv.DictReader(io.StringIO(pages[3]))] == [
        {
            **{"on": "2026-11-23", "item": TALK, "title": "Talk by Jo"},
            **{"hours": "1.5", "assumed": "0", "skills": "pricing"},
        }
    ]
    spent = answer(run("export", "json"))["profile"]["spent"]
    assert spent[0]["outside"] == {"title": "Talk by Jo", "skills": ["pricing"]}
    run("export", "sqlite", "-o", "record.sqlite")
    with sqlite3.connect(tmp_path / "record.sqlite") as record:
        asked = "SELECT kind, title, hours_spent, state FROM items WHERE item = ?"
        assert record.execute(asked, (TALK,)).fetchall() == [
            ("outside", "Talk by Jo", 1.5, None)
        ]
        assert record.execute("SELECT item, skill FROM outside").fetchall() == [
            (TALK, "pricing")
        ]


def test_it_closes_no_step_and_leaves_the_plan_as_it_is(run: Run, ana: Path) -> None:
    plan = answer(run("roadmap", "--json"))["items"]

    run(*TOLD)

    assert answer(run("roadmap", "--json"))["items"] == plan
    assert run("plan", "--yes").exit_code == 0
    again = answer(run("roadmap", "--json"))["items"]
    assert [each["id"] for each in again] == [each["id"] for each in plan]


def test_the_same_title_is_the_same_thing_and_needs_its_skill_once(
    run: Run, ana: Path
) -> None:
    run(*TOLD)

    again = answer(run("log", "talk by JO", "0:30", "--json"))

    assert again["hours"] == {TALK: 0.5}
    spent = answer(run("export", "json"))["profile"]["spent"]
    assert [(each["item"], each["hours"]) for each in spent] == [
        (TALK, 1.5),
        (TALK, 0.5),
    ]
    assert spent[1]["outside"] == spent[0]["outside"]


def test_it_is_corrected_withdrawn_and_undone_as_any_entry(run: Run, ana: Path) -> None:
    before = run("export", "json").stdout
    run(*TOLD)
    entries = answer(run("history", "--entries", "--json"))["entries"]
    (own,) = (each["id"] for each in entries if each["hours"])

    assert run("amend", own, "--hours", "2").stdout == (
        "Corrected 1.5 h on Talk by Jo of 2026-11-23: 2 h, not 1.5 h.\n"
    )
    assert answer(run("status", "--json"))["since_start"]["hours"] == 2
    assert run("amend", own, "--withdraw").exit_code == 0
    assert answer(run("status", "--json"))["since_start"]["hours"] == 0
    for _ in range(3):
        assert run("undo").exit_code == 0
    assert run("export", "json").stdout == before


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Talk by Jo", "There is no item 'Talk by Jo'."),
        ("owasp-top-11", "There is no item 'owasp-top-11'. Did you mean owasp-top-10"),
    ],
)
def test_a_script_without_a_skill_is_told_the_way_out(
    run: Run, ana: Path, title: str, hint: str
) -> None:
    before = events(ana)

    result = run("log", title, "1")

    assert result.exit_code == 2
    assert result.stderr.startswith(f"pillarplan: {hint}")
    assert result.stderr.endswith(f'pillarplan log "{title}" 1:30 --skill SKILL\n')
    assert events(ana) == before


def test_what_the_base_or_the_plan_has_is_meant_by_its_name_with_a_skill_too(
    run: Run, ana: Path
) -> None:
    for name in ("1", "owasp-top-10", "OWASP Top 10:2025"):
        told = answer(run("log", name, "1", "--skill", "pricing", "--json"))
        assert told["hours"] == {"owasp-top-10": 1.0}


@pytest.mark.parametrize("number", ["99", "0"])
def test_a_number_is_never_a_title(run: Run, ana: Path, number: str) -> None:
    result = run("log", number, "1", "--skill", "pricing")

    assert result.exit_code == 2
    assert "and no" in result.stderr


def test_a_file_tells_it_too(run: Run, ana: Path, tmp_path: Path) -> None:
    week = tmp_path / "week.yaml"
    week.write_text(
        "outside:\n"
        "  - {title: Talk by Jo, hours: '1:30', skills: [pricing, negotiation]}\n"
    )
    assert answer(run("checkin", "--from", "week.yaml", "--json"))["hours"] == {
        TALK: 1.5
    }

    week.write_text("outside:\n  - {title: Talk, hours: 1, skills: [pricng]}\n")
    result = run("checkin", "--from", "week.yaml")

    assert result.exit_code == 4
    assert "week.yaml:2:38: there is no skill 'pricng'" in result.stderr


@pytest.mark.parametrize(
    "title",
    [
        "\x1b[31mRed\x07 talk",
        "- {a: b} # 'x' \"y\"",
        "\N{SNOWMAN}\N{PARTY POPPER}",
        "価格戦略の話",
        "=cmd|'/c calc'!A0",
        "..",
        "x" * 200,
    ],
)
def test_odd_titles_are_kept_clean(run: Run, ana: Path, title: str) -> None:
    assert run("log", "--skill", "pricing", "--", title, "1").exit_code == 0
    assert run("log", "--", title, "1").exit_code == 0

    (named,) = {
        (each["item"], each["outside"]["title"])
        for each in answer(run("export", "json"))["profile"]["spent"]
    }
    assert named[1].isprintable()
    assert run("doctor").stdout.endswith("All well.\n")
    assert run("review").exit_code == 0


def test_a_title_without_end_is_refused(run: Run, ana: Path) -> None:
    result = run("log", "x" * 500, "1", "--skill", "pricing")

    assert result.exit_code == 2
    assert "500 characters are too many" in result.stderr


@needs_tmux
def test_in_a_terminal_the_skill_is_asked_and_what_it_resembles_is_offered(
    terminal: Terminal, ana: Path
) -> None:
    terminal.type('pillarplan log "Talk by Jo" 1:30')
    terminal.wait_for(partial(contains, "For which skill was it?"))
    terminal.type("pricing")
    terminal.wait_for(partial(contains, "1.5 h on Talk by Jo"))

    terminal.type('pillarplan log "Sec gap list" 1 --skill security')
    terminal.wait_for(partial(contains, "Do you mean Make a security gap list"))
    terminal.type("y")
    terminal.wait_for(partial(contains, "1 h on Make a security gap list"))

    items = [
        each["data"].get("item") for each in events(ana) if each["type"] == "spent"
    ]
    assert items == [TALK, "make-a-gap-list"]
