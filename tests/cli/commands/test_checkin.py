"""The check-in: what happened, told by flags, by a file, or in a short dialogue."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pillarplan.domain.person.recall import question_id
from tests.cli.commands.test_assess import events
from tests.cli.commands.test_plan import answer
from tests.program import CheckGolden, Result, Run, Shell

FIRST = "owasp-top-10"
TITLE = "OWASP Top 10:2025"
SECOND = "make-a-gap-list"
BOOK = "radical-candor"
LEFT = question_id(BOOK, "Why?")


def test_a_checkin_ends_with_what_is_next(run: Run, ana: Path) -> None:
    result = run("checkin", "--hours", f"{FIRST}=1:30", "--done", FIRST)

    card = run("next").stdout
    assert "Make a security gap list with Engineering" in card
    assert result == Result(
        0,
        "Recorded:\n"
        f"  ✓ 1.5 h on {TITLE}, done\n"
        "This week ━━━━━━━━──────── 1.5 of 3 h\n"
        "What came of it? One line is evidence:\n"
        f'pillarplan checkin --applied {FIRST}="what you did"\n'
        f"\n{card}",
        "",
    )


def test_flags_and_files_record_the_same(run: Run, ana: Path, tmp_path: Path) -> None:
    yaml = f"""\
format: pillarplan-checkin
version: "1.0"
id: 2026-w48
on: 2026-11-22
hours: {{{FIRST}: 1.5}}
done: [{FIRST}]
applied: {{{FIRST}: Ticked the list}}
debrief:
  {FIRST}: {{meant: Find all, why: "No time, as usual"}}
  {BOOK}: {{happened: Read}}
drop: [{{item: getting-to-yes, reason: Not now}}, {SECOND}]
pause_until: 2026-12-07
rate: {{negotiation: 2}}
evidence: {{negotiation: "Cut scope with Sales, 12 May"}}
questions:
- {{item: {FIRST}, question: "What first?", answer: Logins}}
- {{item: {FIRST}, question: "And then?"}}
recall: {{{LEFT}: hard}}
note: A good week.
"""
    run("checkin", "--on", "2026-11-20", "--done", BOOK, "--question", f"{BOOK}=Why?")
    (tmp_path / "week.yaml").write_text(yaml)
    before = events(ana)
    flags = (
        *("checkin", "--id", "2026-w48", "--on", "2026-11-22", "--done", FIRST),
        *("--hours", f"{FIRST}=90m", "--applied", f"{FIRST}=Ticked the list"),
        *("--debrief", f"{FIRST}=Find all | | No time, as usual"),
        *("--debrief", f"{BOOK}= | Read"),
        *("--drop", "getting-to-yes=Not now", "--drop", SECOND),
        *("--pause-until", "2w", "--recall", f"{LEFT}=hard"),
        *("--question", f"{FIRST}=What first? | Logins"),
        *("--question", f"{FIRST}=And then?"),
        *("--rate", "negotiation=2", "--note", "A good week."),
        *("--evidence", "negotiation=Cut scope with Sales, 12 May"),
    )
    ways = (flags, ("checkin", "--from", "week.yaml"), ("checkin", "--from", "-"))

    told = []
    for way in ways:
        assert run(*way, stdin=yaml).exit_code == 0
        told.append(events(ana)[len(before) :])
        before = events(ana)
        run("undo")
        before = events(ana)

    assert [event["type"] for event in told[0]] == [
        *("checked-in", "spent", "finished", "dropped", "dropped"),
        *("evidence", "evidence", "evidence", "debriefed", "debriefed"),
        *("rated", "question-left", "question-left"),
        *("question-recalled", "paused"),
    ]
    assert told[1] == told[2] == told[0]


def test_the_same_id_again_changes_nothing(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (
        *("checkin", "--id", "monday", "--hours", f"{FIRST}=1", "--done", FIRST),
        *("--applied", f"{FIRST}=x", "--drop", f"{SECOND}=y", "--pause-until", "1w"),
        *("--question", f"{FIRST}=What first?", "--note", "z"),
        *("--rate", "security=2"),
    )
    assert run(*words).exit_code == 0
    before = events(ana)
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-01-25")  # the pause is long over

    again = run(*words)

    assert again.exit_code == 0
    assert again.stdout.startswith(
        "This check-in was recorded before; nothing changed.\n"
    )
    assert events(ana) == before


def test_a_file_may_get_its_name_from_the_flag(run: Run, ana: Path) -> None:
    text = "format: pillarplan-checkin\nversion: '1.0'\nnote: Quiet\n"
    words = ("checkin", "--from", "-", "--id", "2026-w48")

    first, again = run(*words, stdin=text), run(*words, stdin=text)

    assert first.stdout.startswith("Recorded.\n")
    assert again.stdout.startswith("This check-in was recorded before;")


def test_what_was_applied_is_evidence_of_the_skills_it_serves(
    run: Run, ana: Path
) -> None:
    result = run("checkin", "--done", FIRST, "--applied", f"{FIRST}=Ticked the list")
    rises = run("checkin", "--rate", "security=2")

    assert result.stdout.startswith(
        f"Recorded:\n  ✓ {TITLE}, done\n  ✓ Security: 1 line of evidence by now\n"
    )
    assert rises.exit_code == 0
    assert [(each["skill"], each["text"]) for each in profile(run)["evidence"]] == [
        ("security", "Ticked the list")
    ]


def test_in_a_plan_an_item_serves_the_skills_it_stands_there_for(run: Run) -> None:
    rated = ("--set", "negotiation=2", "--set", "vision-alignment=3")
    run("assess", "--role", "senior-pm", *rated)
    practice = "show-what-stays-out"  # it develops both
    before = run("checkin", "--applied", f"{practice}=Told Sales what waits")
    run("plan", "--skill", "negotiation", "--pin", practice)

    after = run("checkin", "--applied", f"{practice}=Told them again")

    assert _shown(before) == ["Negotiation: 1 line", "Vision and alignment: 1 line"]
    assert _shown(after) == ["Negotiation: 2 lines"]


def _shown(result: Result) -> list[str]:
    """Return what a check-in says of how much evidence there is by now."""
    return re.findall(r"^  ✓ (.*) of evidence by now$", result.stdout, re.MULTILINE)


def test_why_an_item_was_dropped_is_kept(run: Run, ana: Path) -> None:
    run("checkin", "--drop", f"{SECOND}=No time", "--drop", FIRST)

    told = profile(run)["dropped"]
    assert {each["item"]: each["reason"] for each in told} == {
        SECOND: "No time",
        FIRST: "",
    }


def test_a_quiet_week_can_be_told(run: Run, ana: Path) -> None:
    result = run("checkin", "--nothing")

    assert result.stdout.startswith("Recorded.\nNothing this time, and that is fine.\n")
    assert [each["type"] for each in events(ana)][-1] == "checked-in"


def test_a_level_rises_with_evidence_only(run: Run, ana: Path) -> None:
    refused = run("checkin", "--rate", "negotiation=2")

    assert refused == Result(
        2,
        "",
        "pillarplan: Negotiation rises from 1 to 2: what did you do that shows it? "
        'Add: --evidence negotiation="one line"\n',
    )
    accepted = run(
        *("checkin", "--rate", "negotiation=2", "--evidence", "negotiation=Cut scope")
    )
    assert "Negotiation is now at level 2, with evidence. Well done." in accepted.stdout
    assert run("checkin", "--rate", "negotiation=1").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Tell what happened, for example: pillarplan checkin --hours ITEM=2"),
        (("--done", "owasp-top-01"), "Did you mean owasp-top-10"),
        (("--drop", "nothing-like-it"), "There is no item 'nothing-like-it'."),
        (("--rate", "negotation=1"), "Did you mean negotiation"),
        (("--rate", "negotiation=n/a"), "use pillarplan assess --set negotiation=n/a"),
        (("--rate", "negotiation=9"), "'9' is no level. Write one of: 0 Not started,"),
        (("--hours", "getting-to-yes"), "should look like getting-to-yes=VALUE."),
        (("--hours", "getting-to-yes=-1"), "is no number of hours."),
        (
            ("--on", "2026-11-24", "--note", "x"),
            "cannot be from the future (2026-11-24)",
        ),
        (("--on", "24.13.", "--note", "x"), "--on: '24.13.' is no date."),
        (("--done", FIRST, "--drop", FIRST), "cannot be both done and dropped."),
        (("--id", "Not A Slug", "--note", "x"), "--id: 'Not A Slug'"),
        (("--drop", "=Why"), "--drop: '=Why' should look like ITEM=REASON."),
        (("--applied", "getting-to-yess=x"), "Did you mean getting-to-yes"),
        (("--pause-until", "soon"), "--pause-until: 'soon' is no date."),
        (("--pause-until", "2026-11-22"), "A pause ends today or later"),
        (("--pause-until", "900w"), "A pause may last two years"),
        (("--recall", "q123456=good"), "There is no question 'q123456'."),
        (("--recall", "q123456=fine"), "There are: forgot, hard, good, easy."),
        (("--question", f"{FIRST}=Why?"), f"First: pillarplan checkin --done {FIRST}"),
        (("--question", f"{FIRST}= | Because"), "should look like 'ITEM=What is it?"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_recorded(
    run: Run, ana: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = events(ana)

    result = run("checkin", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert events(ana) == before


def test_a_broken_file_is_explained(
    run: Run, ana: Path, check_golden: CheckGolden
) -> None:
    text = f"""\
format: pillarplan-checkin
version: "1.0"
on: 2026-11-24
hours: {{{FIRST}: lots, getting-to-yess: 1}}
done: [nothing]
rate: {{negotation: 2}}
applied: {{getting-to-yess: Much}}
drop: [nothing, {{item: nothing, reason: None}}]
questions: [{{item: nothing, question: "Why?"}}]
recall: {{q123456: good}}
"""
    form = run("checkin", "--from", "-", stdin=text)
    names = run("checkin", "--from", "-", stdin=text.replace("lots", "1"))

    assert (form.exit_code, names.exit_code) == (4, 4)
    check_golden("cli/checkin-broken.txt", f"{form.stderr}\n{names.stderr}")


def test_status_and_next_follow_what_was_done(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch, check_golden: CheckGolden
) -> None:
    told = []

    def tell(*call: str) -> None:
        told.append(f"$ pillarplan {' '.join(call)}\n{run(*call).stdout}")

    tell("status")
    run("checkin", "--hours", f"{FIRST}=0.5")
    tell("next")
    run("checkin", "--hours", f"{FIRST}=1", "--done", FIRST)
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-12-01")
    tell("status")
    tell("roadmap")
    run("checkin", "--drop", SECOND)
    tell("next")
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-08-01")
    tell("next")
    tell("status")

    check_golden("cli/progress.txt", "\n".join(told))


def test_status_due_ends_with_3_a_week_after_the_last_sign(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def due(today: str) -> int:
        monkeypatch.setenv("PILLARPLAN_TODAY", today)
        assert run("status").exit_code == 0
        return run("status", "--due").exit_code

    assert (due("2026-11-29"), due("2026-11-30")) == (0, 3)
    run("checkin", "--note", "On holiday")
    assert (due("2026-12-06"), due("2026-12-07")) == (0, 3)


@pytest.mark.parametrize("short", [True, False])
def test_next_ends_with_3_while_there_is_nothing_to_work_on(
    run: Run, short: bool
) -> None:
    words = ("next", "--short") if short else ("next",)
    nothing = run(*words)
    run("assess", "--set", "negotiation=1")
    no_plan = run(*words)
    run("plan")

    assert (nothing.exit_code, no_plan.exit_code) == (3, 3)
    assert run(*words).exit_code == 0


def test_a_shell_prompt_gets_the_same_answer_by_the_short_way(
    run: Run, shell: Shell, home: Path, ana: Path
) -> None:
    by_typer, by_hand = (
        run("next", "--short"),
        shell("next", "--short", PILLARPLAN_TODAY="2026-11-23"),
    )

    assert by_typer == by_hand
    assert by_hand.stdout == "OWASP Top 10:2025 (2.5 h left, 24 Nov)\n"


def test_finishing_everything_leads_to_rating_again_and_a_new_plan(
    run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-02-01")
    items = [item["id"] for item in answer(run, "roadmap")["items"]]
    done = [part for item in items for part in ("--done", item)]

    result = run("checkin", *done)

    assert "Everything in the plan is done. Well done; now rate again." in result.stdout
    action = json.loads(run("next", "--json").stdout)
    assert action["act"] == "rerate"
    while action["act"] == "rerate":
        skill = action["command"].split()[-1]
        run("assess", "--set", f"{skill}=3")
        action = json.loads(run("next", "--json").stdout)
    assert (action["act"], action["command"]) == ("plan", "pillarplan plan")


def test_an_undone_checkin_never_happened(run: Run, ana: Path) -> None:
    before = {call: run(call).stdout for call in ("status", "next", "roadmap")}
    run("checkin", "--hours", f"{FIRST}=1", "--done", FIRST, "--note", "x")

    taken = json.loads(run("undo", "--json").stdout)

    assert taken["summary"] == "1 check-in, 1 entry of hours, 1 finished item"
    assert {call: run(call).stdout for call in before} == before


def profile(run: Run) -> Any:
    return json.loads(run("export", "json").stdout)["profile"]


HOSTILE = "a\x1b[31mb\u202ec\r\nd\x07 \x9b=cmd|x <b> | *x* [y](javascript:z)"


def test_hostile_texts_are_cleaned_before_they_are_kept(run: Run, ana: Path) -> None:
    run("checkin", "--note", HOSTILE, "--evidence", f"negotiation={HOSTILE}")

    clean = "a[31mbc d =cmd|x <b> | *x* [y](javascript:z)"
    assert profile(run)["notes"][0]["text"] == clean
    assert profile(run)["evidence"][0]["text"] == clean
    for call in (("status",), ("roadmap",), ("export", "markdown")):
        assert "\x1b" not in run(*call).stdout


def test_what_is_told_twice_in_one_check_in_is_said_once(run: Run, ana: Path) -> None:
    done = run("checkin", "--done", FIRST, "--done", FIRST)

    assert done.stdout.splitlines()[1] == f"  ✓ {TITLE}, done"


@pytest.mark.parametrize("text", ["", " | | | ", "a | b | c | d | e"])
def test_a_debrief_has_four_parts_at_most_and_one_at_least(
    run: Run, ana: Path, text: str
) -> None:
    before = events(ana)

    told = run("checkin", "--debrief", f"{FIRST}={text}")

    assert told.exit_code == 2
    assert FIRST in told.stderr or "What was meant" in told.stderr
    assert events(ana) == before


def test_moments_can_be_told_by_flags_by_file_and_beside_a_plan(
    run: Run, ana: Path
) -> None:
    file = (
        f"when:\n  {FIRST}: {{when: after lunch, obstacle: a launch, then: I say no}}\n"
    )
    ways = (
        (("checkin", "--when", f"{FIRST}=after lunch | a launch | I say no"), ""),
        (("checkin", "--from", "-"), file),
        (("plan", "--when", f"{FIRST}=after lunch | a launch | I say no"), ""),
    )

    told = []
    for way, stdin in ways:
        before = events(ana)
        assert run(*way, stdin=stdin).exit_code == 0
        told.append(
            [e["data"] for e in events(ana)[len(before) :] if "cue" in e["data"]]
        )
        assert run("undo").exit_code == 0

    assert told[0] == told[1] == told[2]
    assert [each["cue"] for each in told[0]] == [
        {"when": "after lunch", "obstacle": "a launch", "then": "I say no"}
    ]


def test_a_moment_beside_no_other_wish_changes_no_date(run: Run, ana: Path) -> None:
    before = run("roadmap", "--json").stdout

    said = run("plan", "--when", f"{FIRST}=after the Thursday call")

    assert said.stdout == (
        f"{FIRST}: after the Thursday call.\n"
        "It stands in `pillarplan next` on the days of the item.\n"
    )
    assert run("roadmap", "--json").stdout == before
    gone = run("plan", "--when", f"{FIRST}=none")
    assert gone.stdout.startswith(f"{FIRST}: no moment any more.")
    assert json.loads(run("next", "--json").stdout)["cues"] == []
