"""pillarplan in a real terminal: keys, signals, colours and narrow windows, by tmux."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.cli.commands import MONDAY
from tests.cli.test_assess import levels
from tests.program import Run

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None and os.environ.get("CI") != "true",
    reason="tmux is not installed",
)

PATIENCE = 30.0
"""How long to wait for something on the screen, in seconds; machines can be busy."""


def contains(text: str, screen: str) -> bool:
    return text in screen


class Terminal:
    """A window of tmux with a shell in it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._socket = str(folder / "tmux.socket")
        settings = [f"{name}={value}" for name, value in environment.items()]
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "60"),
            shlex.join(["env", "-i", *settings, "sh"]),
        )
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def type(self, text: str) -> None:
        """Type a text and Enter."""
        self._tmux("send-keys", "-l", text)
        self._tmux("send-keys", "Enter")

    def press(self, key: str) -> None:
        """Press a key by its name: C-c, Enter."""
        self._tmux("send-keys", key)

    def resize(self, columns: int) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", "60")

    def screen(self, *options: str) -> str:
        """What is to be seen, and what has scrolled away."""
        return self._tmux("capture-pane", "-p", "-S", "-", *options)

    def wait_for(self, seen: Callable[[str], bool]) -> str:
        """Wait until the screen shows something; return the screen."""
        end = time.monotonic() + PATIENCE
        while not seen(screen := self.screen()):
            if time.monotonic() > end:
                pytest.fail(f"not seen on the screen:\n{screen}")
            time.sleep(0.05)
        return screen

    def run(self, command: str, ending: str) -> str:
        """Run a command; return the screen once `ending` and its code are shown."""
        self.type(f"{command}; echo {ending} $?")
        return self.wait_for(lambda screen: f"\n{ending} " in screen)

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


@pytest.fixture
def terminal(home: Path, tmp_path: Path) -> Iterator[Terminal]:
    program = tmp_path / "pillarplan"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m pillarplan "$@"\n')
    program.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PS1": "$ ",
        "TERM": "screen-256color",
        "LC_ALL": "C.UTF-8",
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
    }
    terminal = Terminal(tmp_path, environment)
    yield terminal
    terminal.close()


def test_ctrl_c_stops_the_interview_and_nothing_is_lost(
    terminal: Terminal, run: Run
) -> None:
    terminal.type("pillarplan assess; echo ended $?")
    terminal.wait_for(lambda screen: "Skill 1 of 15" in screen)
    terminal.type("4")
    terminal.wait_for(lambda screen: "Skill 2 of 15" in screen)
    terminal.type("2! said so in the review")
    terminal.wait_for(lambda screen: "Skill 3 of 15" in screen)

    terminal.press("C-c")

    screen = terminal.wait_for(lambda screen: "ended 130" in screen)
    assert "Your answers are saved; go on with: pillarplan assess" in screen
    assert "Traceback" not in screen
    assert list(levels(run).values()) == [4, 2]

    terminal.type("stty -a | tr ' ' '\\n' | grep -cx -e echo -e icanon -e isig")
    terminal.wait_for(lambda screen: "\n3\n" in screen)

    terminal.type("pillarplan assess")
    screen = terminal.wait_for(lambda screen: screen.count("Skill 3 of 15") == 2)
    assert "Going on where you stopped" in screen


def test_the_same_answers_give_the_same_ratings_in_a_terminal_and_in_a_pipe(
    terminal: Terminal, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {
        "1": "Rated 1.",
        "u": "Taken back.",
        "3! cut scope": "Rated 3.",
        "n": "Does not apply.",
        "s": "Skipped.",
        "2?": "Rated 2.",
    }
    words = "assess --skill negotiation --skill ux --skill security --skill writing"
    terminal.type(f"pillarplan {words}")
    for key, reply in keys.items():
        terminal.wait_for(lambda screen: screen.rstrip().endswith("\n>"))
        terminal.type(key)
        terminal.wait_for(partial(contains, reply))
    terminal.wait_for(lambda screen: "Now make it a plan" in screen)
    by_keys = levels(run)

    monkeypatch.setenv("PILLARPLAN_HOME", str(tmp_path / "other"))
    run("--plain", *words.split(), stdin="\n".join(keys) + "\n")

    assert levels(run) == by_keys == {"negotiation": 3, "ux": None, "writing": 2}


def test_a_terminal_gets_colours_and_may_refuse_them(
    terminal: Terminal, ana: Path
) -> None:
    terminal.run("clear; pillarplan gaps", "one")
    assert "\x1b[1m" in terminal.screen("-e")

    refusals = (
        "pillarplan gaps --no-color",
        "pillarplan gaps --plain",
        "NO_COLOR=1 pillarplan gaps",
        "TERM=dumb pillarplan gaps",
    )
    for number, call in enumerate(refusals):
        terminal.run(f"clear; {call}", f"refused{number}")
        assert "\x1b[" not in terminal.screen("-e").rpartition("Gaps to")[2]


def test_a_narrow_terminal_gets_lines_that_fit(terminal: Terminal, ana: Path) -> None:
    terminal.resize(60)

    screen = terminal.run("clear; pillarplan roadmap; pillarplan gaps", "shown")

    lines = screen.partition("Roadmap to")[2].splitlines()
    assert max(map(len, lines)) <= 60
    # Words are whole: a line that tmux had to break would begin in the middle of one.
    assert not any(line.startswith(("eement", "ing ", "ty")) for line in lines)
    assert "Not rated: " in screen


def test_planning_again_asks_before_it_changes_the_plan(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    before = run("roadmap").stdout

    terminal.type("pillarplan plan --hours 6")
    terminal.wait_for(lambda screen: "Adopt this plan? [Y/n]" in screen)
    terminal.type("n")

    terminal.wait_for(lambda screen: "Nothing was changed." in screen)
    assert run("roadmap").stdout == before
    terminal.type("pillarplan plan --hours 6 --no-input")
    terminal.wait_for(lambda screen: "This is now your roadmap." in screen)
    assert run("roadmap").stdout != before


def test_the_dialogue_of_a_checkin_records_hours_and_ends(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    terminal.type("pillarplan checkin")
    terminal.wait_for(lambda screen: "Hours on Security 101" in screen)
    terminal.type("many")
    terminal.wait_for(lambda screen: "is no number of hours" in screen)
    terminal.type("1:30")
    terminal.wait_for(lambda screen: "Is it done?" in screen)
    terminal.type("y")
    for expected in ("Hours on Make a security", "Hours on Getting to Yes"):
        terminal.wait_for(partial(contains, expected))
        terminal.press("Enter")
    terminal.wait_for(lambda screen: "Anything worth keeping?" in screen)
    terminal.type("Went well")

    screen = terminal.wait_for(lambda screen: "Afterwards:" in screen)
    assert "Recorded: 1.5 h on security-101-for-saas, done." in screen
    assert "1 of 9 items done" in run("status").stdout
