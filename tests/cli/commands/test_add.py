"""Books, courses and practices of one's own: added, planned, changed, removed."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.test_assess import events
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.cli.walking import Words
from tests.program import Result, Run

COURSE = (
    "add",
    "course",
    "Reforge Monetization",
    "--skill",
    "pricing",
    "--hours",
    "12",
)


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def own_file(home: Path) -> Path:
    return home / "config" / "overlay.yaml"


def test_a_course_that_the_company_pays_is_planned_done_and_taken_back(
    run: Run, ana: Path
) -> None:
    run("assess", "--set", "pricing=2", "--importance", "pricing=3")
    run("gaps", "--target", "pricing=4")
    before = run("export", "json").stdout

    added = run(*COURSE, "--from", "2", "--to", "3", "--price", "company")

    assert added.stdout == (
        "Added: Reforge Monetization (reforge-monetization)\n"
        "  course · 12 h · Pricing and packaging 2 to 3 · your company pays\n"
        "\n"
        "Plan with what you have now: pillarplan plan\n"
        "To have it in any case:      pillarplan plan --pin reforge-monetization\n"
    )
    shown = run("kb", "show", "reforge").stdout
    assert "Cost      your company pays" in shown
    assert "USD" not in shown
    plan = run("plan", "--pin", "reforge", "--focus", "9", "--yes")
    assert "Reforge Monetization  course" in plan.stdout
    told = run("explain", "reforge").stdout
    assert "you pinned it" in told.lower()
    assert "closes nothing" not in told
    assert run("done", "reforge", "--hours", "9").exit_code == 0
    assert "reforge" not in run("add", "--remove", "reforge", "--json").stderr
    for _ in range(4):
        assert run("undo").exit_code == 0
    assert not own_file(ana).exists()
    assert run("export", "json").stdout == before


def test_what_is_not_said_follows_from_the_own_level_and_no_price_is_made_up(
    run: Run, ana: Path
) -> None:
    run("assess", "--set", "pricing=3")

    (item,) = answer(run(*COURSE, "--json"))["items"]

    assert item["develops"] == [{"skill": "pricing", "from": 3, "to": 4}]
    assert (item["cost"], item["price"]) == (None, None)
    page = run("kb", "show", "reforge").stdout
    assert "Cost" not in page


def test_an_item_is_listed_changed_and_removed_by_any_name(run: Run, ana: Path) -> None:
    assert run("add", "--list").stdout.startswith("You added nothing yet.")
    run(*COURSE, "--by", "Jo", "--price", "30 EUR", "--why", "Known well")
    practice = ("practice", "Price talk", "--evidence", "Notes", "--weeks", "2")
    run("add", *practice, "--skill", "pricing", "--hours", "3", "--to", "1")

    change = ("--change", "monetization", "--hours", "10:10", "--to", "2")
    assert run("add", *change, "--price", "none", "--by", "none").exit_code == 0

    assert run("add", "--list").stdout == (
        "Reforge Monetization (reforge-monetization)\n"
        "  course · 10.25 h · Pricing and packaging 1 to 2\n"
        "Price talk (price-talk)\n"
        "  practice · 3 h · Pricing and packaging 0 to 1\n"
    )
    assert run("add", "--remove", "price talk").stdout.startswith("Removed: Price talk")
    assert [each["id"] for each in answer(run("add", "--list", "--json"))["items"]] == [
        "reforge-monetization"
    ]


def test_hours_that_were_told_before_count_for_what_is_added_later(
    run: Run, ana: Path
) -> None:
    run("log", "Reforge Monetization", "2", "--skill", "pricing")
    run(*COURSE, "--to", "1")

    told = answer(run("log", "reforge", "1", "--json"))

    assert told["hours"] == {"reforge-monetization": 1.0}
    assert "Reforge Monetization (course): 3 h" in run("review").stdout


def test_a_file_of_items_is_added_as_one(run: Run, ana: Path, tmp_path: Path) -> None:
    file = tmp_path / "items.yaml"
    head = "format: pillarplan-overlay\nversion: '1.1'\n"
    develops = "develops: [{skill: pricing, from: 0, to: 1}]"
    file.write_text(
        f"{head}resources:\n  - {{title: One, {develops}}}\n"
        f"practices:\n  - {{title: Two, {develops}, hours: 2}}\n"
    )

    added = answer(run("add", "--from", "items.yaml", "--json"))

    assert [(each["id"], each["hours_assumed"]) for each in added["items"]] == [
        ("one", True),
        ("two", False),
    ]
    assert run("undo").stdout == "Took back: 1 change of own items.\n"
    assert not own_file(ana).exists()
    file.write_text(f"{head}roles:\n  - {{id: boss}}\nhide: [x]\n")
    refused = run("add", "--from", "items.yaml")
    assert refused.exit_code == 4
    assert "items.yaml:4:5: a role is not added" in refused.stderr


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("add",), "An item needs a title, a skill and its hours."),
        (("add", "book", "X", "--hours", "3"), "An item needs a title"),
        ((*COURSE, "--price", "30"), "--price: '30' is unknown."),
        ((*COURSE, "--price", "-3 USD"), "--price: '-3 USD' is unknown."),
        ((*COURSE, "--task", "Talk"), "unknown key 'task'"),
        ((*COURSE, "--language", "english"), "--language: 'english' is no language."),
        ((*COURSE, "--from", "3", "--to", "2"), "'to' must be above 'from'"),
        ((*COURSE[:-1], "0:30", "--from", "4"), "0.5 h are too short"),
        (("add", "--change", "x"), "Say what to change"),
        (("add", "--change", "x", "--hours", "3"), "'x' is no item of your own."),
        (("add", "--remove", "getting-to-yes"), "is no item of your own."),
        (("add", "--list", "--remove", "x"), "--list and --remove do not go together."),
        (("add", "--list", "book"), "--list takes nothing else."),
        (("add", "--from", "none.yaml", "--hours", "2"), "--from takes nothing else."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_touched(
    run: Run, ana: Path, call: Words, said: str
) -> None:
    before = events(ana)

    result = run(*call)

    assert result.exit_code == 2
    assert said in result.stderr
    assert (events(ana), own_file(ana).exists()) == (before, False)


def test_it_goes_to_the_file_that_is_set_wherever_that_is(
    run: Run, ana: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "mine.yml"
    elsewhere.write_text("format: pillarplan-overlay\nversion: '1.0'\n# kept\n")
    before = elsewhere.read_text()
    monkeypatch.setenv("PILLARPLAN_OVERLAY", str(elsewhere))

    assert run(*COURSE, "--to", "1").exit_code == 0

    assert elsewhere.read_text().startswith(f"{before}\nresources:\n  - id: reforge")
    assert not own_file(ana).exists()
    assert run("undo").exit_code == 0
    assert elsewhere.read_text() == before


def test_without_a_terminal_answers_come_line_by_line(run: Run, ana: Path) -> None:
    answers = ("nonsense", "video", "Price film", "prcing", "pricing", "", "", "")

    result = run("--plain", "add", stdin="".join(f"{each}\n" for each in answers))

    assert "'nonsense' is unknown." in result.stderr
    assert "Did you mean pricing" in result.stderr
    assert result.stdout.startswith(
        "Added: Price film (price-film)\n"
        "  video · 0.5 h at least (nobody said) · Pricing and packaging 0 to 1\n"
    )


@needs_tmux
def test_in_a_terminal_what_is_missing_is_asked(terminal: Terminal, ana: Path) -> None:
    terminal.type('pillarplan add practice "Price talk"')
    for question, reply in (
        ("For which skill?", "pricing"),
        ("From which level to which?", "1-2"),
        ("How many hours does it take?", "3"),
        ("What would show that you did it?", "Notes: two pages"),
    ):
        terminal.wait_for(partial(contains, question))
        terminal.type(reply)
    terminal.wait_for(partial(contains, "Added: Price talk (price-talk)"))

    assert (
        own_file(ana)
        .read_text()
        .endswith(
            "practices:\n"
            "  - id: price-talk\n"
            "    title: Price talk\n"
            "    develops:\n"
            "      - {skill: pricing, from: 1, to: 2}\n"
            "    hours: 3\n"
            '    evidence: "Notes: two pages"\n'
        )
    )
