"""What is written down when a plan is adopted, and what older programs wrote."""

import json
import shutil
import zlib
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.walking import MONDAY
from tests.program import Run

BEFORE_FACTS = Path(__file__).parents[2] / "data" / "journals" / "before-facts"
"""A journal from before there were facts: ratings, and a plan that is too tight."""

REQUIRED: Mapping[str, set[str]] = {
    "": {
        *("made_on", "starts_on", "until", "role", "focus", "items", "sessions"),
        *("rerate", "not_now", "totals", "limits"),
    },
    "items": {"id", "kind", "title", "hours", "closes", "starts_on", "ends_on"},
    "not_now": {"skill", "reason"},
}
"""Without these keys a program from before facts drops a roadmap."""


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", MONDAY)


@pytest.fixture
def old(home: Path) -> Path:
    """A home with the old journal."""
    shutil.copytree(BEFORE_FACTS, home / "data")
    return home


def adopted(home: Path) -> list[Any]:
    """Return the roadmaps as they are written down in a home, the oldest first."""
    lines = [
        json.loads(line.partition(" ")[2])
        for journal in (home / "data" / "journal").glob("*.jsonl")
        for line in journal.read_text(encoding="utf-8").splitlines()
    ]
    adoptions = [event for event in lines if event["type"] == "roadmap-adopted"]
    # The devices have names by chance, so their logs come in any order.
    return [event["data"] for event in sorted(adoptions, key=itemgetter("lam"))]


def reasons(roadmap: Any) -> list[str]:
    return [each["reason"] for each in (*roadmap["items"], *roadmap["not_now"])]


def answer(run: Run, *arguments: str) -> Any:
    return json.loads(run(*arguments, "--json").stdout)


def test_a_plan_from_before_facts_is_shown_in_the_words_that_it_was_told_in(
    run: Run, old: Path
) -> None:
    (stored,) = adopted(old)

    shown = answer(run, "roadmap")

    assert len(stored["notes"]) == 2
    assert shown["notes"] == stored["notes"]
    assert reasons(shown) == reasons(stored)
    assert stored["notes"][0] in " ".join(run("roadmap").stdout.split())


def test_planning_again_does_not_adopt_an_old_plan_anew(run: Run, old: Path) -> None:
    # The knowledge base is another one by now, so the old plan is made once more first.
    run("plan", "--yes")
    forget_facts(old)
    count = len(adopted(old))

    again = answer(run, "plan", "--yes")

    assert reasons(again) == reasons(answer(run, "roadmap"))
    assert len(adopted(old)) == count


def forget_facts(home: Path) -> None:
    """Leave in the journal what a program from before facts would have written."""
    for journal in (home / "data" / "journal").glob("*.jsonl"):
        lines = []
        for line in journal.read_text(encoding="utf-8").splitlines():
            event = json.loads(line.partition(" ")[2])
            body = json.dumps(without_facts(event), ensure_ascii=False).encode()
            lines.append(b"%08x %s\n" % (zlib.crc32(body), body))
        journal.write_bytes(b"".join(lines))


def without_facts(value: Any) -> Any:
    """Return plain data without the keys that facts are kept under."""
    if isinstance(value, list):
        return [without_facts(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: without_facts(each) for key, each in value.items() if key != "facts"}


def test_a_plan_is_kept_in_facts_and_in_the_words_that_older_programs_need(
    run: Run, old: Path
) -> None:
    assert run("plan", "--hours", "1.25", "--yes").exit_code == 0

    _, stored = adopted(old)

    assert stored.keys() >= REQUIRED[""] | {"notes"}
    for part in ("items", "not_now"):
        assert all(each.keys() >= REQUIRED[part] for each in stored[part])
    assert stored["items"] and stored["not_now"] and stored["notes"]
    assert all(reasons(stored)) and all(stored["notes"])
    assert [note["kind"] for note in stored["facts"]] == [
        "shortage",
        "ways-out",
    ]
    assert len(stored["notes"]) == len(stored["facts"])
    assert {fact["kind"] for item in stored["items"] for fact in item["facts"]} == {
        "closes"
    }


def test_ways_out_can_be_taken_by_a_script(run: Run, old: Path) -> None:
    notes = answer(run, "plan", "--dry-run")["facts"]
    (ways,) = (note["ways"] for note in notes if note["kind"] == "ways-out")
    asked = answer(run, "roadmap")["totals"]["wanted_steps"]

    taken = {
        way["kind"]: answer(
            run,
            "plan",
            "--dry-run",
            *(word for each in way["options"] for word in each.values()),
        )["totals"]["steps"]
        for way in ways
        if way["options"]
    }

    assert taken == {"later-end": asked}
