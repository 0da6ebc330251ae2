"""The moment of the first practice, asked in a real terminal when a plan is adopted."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from tests.cli.commands.test_assess import events
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.program import Run

pytestmark = needs_tmux

OBSTACLE, WHEN = "What could stop you?", "After which event of your week?"


def begin(terminal: Terminal, command: str) -> None:
    terminal.forget()
    terminal.type(f"{command}; echo ended $?")


def told(run: Run, *command: str) -> Any:
    return json.loads(run("--json", *command).stdout)


def cues(run: Run) -> dict[str, Any]:
    kept: dict[str, Any] = told(run, "export", "json")["profile"]["cues"]
    return kept


def answer(terminal: Terminal, question: str, words: str) -> None:
    terminal.wait_for(partial(contains, f"{question}\n>"))
    terminal.type(words)


def test_the_first_practice_gets_its_moment_when_a_plan_is_adopted(
    terminal: Terminal, rated: None, home: Path, run: Run
) -> None:
    begin(terminal, "pillarplan plan --hours 3")
    answer(terminal, OBSTACLE, "A launch week")
    answer(terminal, WHEN, "After the Thursday call")

    screen = terminal.wait_for(partial(contains, "ended 0"))
    assert "This is now your roadmap." in screen.partition(OBSTACLE)[0]
    (kept,) = cues(run).values()
    assert kept == {
        "when": "After the Thursday call",
        "obstacle": "A launch week",
        "then": "",
    }
    # What was answered is undone alone, and the plan after it.
    run("undo")
    assert not cues(run)
    assert run("roadmap").exit_code == 0
    run("undo")
    assert run("roadmap").exit_code == 3


def test_who_passes_the_question_never_meets_it_again_and_undoes_the_plan_alone(
    terminal: Terminal, rated: None, home: Path, run: Run
) -> None:
    begin(terminal, "pillarplan plan --hours 3")
    answer(terminal, OBSTACLE, "")
    answer(terminal, WHEN, "")
    terminal.wait_for(partial(contains, "ended 0"))

    begin(terminal, "pillarplan plan --hours 3.5 > shown")
    terminal.wait_for(partial(contains, "Adopt this plan? [Y/n]"))
    terminal.type("")
    screen = terminal.wait_for(partial(contains, "ended 0"))
    assert OBSTACLE not in screen

    run("undo")
    run("undo")
    assert run("roadmap").exit_code == 3


def test_an_obstacle_alone_is_not_kept_and_a_stopped_question_keeps_the_plan(
    terminal: Terminal, rated: None, home: Path, run: Run
) -> None:
    begin(terminal, "pillarplan plan --hours 3")
    answer(terminal, OBSTACLE, "A launch week")
    terminal.wait_for(partial(contains, f"{WHEN}\n>"))
    terminal.press("C-c")

    terminal.wait_for(partial(contains, "ended 130"))
    assert run("roadmap").exit_code == 0
    assert events(home)[-1]["type"] == "cue-set"  # it was asked, that is all
    assert not cues(run)


def test_nobody_is_asked_who_said_it_or_wants_no_question(
    terminal: Terminal, rated: None, home: Path, run: Run
) -> None:
    begin(terminal, "pillarplan plan --hours 3 --yes")
    screen = terminal.wait_for(partial(contains, "ended 0"))
    assert OBSTACLE not in screen

    run("undo")
    begin(terminal, "pillarplan plan --hours 3 --no-input")
    assert OBSTACLE not in terminal.wait_for(partial(contains, "ended 0"))

    run("undo")
    run("plan", "--hours", "3")
    practice = next(
        each["id"]
        for each in told(run, "roadmap")["items"]
        if each["kind"] == "practice"
    )
    run("undo")
    begin(terminal, f"pillarplan plan --hours 3 --when {practice}='After lunch'")
    assert OBSTACLE not in terminal.wait_for(partial(contains, "ended 0"))
    assert cues(run).keys() == {practice}
