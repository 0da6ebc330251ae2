"""``pillarplan amend`` and ``history --entries``, as a person and a script use them."""

import json
from pathlib import Path

import pytest

from tests.program import Run

BOOK = "getting-to-yes"


@pytest.fixture
def told(run: Run, ana: Path) -> None:
    """Ana told 10 h and meant one."""
    assert run("checkin", "--hours", f"{BOOK}=10").exit_code == 0


def spent(run: Run) -> list[float]:
    answer = json.loads(run("export", "json").stdout)
    return [each["hours"] for each in answer["profile"]["spent"]]


def listed(run: Run) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads(
        run("history", "--entries", "--json").stdout
    )["entries"]
    return entries


@pytest.mark.usefixtures("told")
def test_an_entry_is_listed_corrected_withdrawn_and_all_of_it_taken_back(
    run: Run,
) -> None:
    entry = next(each for each in listed(run) if each["hours"] == 10)

    lines = run("history", "--entries").stdout.splitlines()
    corrected = run("amend", str(entry["number"]), "--hours", "1:00")
    assert spent(run) == [1]
    withdrawn = run("amend", str(entry["id"]), "--withdraw", "--json")
    assert spent(run) == []
    run("undo")
    run("undo")

    assert lines[int(str(entry["number"])) - 1].split() == [
        *(str(entry["number"]), entry["id"], entry["on"]),
        *f"entry of hours: 10 h on {BOOK}".split(),
    ]
    assert corrected.stdout == (
        f"Corrected 10 h on {BOOK} of {entry['on']}: 1 h, not 10 h.\n"
    )
    assert json.loads(withdrawn.stdout)["entry"]["hours"] == 1
    assert spent(run) == [10]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("amend", "1"), "--withdraw"),
        (("amend", "1", "--hours", "1", "--withdraw"), "--withdraw"),
        (("amend", "1", "--hours", "1"), "tells no hours"),
        (("amend", "99", "--withdraw"), "There is no entry '99'"),
        (("amend", "1", "--hours", "many"), "no number of hours"),
        (("history", "negotiation", "--entries"), "leave the rest out"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    run: Run, arguments: tuple[str, ...], words: str
) -> None:
    before = listed(run)

    result = run(*arguments)

    assert (result.exit_code, listed(run)) == (2, before)
    assert words in result.stderr


@pytest.mark.usefixtures("told")
def test_notes_can_be_read_again(run: Run) -> None:
    run("checkin", "--note", "Ask Dana about the memo")

    assert "Ask Dana about the memo" in run("history").stdout


@pytest.mark.usefixtures("ana")
def test_an_old_rating_says_that_a_newer_one_counts(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(
        'format: pillarplan-ratings\nversion: "1.0"\nrated_on: 2025-11-20\n'
        "ratings: {negotiation: 0}\n"
    )

    result = run("assess", "--from", str(old))

    assert "Newer ratings go on to count: Negotiation." in result.stdout
