"""A name that is not known is answered with the names there are; pillars have pages."""

import json
from pathlib import Path

import pytest

from tests.cli.walking import Words
from tests.program import Run


@pytest.mark.parametrize(
    ("call", "listed"),
    [
        (("plan", "--role", "foo"), "There are: associate-pm, pm, "),
        (("gaps", "--context", "foo"), "There are: connected-products, "),
        (("explain", "negotation"), "Did you mean negotiation or "),
        (("plan", "--language", "xx"), "There is nothing in the language 'xx'."),
        (("plan", "--language", "en,xx"), "There are: en."),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(
    run: Run, ana: Path, call: Words, listed: str
) -> None:
    result = run(*call)

    assert (result.exit_code, result.stdout) == (2, "")
    assert listed in result.stderr


def test_every_pillar_has_a_page_with_its_skills(run: Run) -> None:
    skills = json.loads(run("kb", "list", "--json").stdout)["skills"]
    for pillar in sorted({skill["pillar"] for skill in skills}):
        own = [skill for skill in skills if skill["pillar"] == pillar]

        page = json.loads(run("kb", "show", pillar, "--json").stdout)

        assert page["pillar"]["id"] == pillar
        assert page["skills"] == own
        shown = run("kb", "show", pillar).stdout
        assert shown.startswith(page["pillar"]["name"])
        assert all(skill["id"] in shown for skill in own)


GAPS = "make-a-gap-list"
GAP_LIST = "Make a security gap list with Engineering"
"""The second item of Ana's plan."""


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        (("explain", "2"), "Make a security gap list"),
        (("explain", "Getting to Yes"), "Getting to Yes: Negotiating"),
        (("kb", "show", "tell sales no"), "Tell Sales no and stay partners"),
        (("kb", "show", "Business acumen"), "Business acumen"),
        (("history", "NEGOTIATION"), "Levels"),
        (("gaps", "--role", "Director of Product"), "Gaps to Director of Product"),
        (("gaps", "--to", "director"), "Director of Product"),
        (("kb", "list", "--role", "Senior Product Manager"), "senior-pm"),
        (
            ("checkin", "--hours", "2=1.5"),
            f"1.5 h on {GAP_LIST}",
        ),
        (
            ("checkin", "--done", "Security gap list"),
            f"{GAP_LIST}, done",
        ),
        (("plan", "--swap", "1", "--dry-run"), "Roadmap to"),
        (("plan", "--context", "Connected products", "--dry-run"), "Roadmap to"),
        (("config", "set", "role", "senior product"), ""),
    ],
)
def test_names_are_understood_as_people_type_them(
    run: Run, ana: Path, call: Words, shown: str
) -> None:
    result = run(*call)

    assert result.exit_code == 0, result.stderr
    assert shown in result.stdout


def test_hours_under_two_names_of_one_item_add_up(run: Run, ana: Path) -> None:
    result = run("checkin", "--hours", "2=1", "--hours", f"{GAPS}=0.5", "--json")

    assert json.loads(result.stdout)["hours"] == {GAPS: 1.5}
    assert result.stderr == f"2: Make a security gap list with Engineering ({GAPS})\n"


def test_names_in_a_setting_are_written_by_their_ids(run: Run, home: Path) -> None:
    run("config", "set", "context", "Connected, self-service")

    written = (home / "config/config.toml").read_text()
    assert written == 'context = "connected-products,self-service"\n'


def test_what_needs_a_value_is_refused_without_a_guess(run: Run, ana: Path) -> None:
    result = run("checkin", "--hours", "2")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("pillarplan: --hours: '2' should look like ")


def test_several_things_of_a_name_are_listed(run: Run, ana: Path) -> None:
    result = run("assess", "--set", "management=3")

    assert result.exit_code == 2
    assert "  people-management    People management\n" in result.stderr
