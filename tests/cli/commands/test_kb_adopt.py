"""``kb adopt``: what is gone counts for what took its place, and undo takes it back."""

import json
from pathlib import Path

import pytest

from tests.cli.test_answers import check
from tests.program import Run

OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
hide: [negotiation]
"""


@pytest.fixture
def without_negotiation(home: Path, ana: Path) -> None:
    """Ana's record beside a base that lost the skill that she works on."""
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "overlay.yaml").write_text(OVERLAY, encoding="utf-8")


@pytest.mark.usefixtures("without_negotiation")
def test_what_counts_now_is_told_back_and_can_be_undone(run: Run) -> None:
    adopted = run("kb", "adopt", "negotiation=presenting")
    levels = json.loads(run("gaps", "--json").stdout)["gaps"]
    undone = run("undo")

    assert adopted.exit_code == 0, adopted.stderr
    assert adopted.stdout.startswith("What you said of negotiation (1 rating")
    assert " ".join(adopted.stdout.split()).endswith("counts for presenting now.")
    assert {each["skill"]: each["current"] for each in levels}["presenting"] == 1
    assert undone.stdout == "Took back: 1 successor named.\n"


@pytest.mark.usefixtures("without_negotiation")
def test_it_answers_with_json_and_stands_among_the_entries(run: Run) -> None:
    answer = json.loads(run("kb", "adopt", "negotiation=presenting", "--json").stdout)
    entries = run("history", "--entries").stdout

    assert check(answer) == "successors"
    (named,) = answer["successors"]
    assert (named["said"]["id"], named["new"]) == ("negotiation", ["presenting"])
    assert "negotiation = presenting" in entries


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("negotiation", "'negotiation' should look like OLD=NEW."),
        ("=x", "'=x' should look like OLD=NEW."),
        ("negotiation=x", "negotiation is still in the knowledge base"),
        ("nobody=x", "Your record says nothing of 'nobody'"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, ana: Path, pair: str, said: str) -> None:
    refused = run("kb", "adopt", pair)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
