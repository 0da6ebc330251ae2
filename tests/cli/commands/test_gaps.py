import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import CheckGolden, Run


def shown(run: Run, *options: str) -> dict[str, Any]:
    """Return the gaps by skill, as JSON tells them."""
    told = json.loads(run("gaps", "--json", *options).stdout)
    return {each["skill"]: each for each in told["gaps"]}


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("width", [80, 60])
def test_targets_of_ones_own_are_marked(
    run: Run, monkeypatch: pytest.MonkeyPatch, check_golden: CheckGolden, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    options = ("--target", "negotiation=5", "--target", "software-technology=1")

    result = run("gaps", *options)

    assert result.exit_code == 0
    assert all(len(line) <= width for line in result.stdout.splitlines())
    check_golden(f"cli/gaps-own-{width}.txt", result.stdout)
    assert run("gaps").stdout == result.stdout


@pytest.mark.usefixtures("ana")
def test_json_tells_what_the_role_asks_for_beside_an_own_target(run: Run) -> None:
    before = shown(run)["negotiation"]
    after = shown(run, "--target", "negotiation=5")["negotiation"]

    assert before["role_target"] is None
    assert (after["target"], after["role_target"]) == (5, before["target"])
    assert shown(run, "--target", "negotiation=role")["negotiation"] == before


@pytest.mark.usefixtures("ana")
def test_undo_takes_the_targets_of_a_command_back(run: Run) -> None:
    before = shown(run)
    shown(run, "--target", "negotiation=5", "--target", "writing=4")

    assert run("undo").stdout == "Took back: 2 targets.\n"
    assert shown(run) == before


@pytest.mark.usefixtures("ana")
def test_own_targets_can_be_drawn_by_pillar_and_against_another_role(run: Run) -> None:
    before = run("gaps", "--shape").stdout
    assert run("gaps", "--shape", "--target", "negotiation=5").stdout != before

    change = json.loads(run("gaps", "--from", "pm", "--to", "cpo", "--json").stdout)

    assert shown(run, "--role", "cpo")["negotiation"]["target"] == 5
    assert "negotiation" not in {each["skill"] for each in change["skills"]}


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("stated", "problem"),
    [
        ("negotiation=6", "--target negotiation: '6' is no level. Write one of: 0"),
        ("negotiation=-1", "--target negotiation: '-1' is no level. Write one of: 0"),
        ("negotiation=2.5", "'2.5' is no level. Write one of: 0 Not started,"),
        ("negotiation=n/a", "'n/a' is no level. Write one of: 0 Not started,"),
        ("negotiation", "--target: 'negotiation' should look like negotiation=VALUE."),
        (
            "negotiation=",
            "--target: 'negotiation=' should look like negotiation=VALUE.",
        ),
        ("negotiaton=4", "no skill 'negotiaton'. Did you mean negotiation?"),
        ("pricing=3", "pricing does not apply to your work, as you said"),
    ],
)
def test_a_target_that_cannot_be_is_refused_with_what_can(
    run: Run, ana: Path, stated: str, problem: str
) -> None:
    (log,) = (ana / "data" / "journal").iterdir()
    before = log.read_bytes()

    result = run("gaps", "--target", "writing=4", "--target", stated)

    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in " ".join(result.stderr.split())
    assert log.read_bytes() == before


def test_without_a_rating_there_is_nothing_to_aim_from(run: Run, home: Path) -> None:
    result = run("gaps", "--target", "writing=4")

    assert (result.exit_code, result.stdout) == (3, "")
    assert not (home / "data").exists()


@pytest.mark.usefixtures("ana")
def test_an_own_target_is_called_so_wherever_it_is_shown(run: Run) -> None:
    run("gaps", "--target", "negotiation=4", "--target", "customer-discovery=3")
    asked = shown(run)["negotiation"]["role_target"]
    run("plan", "--yes")

    explained = " ".join(run("explain", "negotiation").stdout.split())
    at_target = " ".join(run("explain", "customer-discovery").stdout.split())
    round_ = run("--plain", "assess", "--skill", "negotiation", stdin="1\n").stdout

    words = f"your own target is 4, and the role asks for {asked}."
    assert f"You are at level 1; {words}" in explained
    assert "You are at level 3; your own target is 3, and" in at_target
    assert "1 of 4, your own target, matters" in " ".join(round_.split())
    page = run("export", "markdown").stdout
    assert f"| Negotiation | 1 | 4 (own; the role asks for {asked}) |" in page
    html = run("export", "html").stdout
    assert f"own target; the role asks for {asked}" in html
    profile = json.loads(run("export", "json").stdout)["profile"]
    assert profile["targets"] == {"negotiation": 4, "customer-discovery": 3}


@pytest.mark.usefixtures("ana")
def test_a_review_names_whose_target_it_was(run: Run) -> None:
    run("gaps", "--target", "negotiation=5")
    risen = ("--rate", "negotiation=2", "--evidence", "negotiation=Cut scope")
    assert run("checkin", *risen).exit_code == 0

    told = json.loads(run("review", "--json").stdout)

    assert [(each["target"], each["own_target"]) for each in told["rises"]] == [
        (5, True)
    ]
    assert "my own target is 5" in " ".join(run("review").stdout.split())
