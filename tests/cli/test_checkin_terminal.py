"""The dialogue of a check-in in a real terminal, by tmux."""

from functools import partial
from pathlib import Path

import pytest

from tests.cli.commands.test_assess import events
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.program import Run

pytestmark = needs_tmux

CHECKIN = {
    "Hours? many": "is no number of hours",
    "Hours? 1:30 y": "Something else?",
    "?": "9 Find out what one meeting left",
    "": "What did you apply?",
    "Ticked the list with Jo": "A question to your future self?",
    "What first?": "Its answer?",
    "Logins": "One more?",
    " ": "Anything to drop",
    "2": "Why not Make a security",
    "No time": "Anything else to drop",
    "  ": "Anything worth keeping?",
    "Went well": "all of it:",
}
"""What is typed in a check-in, and what the screen shows then."""


def check_in(terminal: Terminal) -> str:
    """Answer a check-in; return the screen at its end."""
    terminal.type("pillarplan checkin")
    terminal.wait_for(partial(contains, "1 OWASP Top 10:2025"))
    for keys, reply in CHECKIN.items():
        terminal.type(keys.removeprefix("Hours? "))
        terminal.wait_for(partial(contains, reply))
    return terminal.screen()


def test_a_checkin_records_the_same_in_a_terminal_and_in_a_pipe(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    before = len(events(ana))

    screen = check_in(terminal)

    by_keys = events(ana)[before:]
    assert "1.5 h on OWASP Top 10:2025, done" in screen
    asked = terminal.screen("-e").partition("Recorded:")[0]
    # An answer has its colour once it is given, and no question has one.
    assert "\x1b[36mTicked the list with Jo" in asked
    assert "\x1b[36mWhat did you apply" not in asked
    run("undo")
    before = len(events(ana))
    lines = (keys.removeprefix("Hours? ") for keys in CHECKIN)
    run("--plain", "checkin", stdin="".join(f"{line}\n" for line in lines))
    assert [each["type"] for each in by_keys] == [
        *("checked-in", "spent", "finished", "dropped", "evidence", "question-left")
    ]
    assert events(ana)[before:] == by_keys


def test_a_checkin_fits_a_narrow_terminal(terminal: Terminal, ana: Path) -> None:
    terminal.resize(60)

    screen = check_in(terminal)

    shown = screen.partition("What did you do")[2].partition("\x1b[1mRecorded")[0]
    assert max(map(len, shown.splitlines())) < 60  # tmux had to break no line


def test_ctrl_c_stops_a_checkin_and_nothing_is_recorded(
    terminal: Terminal, ana: Path
) -> None:
    before = events(ana)
    terminal.type("pillarplan checkin; echo ended $?")
    terminal.wait_for(partial(contains, "Hours?"))
    terminal.type("2")
    terminal.wait_for(partial(contains, "Something else?"))

    terminal.press("C-c")

    screen = terminal.wait_for(partial(contains, "ended 130"))
    assert "Stopped. Nothing was recorded" in screen
    assert "Traceback" not in screen
    assert events(ana) == before


def test_ctrl_d_ends_a_checkin_early_and_keeps_what_was_told(
    terminal: Terminal, ana: Path
) -> None:
    terminal.type("pillarplan checkin; echo ended $?")
    terminal.wait_for(partial(contains, "Hours?"))
    terminal.type("2")
    terminal.wait_for(partial(contains, "Something else?"))

    terminal.press("C-d")

    screen = terminal.wait_for(partial(contains, "ended 0"))
    assert "2 h on OWASP Top 10:2025" in screen


def test_a_due_question_shows_its_answer_after_enter(
    terminal: Terminal, ana: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILLARPLAN_TODAY", "2026-11-20")
    question = "getting-to-yes=What is a BATNA? | The best alternative"
    run("checkin", "--done", "getting-to-yes", "--question", question)
    terminal.type("pillarplan recall")
    screen = terminal.wait_for(partial(contains, "(Enter shows the answer)"))
    assert "The best alternative" not in screen

    terminal.press("Enter")
    terminal.wait_for(partial(contains, "The best alternative"))
    terminal.type("3")

    terminal.wait_for(partial(contains, "7 Dec 2026    What is a BATNA?"))


USUAL = (
    ("1:30 y", "Something else?"),
    ("", "What did you apply?"),
    (" Ticked the list with Jo", "A question to your future self?"),
    ("", "Anything to drop"),
    ("", "Anything worth keeping?"),
    (" A good week", "part of it:"),
)
"""Answers of a usual week, and what the screen shows then; text begins with a blank."""


def test_a_usual_checkin_takes_fourteen_keys_at_most_apart_from_text(
    terminal: Terminal, ana: Path
) -> None:
    terminal.type("pillarplan checkin")
    terminal.wait_for(partial(contains, "1 OWASP Top 10:2025"))
    for answer, reply in USUAL:
        terminal.type(answer)
        terminal.wait_for(partial(contains, reply))

    keys = [1 if answer.startswith(" ") else len(answer) + 1 for answer, _ in USUAL]
    assert sum(keys) <= 14
    assert events(ana)[-1]["type"] == "evidence"


def test_what_a_checkin_leads_to_is_asked_and_enter_leaves_all_as_it_is(
    terminal: Terminal, ana: Path
) -> None:
    terminal.type("pillarplan checkin --drop 3")
    terminal.wait_for(partial(contains, "Plan again without it? [y/N]:"))
    before = len(events(ana))

    terminal.type("")
    terminal.wait_for(lambda screen: not screen.rstrip().endswith("[y/N]:"))
    terminal.type("echo over and out")
    terminal.wait_for(lambda screen: screen.count("over and out") == 2)

    assert len(events(ana)) == before
