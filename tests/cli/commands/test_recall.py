"""Questions to one's future self: left, asked, looked at, taken away."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pillarplan.domain.person.recall import question_id
from tests.cli.commands.test_assess import events
from tests.cli.commands.test_plan import answer
from tests.program import CheckGolden, Result, Run

BOOK = "getting-to-yes"
GUIDE = "owasp-top-10"
BATNA = question_id(BOOK, "What is a BATNA?")

On = Callable[..., Result]


@pytest.fixture
def on(run: Run, ana: Path, monkeypatch: pytest.MonkeyPatch) -> On:
    """Run a command on a day: ``on("2026-11-30", "recall")``."""

    def run_on(day: str, *arguments: str, stdin: str = "") -> Result:
        monkeypatch.setenv("PILLARPLAN_TODAY", day)
        return run(*arguments, stdin=stdin)

    return run_on


@pytest.fixture
def left(on: On) -> None:
    """Three questions about two items, left on a Monday."""
    on("2026-11-23", "checkin", "--done", BOOK, "--done", GUIDE)
    words = ("recall", "--add", BOOK, "--question")
    on("2026-11-23", *words, "What is a BATNA?", "--answer", "The best alternative")
    on("2026-11-23", *words, "How do interests differ from positions in a talk? " * 2)
    on("2026-11-23", "recall", "--add", GUIDE, "--question", "What to check first?")


def test_before_there_is_a_question_the_list_says_how_to_leave_one(
    run: Run, ana: Path
) -> None:
    assert run("recall") == Result(
        0,
        "There are no questions yet. Leave one about something that you finished:\n"
        "pillarplan recall --add ITEM --question TEXT\n",
        "",
    )


def test_the_list_says_what_is_due_and_when_the_rest_comes_back(
    on: On, left: None, check_golden: CheckGolden
) -> None:
    screens = [
        on("2026-11-24", "recall"),
        on("2026-11-30", "recall", "--grade", f"{BATNA}=easy"),
        on("2026-11-30", "--plain", "recall", "--list", stdin="good\n"),
        on("2026-11-30", "status"),
    ]

    check_golden("cli/recall.txt", "\n".join(each.stdout for each in screens))


def test_what_is_due_is_asked_and_recorded_at_the_end(
    on: On, left: None, ana: Path, check_golden: CheckGolden
) -> None:
    before = len(events(ana))

    result = on("2026-11-30", "--plain", "recall", stdin="\n4\n2\n\n")

    check_golden("cli/recall-asked.txt", f"{result.stderr}{result.stdout}")
    assert [(each["type"], each["data"]["grade"]) for each in events(ana)[before:]] == [
        ("question-recalled", "easy"),
        ("question-recalled", "hard"),
    ]
    assert json.loads(on("2026-11-30", "undo", "--json").stdout)["summary"] == (
        "2 questions answered"
    )


def test_a_script_that_runs_again_changes_nothing(
    on: On, left: None, ana: Path
) -> None:
    calls = (
        ("recall", "--add", BOOK, "--question", " What  is a BATNA?"),
        ("recall", "--grade", f"{BATNA}=good"),
    )
    on("2026-11-30", *calls[1])
    before = events(ana)

    again = [on("2026-11-30", *call).exit_code for call in calls]
    by_checkin = on("2026-11-30", "checkin", "--recall", f"{BATNA}=easy")

    assert again == [0, 0]
    assert f"{BATNA} was asked already; it comes back on 21 Dec 2026." in (
        by_checkin.stdout
    )
    assert [each["type"] for each in events(ana)[len(before) :]] == ["checked-in"]


def test_a_question_that_is_taken_away_is_asked_no_more(
    on: On, run: Run, left: None
) -> None:
    on("2026-11-30", "recall", "--remove", BATNA)

    told = answer(run, "recall")
    assert BATNA not in [each["id"] for each in told["questions"]]
    assert len(told["due"]) == len(told["questions"]) == 2
    assert run("recall", "--grade", f"{BATNA}=good").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--add", BOOK), "--add ITEM and --question TEXT belong together."),
        (("--question", "Why?"), "--add ITEM and --question TEXT belong together."),
        (("--add", BOOK, "--question", "And why?"), f"{BOOK} has 3 questions at most."),
        (("--add", "radical-candor", "--question", "Why?"), "what you finished"),
        (("--add", "radical-candour", "--question", "Why?"), "Did you mean"),
        (("--grade", f"{BATNA}=fine"), "There are: forgot, hard, good, easy."),
        (("--grade", "q000000=good"), "See them: pillarplan recall --list"),
        (("--remove", "q000000"), "There is no question 'q000000'."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_recorded(
    on: On, left: None, ana: Path, arguments: tuple[str, ...], message: str
) -> None:
    on("2026-11-23", "recall", "--add", BOOK, "--question", "A third?")
    before = events(ana)

    result = on("2026-11-23", "recall", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert events(ana) == before


def test_questions_are_exported_with_the_record(on: On, run: Run, left: None) -> None:
    on("2026-11-30", "recall", "--grade", f"{BATNA}=good")

    questions = answer(run, "export", "json")["profile"]["questions"]

    assert questions[0] == {
        "id": BATNA,
        "item": BOOK,
        "text": "What is a BATNA?",
        "answer": "The best alternative",
        "left_on": "2026-11-23",
        "recalls": [{"on": "2026-11-30", "grade": "good"}],
        "next_on": "2026-12-21",
    }
