"""Other plans than the best as asked: what if, alternatives, swaps, other roles."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.test_assess import events
from tests.program import CheckGolden, Run

WHAT_IF = ("plan", "--what-if", "hours=1,2", "--what-if", "until=2027-01-15,2027-08-31")
ALTERNATIVES = ("plan", "--alternatives", "3")
SWAP = ("plan", "--swap", "getting-to-yes")
ROLES = ("gaps", "--from", "pm", "--to", "director")


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def ids(roadmap: Any) -> set[str]:
    return {item["id"] for item in roadmap["items"]}


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("what-if", WHAT_IF),
        ("alternatives", ALTERNATIVES),
        ("change", ROLES),
        ("swap", (*SWAP, "--dry-run")),
    ],
)
def test_other_plans_are_shown_and_nothing_is_recorded(
    run: Run,
    ana: Path,
    check_golden: CheckGolden,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    call: tuple[str, ...],
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    before = events(ana)

    result = run(*call)

    assert result.exit_code == 0
    assert all(len(line) <= width for line in result.stdout.splitlines())
    assert events(ana) == before
    check_golden(f"cli/{name}-{width}.txt", f"{result.stdout}{result.stderr}")


@pytest.mark.parametrize("call", [WHAT_IF, ALTERNATIVES, ROLES])
def test_plain_output_is_ascii(run: Run, ana: Path, call: tuple[str, ...]) -> None:
    assert run(*call, "--plain").stdout.isascii()


def test_what_if_tells_the_numbers_of_the_plans(run: Run, ana: Path) -> None:
    told = answer(run, *WHAT_IF)

    plan = answer(run, "plan", "--hours", "1", "--dry-run")
    assert told["format"] == "pillarplan-what-if"
    assert [each["hours_per_week"] for each in told["hours"]] == [1, 2]
    assert [each["until"] for each in told["until"]] == ["2027-01-15", "2027-08-31"]
    assert {name: told["hours"][0][name] for name in ("steps", "value", "hours")} == {
        name: plan["totals"][name] for name in ("steps", "value", "hours")
    }


def test_an_alternative_that_is_taken_stays(run: Run, ana: Path) -> None:
    first, second, _ = answer(run, *ALTERNATIVES)["plans"]
    assert ids(first["roadmap"]) == ids(answer(run, "roadmap"))

    taken = answer(run, *ALTERNATIVES, "--take", "2")

    planned = second["roadmap"]["items"]
    guided = [a | b for a, b in zip(taken["items"], planned, strict=True)]
    assert taken == second["roadmap"] | {"items": guided} | {
        key: taken[key] for key in ("format", "version", "since_start")
    }
    assert ids(answer(run, "roadmap")) == ids(taken)
    assert ids(answer(run, "plan")) == ids(taken)


def test_a_swap_is_adopted_and_stays(run: Run, ana: Path) -> None:
    before = ids(answer(run, "roadmap"))

    result = run(*SWAP)

    after = ids(answer(run, "roadmap"))
    assert result.exit_code == 0
    assert "place of 'Getting to Yes: Negotiating Agreement Without Giving In'" in (
        " ".join(result.stdout.split())
    )
    assert "getting-to-yes" in before - after
    assert ids(answer(run, "plan")) == after


def test_roles_default_to_ones_own(run: Run, ana: Path) -> None:
    told = answer(run, "gaps", "--to", "director")

    assert (told["before"], told["after"]) == ("senior-pm", "director")
    assert answer(run, "gaps", "--from", "pm")["after"] == "senior-pm"
    assert "Both roles ask for the same." in run("gaps", "--to", "senior-pm").stdout


FEW = ("--skill", "listening-empathy", "--format", "article")
"""For these there are few plans."""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--what-if", "hours"), "--what-if: 'hours' does not fit. Write hours=2,4,6"),
        (("--what-if", "weeks=2"), "--what-if: 'weeks=2' does not fit."),
        (("--what-if", "hours=x"), "--what-if: 'x' is no number of hours."),
        (("--what-if", "hours=0"), "A plan needs some time."),
        (("--what-if", "until=soon"), "--what-if: 'soon' is no date."),
        (("--what-if", "until=2020-01-01"), "must come after the first"),
        (
            ("--what-if", "hours=1,2,3,4,5,6,7,8,9,10,11,12,13"),
            "--what-if: not more than 12 changes at once.",
        ),
        (
            ("--what-if", "hours=1", "--alternatives", "2"),
            "--what-if and --alternatives do not go together.",
        ),
        (("--take", "2"), "--take needs as many alternatives"),
        (("--alternatives", "2", "--take", "3"), "--take needs as many alternatives"),
        (
            [
                "--alternatives",
                "2",
                "--take",
                "2",
                "--skill",
                "listening-empathy",
                "--format",
                "article",
            ],
            "There is no plan 2: no other good one differs enough.",
        ),
        (("--swap", "geting-to-yes"), "Did you mean getting-to-yes"),
        (
            ("--swap", "never-split-the-difference"),
            "never-split-the-difference is not in your plan. See: pillarplan roadmap",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changes(
    run: Run, ana: Path, arguments: Sequence[str], message: str
) -> None:
    before = events(ana)

    result = run("plan", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert events(ana) == before


def test_what_is_done_cannot_be_swapped(run: Run, ana: Path) -> None:
    run("checkin", "--done", "getting-to-yes")

    result = run(*SWAP)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "getting-to-yes is done, and that stays." in result.stderr


def test_without_a_plan_there_is_nothing_to_swap(run: Run, rated: None) -> None:
    result = run(*SWAP)

    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no plan to change yet. Make one with: pillarplan plan" in (
        result.stderr
    )
