"""Planning: what one may ask for, what does not fit, and planning again."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.test_assess import events
from tests.program import CheckGolden, Result, Run


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def ids(roadmap: Any) -> list[str]:
    return [item["id"] for item in roadmap["items"]]


@pytest.mark.parametrize("width", [120, 80, 60])
@pytest.mark.parametrize("command", ["gaps", "roadmap"])
def test_gaps_and_roadmap_fit_the_terminal(
    run: Run,
    ana: Path,
    check_golden: CheckGolden,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    result = run(command)

    assert (result.exit_code, result.stderr) == (0, "")
    assert all(len(line) <= width for line in result.stdout.splitlines())
    check_golden(f"cli/{command}-{width}.txt", result.stdout)


@pytest.mark.parametrize("command", ["gaps", "roadmap", "status"])
def test_plain_output_is_ascii(
    run: Run, ana: Path, check_golden: CheckGolden, command: str
) -> None:
    result = run(command, "--plain")

    assert result.stdout.isascii()
    check_golden(f"cli/{command}-plain.txt", result.stdout)


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")
def test_the_demo_ends_with_a_command_that_can_be_typed(
    tmp_path: Path, home: Path
) -> None:
    """As it was started: by a path, or by its name where that is found."""
    program = tmp_path / "bin" / "pillarplan"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom pillarplan.cli import main\nmain()\n")
    program.chmod(0o755)

    def last_line(*command: str, path: str) -> str:
        done = subprocess.run(
            command,
            env={"PILLARPLAN_HOME": str(home), "PATH": path},
            cwd=tmp_path,
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stderr.splitlines()[-1]

    assert last_line("bin/pillarplan", "demo", path="/usr/bin") == (
        "Now you: bin/pillarplan assess"
    )
    assert last_line(str(program), "demo", path=str(program.parent)) == (
        "Now you: pillarplan assess"
    )


def test_the_demo_shows_a_finished_example_and_keeps_nothing(
    run: Run, home: Path, check_golden: CheckGolden
) -> None:
    result = run("demo")

    assert result.exit_code == 0
    assert result.stderr.endswith(" -m pillarplan assess\n")
    assert sorted(path.name for path in home.iterdir()) == ["cache"]
    check_golden("cli/demo.txt", result.stdout)


def test_the_answer_of_gaps_is_whole(
    run: Run, ana: Path, check_golden: CheckGolden
) -> None:
    check_golden("cli/gaps.json", run("gaps", "--json").stdout)


def test_the_answer_of_plan_is_that_of_roadmap(
    run: Run, rated: None, check_golden: CheckGolden
) -> None:
    planned = run("plan", "--hours", "3", "--json").stdout

    assert run("roadmap", "--json").stdout == planned
    check_golden("cli/roadmap.json", planned)


def test_gaps_to_another_role_change_nothing(run: Run, ana: Path) -> None:
    before = events(ana)

    other = answer(run, "gaps", "--role", "director")

    assert (other["role"], answer(run, "gaps")["role"]) == ("director", "senior-pm")
    assert events(ana) == before


def test_a_context_raises_targets(run: Run, ana: Path) -> None:
    def targets(*arguments: str) -> dict[str, int]:
        gaps = answer(run, "gaps", *arguments)["gaps"]
        return {gap["skill"]: gap["target"] for gap in gaps}

    raised = targets("--context", "connected-products")

    assert raised != targets()
    assert all(raised[skill] >= level for skill, level in targets().items())


def test_every_option_reaches_the_plan(run: Run, rated: None) -> None:
    roadmap = answer(
        run,
        *("plan", "--hours", "mon=0.5,sat=2", "--listening", "1"),
        *("--breaks", "2026-12-20..2027-01-03,2027-02-01..2027-02-28=25%"),
        *("--start", "2026-11-30", "--until", "2027-05-31", "--role", "director"),
        *("--context", "connected-products", "--focus", "2", "--budget", "100"),
        *("--only", "free", "--format", "book,podcast,guide", "--language", "en"),
        *("--drop", "getting-to-yes"),
    )

    limits = roadmap["limits"]
    availability = limits.pop("availability")
    assert availability["desk"] == [0.5, 0, 0, 0, 0, 2, 0]
    assert sum(availability["listening"]) == 1
    own = [b for b in availability["breaks"] if b["source"] == "own"]
    assert [(b["first"], b["last"], b["factor"]) for b in own] == [
        ("2026-12-20", "2027-01-03", 0),
        ("2027-02-01", "2027-02-28", 0.25),
    ]
    assert limits == {
        "starts_on": "2026-11-30",
        "until": "2027-05-31",
        "role": "director",
        "contexts": ["connected-products"],
        "focus": 2,
        "skills": [],
        "once": False,
        "depth": "solid",
        "budget": 100,
        "only_free": True,
        "formats": ["book", "podcast", "guide"],
        "languages": ["en"],
        "pinned": [],
        "dropped": ["getting-to-yes"],
        "holidays": "",
        "busy": [],
        "buffer_days": 0,
        "has_deadline": True,
    }
    assert len(roadmap["focus"]) == 2
    assert "getting-to-yes" not in ids(roadmap)
    assert {session["on"] for session in roadmap["sessions"]}.isdisjoint(
        f"2026-12-{day}" for day in range(20, 32)
    )


def test_planning_again_keeps_what_was_asked(run: Run, rated: None) -> None:
    first = answer(
        run,
        *("plan", "--hours", "2", "--until", "2027-03-31", "--focus", "1"),
        *("--only", "free", "--drop", "getting-to-yes"),
    )

    assert answer(run, "plan") == first
    wider = answer(run, "plan", "--hours", "5", "--only", "any")
    assert wider["limits"] == {
        **first["limits"],
        "only_free": False,
        "availability": wider["limits"]["availability"],
    }


def test_planning_the_same_again_records_nothing(run: Run, ana: Path) -> None:
    before = events(ana)

    result = run("plan")

    assert events(ana) == before
    assert "Nothing changes against your present plan." in result.stdout
    assert result.stderr == ""


def test_a_dry_run_shows_and_changes_nothing(run: Run, ana: Path) -> None:
    before = events(ana)

    result = run("plan", "--hours", "8", "--role", "director", "--dry-run")

    assert result.exit_code == 0
    assert "Roadmap to " in result.stdout
    assert "Against your present plan" in result.stdout
    assert result.stderr == ""
    assert events(ana) == before


def test_chosen_skills_come_before_the_widest_gaps(run: Run, rated: None) -> None:
    assert answer(run, "plan", "--skill", "customer-discovery")["focus"] == [
        "customer-discovery"
    ]
    assert len(answer(run, "plan", "--focus", "all")["focus"]) > 2


def test_dropped_items_stay_away_until_they_are_pinned(run: Run, ana: Path) -> None:
    assert "getting-to-yes" in ids(answer(run, "roadmap"))

    assert "getting-to-yes" not in ids(answer(run, "plan", "--drop", "getting-to-yes"))
    assert "getting-to-yes" not in ids(answer(run, "plan"))
    assert "getting-to-yes" in ids(answer(run, "plan", "--pin", "getting-to-yes"))
    assert "getting-to-yes" in ids(answer(run, "plan"))


def test_a_drop_keeps_its_day_and_its_reason(run: Run, ana: Path) -> None:
    dropped = run("plan", "--drop", "getting-to-yes=I know it by heart.")

    assert dropped.exit_code == 0
    assert "getting-to-yes" not in ids(answer(run, "roadmap"))
    assert run("explain", "getting-to-yes").stdout.splitlines()[1:] == [
        "  You dropped it on 23 November 2026: I know it by heart.",
        "  To take it back: pillarplan plan --pin getting-to-yes",
    ]
    (told,) = answer(run, "export", "json")["profile"]["dropped"]
    assert told["reason"] == "I know it by heart."


def test_a_reason_can_be_told_later_and_is_no_new_drop_without_one(
    run: Run, ana: Path
) -> None:
    for drop in ("getting-to-yes", "getting-to-yes", "getting-to-yes=Too long"):
        assert run("plan", "--drop", drop).exit_code == 0

    told = answer(run, "export", "json")["profile"]["dropped"]
    assert [each["reason"] for each in told] == ["", "Too long"]


def test_what_is_finished_cannot_be_dropped_any_more(run: Run, ana: Path) -> None:
    run("checkin", "--done", "getting-to-yes")

    assert run("plan", "--drop", "getting-to-yes=Too long").exit_code == 0
    assert answer(run, "export", "json")["profile"]["dropped"] == []


def test_a_plan_that_is_over_is_not_explained(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-08-23")

    result = run("explain", "negotiation")

    assert (result.exit_code, result.stdout) == (3, "")
    assert "The plan ended on 24 May 2027. Make a new one with" in result.stderr


def test_an_item_that_the_knowledge_base_lost_is_explained_all_the_same(
    run: Run, ana: Path
) -> None:
    hide = "format: pillarplan-overlay\nversion: '1.0'\nhide: [getting-to-yes]\n"
    overlay = ana / "config" / "overlay.yaml"
    overlay.parent.mkdir(exist_ok=True)
    overlay.write_text(hide)

    assert run("explain", "getting-to-yes").stdout.splitlines() == [
        "Getting to Yes: Negotiating Agreement Without Giving In",
        "  The knowledge base no longer holds it; a new plan goes without.",
        "  It starts on 3 December 2026: until then the time goes to 'Make a security",
        "    gap list with Engineering'.",
    ]


def test_a_dry_run_drops_nothing(run: Run, ana: Path) -> None:
    run("plan", "--drop", "getting-to-yes=Too long", "--dry-run")

    assert "getting-to-yes" in ids(answer(run, "roadmap"))
    assert answer(run, "export", "json")["profile"]["dropped"] == []


def test_what_was_dropped_is_open_again_once_it_is_pinned(run: Run, ana: Path) -> None:
    def state() -> Any:
        items = answer(run, "roadmap")["items"]
        return next(i["state"] for i in items if i["id"] == "getting-to-yes")

    run("checkin", "--drop", "getting-to-yes")
    assert state() == "dropped"

    run("plan", "--pin", "getting-to-yes")
    assert state() == "planned"
    assert "getting-to-yes" in ids(answer(run, "plan"))

    run("checkin", "--drop", "getting-to-yes")
    again = answer(run, "plan")
    assert "getting-to-yes" not in ids(again)
    assert again["limits"]["pinned"] == []
    assert not any("Pinned in vain" in note for note in again["notes"])


def test_any_lifts_what_may_be_used(run: Run, ana: Path) -> None:
    before = answer(run, "plan")["limits"]
    asked = (
        "--budget",
        "40",
        "--format",
        "guide",
        "--language",
        "en",
        "--only",
        "free",
    )
    lifted = [each if each.startswith("--") else "any" for each in asked]

    assert answer(run, "plan", *asked, "--dry-run")["limits"] != before
    run("plan", *asked)
    assert answer(run, "plan", *lifted)["limits"] == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--drop", "=Too long"), "--drop: '=Too long' should look like ITEM=REASON."),
        (
            ("--hours", "x"),
            "--hours: 'x' is no number of hours. Write 2.5, 1:30 or 90m.",
        ),
        (("--hours", "0"), "A plan needs some time. Try: --hours 3"),
        (("--hours", "61"), "--hours: 61 is more than a week can hold."),
        (("--hours", "funday=1"), "--hours: 'funday' is no weekday."),
        (("--hours", "nan"), "'nan' is no number of hours."),
        (("--start", "soon"), "--start: 'soon' is no date. Write it as 2026-11-23,"),
        (("--until", "31.6.2027"), "--until: '31.6.2027' is no date."),
        (("--start", "2026-11-22"), "A plan cannot start in the past (2026-11-22)."),
        (("--until", "2026-11-23"), "must come after the first (2026-11-23)."),
        (("--until", "2020-01-01"), "must come after the first (2026-11-23)."),
        (("--until", "2099-01-01"), "A plan may last 10 years, not until 2099-01-01."),
        (("--breaks", "2027-01-02..2027-01-01"), "ends before it begins."),
        (("--breaks", "2027-01-02=200%"), "is not between 0% and 100%."),
        (("--focus", "0"), "--focus: write a number of skills from 1 on, or all."),
        (("--focus", "few"), "--focus: write a number of skills from 1 on, or all."),
        (("--budget", "-5"), "--budget: '-5' is no amount of money."),
        (("--budget", "lots"), "--budget: 'lots' is no amount of money."),
        (("--only", "cheap"), "--only: 'cheap' is unknown. Write free, or any"),
        (("--format", "boks"), "--format: 'boks' is unknown. There are: book, course"),
        (("--language", "english"), "--language: 'english' is no language."),
        (("--role", "king"), "There is no role 'king'."),
        (("--skill", "kingship"), "There is no skill 'kingship'."),
        (("--pin", "nothing"), "There is no item 'nothing'."),
        (("--drop", "nothing"), "There is no item 'nothing'."),
        (("--context", "moon"), "There is no context 'moon'."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changes(
    run: Run, ana: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = events(ana)

    result = run("plan", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert events(ana) == before


def test_when_time_is_short_the_plan_says_so_with_ways_out(
    run: Run, rated: None, check_golden: CheckGolden
) -> None:
    result = run("plan", "--hours", "0.5", "--until", "2027-01-31")

    assert result.exit_code == 0
    check_golden("cli/plan-short-of-time.txt", result.stdout)


def test_when_nothing_fits_the_plan_is_empty_and_says_why(
    run: Run, rated: None, check_golden: CheckGolden
) -> None:
    result = run("plan", "--hours", "0.5", "--until", "2026-11-30")

    assert result.exit_code == 3
    check_golden("cli/plan-nothing-fits.txt", f"{result.stdout}{result.stderr}")
    assert run("roadmap").exit_code == 3


def test_a_chosen_skill_that_is_not_rated_says_how_to_rate_it(
    run: Run, rated: None
) -> None:
    result = run("plan", "--skill", "writing")

    assert result.exit_code == 3
    assert result.stderr == (
        "\nWhat you chose is not rated yet, so nothing was changed. Start with:\n"
        "pillarplan assess --skill writing\n"
    )


def test_a_pin_that_does_not_fit_is_told_plainly(
    run: Run, rated: None, check_golden: CheckGolden
) -> None:
    result = run(
        *("plan", "--hours", "1", "--until", "2026-12-15", "--pin", "getting-to-yes")
    )

    check_golden("cli/plan-pin-too-large.txt", f"{result.stdout}{result.stderr}")


def test_who_has_no_gap_is_told_so(run: Run, check_golden: CheckGolden) -> None:
    run("assess", "--set", "writing=5")

    gaps, plan = run("gaps"), run("plan")

    assert "No gap: every rated skill is at its target or above." in gaps.stdout
    check_golden("cli/plan-no-gap.txt", f"{plan.stdout}{plan.stderr}")


def test_a_new_plan_shows_what_moves(
    run: Run, ana: Path, check_golden: CheckGolden, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        "checkin",
        "--hours",
        "owasp-top-10=1",
        "--done",
        "owasp-top-10",
    )
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-12-14")

    result = run("plan", "--hours", "5")

    assert result.stderr == (
        "\nThis is now your roadmap. What is next: pillarplan next\n"
    )
    check_golden("cli/plan-again.txt", result.stdout)


def test_explanations_are_whole(run: Run, ana: Path, check_golden: CheckGolden) -> None:
    told = [
        f"$ pillarplan {' '.join(call)}\n{run(*call).stdout}"
        for call in (
            ("explain",),
            ("explain", "negotiation"),
            ("explain", "customer-discovery"),
            ("explain", "pricing"),
            ("explain", "ux"),
            ("explain", "listening-empathy"),
            ("explain", "getting-to-yes"),
            ("explain", "negotiate-a-scope-cut"),
        )
    ]

    check_golden("cli/explain.txt", "\n".join(told))
    assert run("explain", "negotation").exit_code == 2


def test_a_knowledge_base_that_lost_an_item_still_shows_the_plan(
    run: Run, ana: Path
) -> None:
    (ana / "config").mkdir()
    (ana / "config" / "overlay.yaml").write_text(
        "format: pillarplan-overlay\nversion: '1.0'\nhide: [getting-to-yes]\n"
    )

    for call in (
        ("roadmap",),
        ("next",),
        ("status",),
        ("export", "markdown"),
        ("gaps",),
    ):
        assert run(*call).exit_code == 0, run(*call)
    assert "getting-to-yes" not in ids(answer(run, "plan"))


def test_undo_brings_the_plan_before_back(run: Run, ana: Path) -> None:
    before = run("roadmap")
    run("plan", "--hours", "6")
    assert run("roadmap") != before

    assert run("undo") == Result(0, "Took back: 1 adopted roadmap.\n", "")

    assert run("roadmap") == before


@pytest.mark.parametrize(
    "page",
    [("roadmap",), ("export", "markdown"), ("export", "html")],
)
def test_what_was_done_stands_apart_once_its_skill_was_rated_again(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch, page: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-12-14")
    run("checkin", "--done", "owasp-top-10", "--done", "make-a-gap-list")
    in_plan = run(*page).stdout
    run("assess", "--set", "security=3")
    run("plan", "--yes")

    shown = run(*page).stdout

    assert "Done before this plan" not in in_plan
    before = shown.partition("Done before this plan")[2].partition("Rate again")[0]
    assert "14 Dec 2026: OWASP Top 10:2025" in before
    assert "14 Dec 2026: Make a security gap list with Engineering" in before


def test_tuning_needs_somebody_who_answers(ana: Path, run: Run) -> None:
    for words in (("--tune",), ("--tune", "--json"), ("--tune", "--no-input")):
        result = run("plan", *words)

        assert result.exit_code == 2
        assert "--tune needs a terminal." in result.stdout + result.stderr


@pytest.mark.parametrize(
    "other",
    [("--yes",), ("--dry-run",), ("--swap", "getting-to-yes"), ("--when", "1=a")],
)
def test_tuning_stands_alone(ana: Path, run: Run, other: tuple[str, ...]) -> None:
    result = run("plan", "--tune", *other)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--tune" in result.stderr
    assert "do not go together" in result.stderr


def test_line_by_line_every_dial_says_what_it_means_and_takes_what_options_take(
    ana: Path, run: Run, check_golden: CheckGolden
) -> None:
    lines = "?\n1=many\n2 1\nuntil=2027-03-31\n9=1\nhm\n\nn\nq\n"

    result = run("--plain", "plan", "--tune", stdin=lines)

    assert result.exit_code == 0
    check_golden("cli/tuning-lines.txt", result.stderr)
    assert "31 Mar 2027" in result.stdout


def test_who_leaves_before_a_first_plan_is_told_how_to_come_back(
    rated: None, run: Run
) -> None:
    result = run("--plain", "plan", "--tune", stdin="q\n")

    assert result.exit_code == 0
    assert result.stderr.endswith("No plan was made. Any time later: pillarplan plan\n")
