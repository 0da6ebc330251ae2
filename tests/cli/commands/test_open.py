"""From what is next to its page in one command."""

import json
from pathlib import Path

from tests.program import Result, Run

OWASP = "https://owasp.org/Top10/2025/"


def test_the_address_of_what_is_next_is_shown_where_nothing_can_be_opened(
    run: Run, ana: Path
) -> None:
    assert run("open") == Result(0, f"{OWASP}\n", "OWASP Top 10:2025:\n")


def test_an_item_goes_by_any_name(run: Run, ana: Path) -> None:
    assert run("open", "owasp", "--print").stdout == f"{OWASP}\n"


def test_the_answer_says_what_was_found(run: Run, ana: Path) -> None:
    answer = json.loads(run("open", "--json").stdout)

    assert answer["format"] == "pillarplan-address"
    assert (answer["url"], answer["opened"]) == (OWASP, False)


def test_what_has_no_address_ends_with_3(run: Run, ana: Path) -> None:
    result = run("open", "make-a-gap-list")

    assert (result.exit_code, result.stdout) == (3, "")
    assert "has no address." in result.stderr
