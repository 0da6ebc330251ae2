"""What stands on the pages that others read, and what never does unasked."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pillarplan.domain.person.advice import Advice
from pillarplan.domain.person.debrief import Account, Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.sharing import for_others
from pillarplan.domain.person.work import Ended, Evidence, Note
from tests.program import Run

PAGES = (
    ("review",),
    ("review", "--with-reasons"),
    ("review", "--json"),
    ("export", "markdown"),
    ("export", "markdown", "--packet"),
    ("export", "markdown", "--packet", "--with-notes"),
    ("export", "html"),
    ("export", "html", "--with-notes"),
    ("export", "obsidian"),
    ("export", "todotxt"),
    ("export", "taskwarrior"),
    ("export", "ical", "--todos"),
    ("feedback", "request"),
)
"""All that one hands to others."""

WITH_REASONS = {PAGES[1], PAGES[7]}

FORM = """\
format: pillarplan-ratings
version: "1.0"
rated_on: 2026-11-23
rater: {name: Dana, kind: manager}
ratings:
  negotiation: {level: 1, evidence: "Gave in twice"}
"""


@pytest.fixture
def told(run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ana had a bad day, and a manager rated her."""
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-11-24")
    for call in (
        ("--evidence", "negotiation=I shouted", "--rate", "negotiation=2"),
        ("--note", "They were horrid"),
        ("--debrief", "getting-to-yes=Stay calm | Lost my temper"),
    ):
        assert run("checkin", *call, "--private").exit_code == 0
    run("checkin", "--evidence", "security=I listed the gaps", "--note", "A good day")
    run("checkin", "--drop", "getting-to-yes=Sales scares me")
    Path("form.yaml").write_text(FORM)
    assert run("feedback", "import", "form.yaml").exit_code == 0


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("call", PAGES)
def test_what_is_private_is_on_no_page_for_others(
    run: Run, call: tuple[str, ...]
) -> None:
    page = run(*call)

    assert page.exit_code == 0
    assert "I shouted" not in page.stdout
    assert "Stay calm" not in page.stdout
    assert "temper" not in page.stdout
    assert "horrid" not in page.stdout
    assert ("Sales scares me" in page.stdout) is (call in WITH_REASONS)
    assert ("Dana" in page.stdout) is ("--with-notes" in call)


@pytest.mark.usefixtures("told")
def test_what_is_not_private_is_still_told(run: Run) -> None:
    assert "I listed the gaps" in run("review").stdout
    assert "I listed the gaps" in run("export", "html").stdout
    full = run("export", "markdown", "--packet", "--with-notes").stdout
    assert "A good day" in full


@pytest.mark.usefixtures("told")
def test_the_person_sees_what_they_marked_private(run: Run) -> None:
    assert "I shouted" in run("history").stdout
    record = json.loads(run("export", "json").stdout)["profile"]
    assert [(each["text"], each["private"]) for each in record["notes"]] == [
        ("They were horrid", True),
        ("A good day", False),
    ]


def test_a_file_can_mark_a_check_in_private(run: Run, ana: Path) -> None:
    Path("week.yaml").write_text(
        'private: true\nevidence: {negotiation: "I shouted"}\nnote: Horrid\n'
    )

    assert run("checkin", "--from", "week.yaml").exit_code == 0

    assert "I shouted" in run("history").stdout
    assert "I shouted" not in run("export", "markdown").stdout


def test_others_read_a_record_without_what_is_private() -> None:
    day = date(2026, 11, 23)
    own = Rating(skill="a", level=1, rated_on=day)
    theirs = replace(own, rater=Rater(name="Dana", kind=RaterKind.PEER))
    shown = Evidence(on=day, skill="a", text="Shown")
    note = Note(on=day, text="A note")
    debrief = Debrief(on=day, item="b", skills=("a",), account=Account(meant="Win"))
    words = Advice(on=day, item="b", text="Chapter 3", rater=theirs.rater)
    full = Profile(
        advice=(words,),
        ratings=(own, theirs),
        evidence=(shown, replace(shown, private=True)),
        notes=(note, replace(note, private=True)),
        debriefs=(debrief, replace(debrief, private=True)),
        dropped=(Ended(on=day, item="b", reason="Boring"),),
    )

    assert for_others(full) == Profile(
        ratings=(own,),
        evidence=(shown,),
        debriefs=(debrief,),
        dropped=(Ended(on=day, item="b"),),
    )
    assert for_others(full, with_notes=True) == replace(
        full, evidence=(shown,), debriefs=(debrief,), notes=(note,)
    )


@pytest.mark.usefixtures("ana")
def test_a_packet_says_neither_where_one_stands_nor_where_one_wants_to(
    run: Run,
) -> None:
    before = run("export", "markdown", "--packet").stdout
    plan = json.loads(run("roadmap", "--json").stdout)

    for item in plan["items"]:
        # What is taken up later has a line for each skill.
        shown = item["title"].replace("&", "\\&") in before
        assert shown is (item["wave"] == 1)
        assert item["reason"] not in before
    for word in ("Target", "Priority", "closes", "Closes", "step up"):
        assert word not in before.split("## Your view")[0]
    for each in plan["not_now"]:
        assert each["reason"] not in before
