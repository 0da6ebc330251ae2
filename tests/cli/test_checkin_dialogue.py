"""The dialogue of a check-in, answered line by line as a script or screen reader does.

What a real terminal adds is in test_terminal_session.py.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pillarplan.domain.person.recall import question_id
from tests.cli.commands.test_assess import events
from tests.program import CheckGolden, Result, Run

FIRST = "owasp-top-10"
SECOND = "make-a-gap-list"
THIRD = "getting-to-yes"
NEXT_MONDAY = "2026-11-30"

Talk = Callable[..., Result]

FINISHED = ("1 y", "", "", "Ticked the list with Jo", "What first?", "Logins", "")
"""A week in which the first item was finished, up to what is dropped."""


@pytest.fixture
def talk(run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Answer the dialogue on a day: ``talk("2026-11-30", "1", "y")``."""

    def answer(on: str, *answers: str, flags: tuple[str, ...] = ()) -> Result:
        monkeypatch.setenv("PILLARPLAN_TODAY", on)
        lines = "".join(f"{each}\n" for each in answers)
        return run("--plain", "checkin", *flags, stdin=lines)

    return answer


def screen(*results: Result) -> str:
    return "\n".join(f"{each.stderr}{each.stdout}" for each in results)


def test_a_normal_week_takes_five_answers(
    talk: Talk, ana: Path, check_golden: CheckGolden
) -> None:
    before = events(ana)
    answers = ("0:45", "2", "", "", "")

    result = talk(NEXT_MONDAY, *answers)

    check_golden("cli/checkin-week.txt", screen(result))
    assert result.exit_code == 0
    assert len(re.findall(r"(\?|\(y: done\)|>) $", result.stderr, re.M)) == len(answers)
    assert [
        (each["type"], each["data"].get("item")) for each in events(ana)[len(before) :]
    ] == [("checked-in", None), ("spent", FIRST), ("spent", SECOND)]


def test_the_dialogue_and_the_flags_record_the_same(
    talk: Talk, run: Run, ana: Path
) -> None:
    left = question_id(SECOND, "Why?")
    run("checkin", "--done", SECOND, "--question", f"{SECOND}=Why?")
    before = len(events(ana))

    talk(
        NEXT_MONDAY,
        "1:30 y",  # the item in hand
        *("?", "4", "2", "", ""),  # another one, by its number
        *("Ticked the list", "What first?", "Logins", "And then?", "", ""),
        *("3", "Not now", "2w", ""),  # drop one, and pause
        "hard",
        "A good week",
        flags=("--id", "2026-w48", "--on", "2026-11-29"),
    )
    by_dialogue = events(ana)[before:]
    other = by_dialogue[2]["data"]["item"]
    run("undo")
    before = len(events(ana))
    run(
        *("checkin", "--id", "2026-w48", "--on", "2026-11-29", "--note", "A good week"),
        *("--hours", f"{FIRST}=1.5", "--hours", f"{other}=2", "--done", FIRST),
        *("--applied", f"{FIRST}=Ticked the list", "--drop", f"{THIRD}=Not now"),
        *("--question", f"{FIRST}=What first? | Logins", "--pause-until", "2026-12-14"),
        *("--question", f"{FIRST}=And then?", "--recall", f"{left}=hard"),
    )

    assert [each["type"] for each in by_dialogue] == [
        *("checked-in", "spent", "spent", "finished", "dropped", "evidence"),
        *("question-left", "question-left", "question-recalled", "paused"),
    ]
    assert by_dialogue == events(ana)[before:]


def test_what_no_plan_has_is_told_by_its_title_and_asked_for_its_skill(
    talk: Talk, run: Run, ana: Path
) -> None:
    asked = ("Talk by Jo", "pricing", "1:30", "Asked three buyers")

    result = talk(NEXT_MONDAY, "", "", *asked, "Talk by Jo", "0:30", "", "slip", "")

    assert "There is no item 'Talk by Jo'." in result.stderr
    assert result.stderr.count("For which skill was it?") == 2
    assert "> 2 h on Talk by Jo" in result.stdout
    spent = json.loads(run("export", "json").stdout)["profile"]["spent"]
    assert [(each["item"], each["hours"]) for each in spent] == [
        ("talk-by-jo", 1.5),
        ("talk-by-jo", 0.5),
    ]
    assert "Asked three buyers" in run("history", "pricing").stdout


def test_what_was_begun_comes_first_and_then_what_the_plan_has_for_now(
    talk: Talk, run: Run
) -> None:
    run("checkin", "--hours", f"{THIRD}=1")

    result = talk(NEXT_MONDAY, "", "", "", "?", *[""] * 3)

    listed = re.findall(r"^ *(\d+) (\w+)", result.stderr, re.M)
    assert listed[:3] == [("3", "Getting"), ("1", "OWASP"), ("2", "Make")]
    assert listed[3:6] == listed[:3]
    assert len(listed) == 3 + 15


def test_what_took_no_hours_can_be_done_too(talk: Talk) -> None:
    result = talk(NEXT_MONDAY, "0", "y")

    assert result.stdout.startswith("Recorded:\n  x OWASP Top 10:2025, done\n")


def test_finishing_asks_what_was_applied_and_what_shows_it(
    talk: Talk, check_golden: CheckGolden
) -> None:
    resource = talk(NEXT_MONDAY, *FINISHED, "", "Good talk")
    account = (
        *(
            "Agree on the gaps",
            "Agreed on nine of ten",
            "Jo had the list",
            "Ask Jo first",
        ),
        "after the Thursday pipeline call",
    )
    practice = talk("2026-12-07", "3", "y", "", "", *account, "", "", "3", "")

    check_golden("cli/checkin-finished.txt", screen(resource, practice))


def test_what_to_drop_and_a_pause_are_asked_until_enter(
    talk: Talk, check_golden: CheckGolden
) -> None:
    result = talk(
        NEXT_MONDAY,
        *("1 y", "", "", "", ""),
        *("1", "12", "?", "2", "No time", "yesterday", "2026-11-01", "2027-01-03", ""),
        "",
    )

    check_golden("cli/checkin-drop.txt", screen(result))


@pytest.fixture
def rerating(talk: Talk, run: Run, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """A dialogue in March, when all work on security was finished in January."""
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-01-25")
    roadmap = json.loads(run("roadmap", "--json").stdout)
    for item in roadmap["items"]:
        if any(span["skill"] == "security" for span in item["closes"]):
            assert run("checkin", "--done", item["id"]).exit_code == 0
    monkeypatch.setenv("PILLARPLAN_TODAY", "2027-03-01")
    assert json.loads(run("next", "--json").stdout)["act"] == "rerate"
    return talk


QUIET = ("", "", "", "", "")
"""Nothing done and nothing dropped, where three items are in hand."""


def test_a_level_that_rises_asks_for_a_line_and_has_it(
    rerating: Talk, ana: Path, check_golden: CheckGolden
) -> None:
    before = len(events(ana))

    result = rerating("2027-03-01", *QUIET, "2", "Wrote the threat model", "")

    check_golden("cli/checkin-rise.txt", screen(result))
    assert [
        (each["type"], each["data"].get("level")) for each in events(ana)[before:]
    ] == [("checked-in", None), ("evidence", None), ("rated", 2)]


def test_without_a_line_the_level_stays_and_is_asked_again(
    rerating: Talk, run: Run, ana: Path
) -> None:
    before = len(events(ana))

    result = rerating("2027-03-01", *QUIET, "2", "", "")

    assert "Then it stays at 1 for now." in result.stderr
    assert [each["type"] for each in events(ana)[before:]] == ["checked-in"]
    assert json.loads(run("next", "--json").stdout)["act"] == "rerate"


@pytest.mark.parametrize("level", ["1", "0"])
def test_a_level_that_does_not_rise_needs_no_line(
    rerating: Talk, ana: Path, level: str
) -> None:
    result = rerating("2027-03-01", *QUIET, level, "")

    assert "shows it" not in result.stderr
    assert events(ana)[-1]["data"]["level"] == int(level)


def test_who_comes_back_after_weeks_is_welcomed_and_may_plan_anew(
    talk: Talk, check_golden: CheckGolden
) -> None:
    talk(NEXT_MONDAY, "1 y", *[""] * 6)

    result = talk("2026-12-28", *[""] * 8)

    check_golden("cli/checkin-back.txt", screen(result))


def test_no_more_than_three_questions_are_asked_the_longest_waiting_first(
    talk: Talk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, item in (("2026-11-23", "radical-candor"), ("2026-11-24", THIRD)):
        monkeypatch.setenv("PILLARPLAN_TODAY", day)
        run("checkin", "--done", item)
        for number in (1, 2):
            run("recall", "--add", item, "--question", f"{item} {number}?")

    asked = [
        [line for line in result.stderr.splitlines() if line.endswith(("1?", "2?"))]
        for day in ("2027-01-11", "2027-01-11", "2027-01-12")
        for result in (talk(day, *QUIET, "good", "good", "good", ""),)
    ]

    first = sorted(
        (f"radical-candor {number}?" for number in (1, 2)),
        key=lambda text: question_id("radical-candor", text),
    )
    last = sorted(
        (f"{THIRD} {number}?" for number in (1, 2)),
        key=lambda text: question_id(THIRD, text),
    )
    assert asked == [
        [f"  {each}" for each in (*first, last[0])],
        [f"  {last[1]}"],
        [],
    ]


def test_enter_to_the_end_is_a_quiet_week(talk: Talk, ana: Path) -> None:
    result = talk(NEXT_MONDAY, *[""] * 6)

    assert "Recorded.\nNothing this time, and that is fine.\n" in result.stdout
    assert [each["type"] for each in events(ana)][-1] == "checked-in"


def test_answers_that_end_early_keep_what_was_told(talk: Talk, ana: Path) -> None:
    result = talk(NEXT_MONDAY, "1")

    assert result.stdout.startswith("Recorded:\n  > 1 h on OWASP Top 10:2025\n")


@pytest.mark.parametrize("enters", [0, 2])
def test_answers_that_end_before_anything_was_told_record_nothing(
    talk: Talk, ana: Path, enters: int
) -> None:
    before = events(ana)

    result = talk(NEXT_MONDAY, *[""] * enters)

    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is nothing to record. See: pillarplan next" in result.stderr
    assert events(ana) == before


def test_nothing_is_asked_where_nothing_could_be_recorded(
    talk: Talk, run: Run, ana: Path
) -> None:
    talk(NEXT_MONDAY, "1", *[""] * 6, flags=("--id", "2026-w48"))
    before = events(ana)

    again = talk(NEXT_MONDAY, "1", *[""] * 6, flags=("--id", "2026-w48"))
    future = talk(NEXT_MONDAY, "1", *[""] * 6, flags=("--on", "2026-12-01"))

    assert again.stdout.startswith("This check-in was recorded before;")
    assert (future.exit_code, future.stdout) == (2, "")
    assert again.stderr + future.stderr == (
        "\npillarplan: A check-in cannot be from the future (2026-12-01).\n"
    )
    assert events(ana) == before


def test_without_a_plan_the_dialogue_says_what_comes_first(
    run: Run, rated: None
) -> None:
    assert run("--plain", "checkin", stdin="1\n") == Result(
        3, "", "pillarplan: There is no plan to check in on: pillarplan plan\n"
    )


def test_json_answers_the_dialogue_too(talk: Talk) -> None:
    result = talk(NEXT_MONDAY, "1", *[""] * 6, flags=("--json",))

    assert json.loads(result.stdout)["hours"] == {FIRST: 1.0}


def test_hours_far_above_what_an_item_takes_are_asked_again(
    talk: Talk, ana: Path
) -> None:
    before = events(ana)

    result = talk(NEXT_MONDAY, "40", "n", "0:45", "", "", "", "", "", "")

    assert f"40 h on {FIRST} is far above the 2.5 h that it takes. Right? (y)" in (
        result.stderr
    )
    assert [
        each["data"]["hours"]
        for each in events(ana)[len(before) :]
        if each["type"] == "spent"
    ] == [0.75]


def test_hours_that_are_meant_so_are_recorded(talk: Talk, ana: Path) -> None:
    before = events(ana)

    talk(NEXT_MONDAY, "40", "y", "", "", "", "", "", "")

    assert [
        each["data"]["hours"]
        for each in events(ana)[len(before) :]
        if each["type"] == "spent"
    ] == [40]
