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
