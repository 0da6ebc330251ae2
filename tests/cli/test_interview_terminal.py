"""The interview in a real terminal: paint, keys, signals, sizes and colours."""

import os
import pty
import re
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.cli.commands.test_assess import levels
from tests.cli.interviews import record, words
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.cli.walking import MONDAY
from tests.program import Run

pytestmark = needs_tmux

COLOUR = re.compile(
    rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m"
)
"""What sets a colour (ECMA-48, SGR 30 to 38, 40 to 48, and 90 to 107)."""

SANE = "stty -a | tr ' ' '\\n' | grep -cx -e echo -e icanon -e isig"
"""Counts three where the terminal echoes, waits for lines and hears Ctrl-C."""


def begin(terminal: Terminal, command: str = "pillarplan assess") -> None:
    terminal.type(f"{command}; echo ended $?")
    terminal.wait_for(partial(contains, "14 skills, about 8 minutes."))
    terminal.press("Enter")
    terminal.wait_for(partial(contains, "1 of 14"))


def test_a_first_interview_ends_with_a_plan(terminal: Terminal, run: Run) -> None:
    begin(terminal)
    for number in range(2, 15):
        terminal.press("2")
        terminal.wait_for(partial(contains, f"{number} of 14"))
    terminal.press("1")
    terminal.wait_for(partial(contains, "How much does each of these matter"))
    terminal.press("3")
    terminal.press("Enter")
    terminal.wait_for(partial(contains, "Which role do you want to grow into?"))
    terminal.type("3")
    terminal.wait_for(partial(contains, "Widest gaps to Senior Product Manager"))
    terminal.wait_for(partial(contains, "3 you have no time? (Enter: 1)"))
    terminal.type("5")
    terminal.wait_for(partial(contains, "Please answer 1, 2 or 3."))
    terminal.type("2")
    terminal.wait_for(partial(contains, "Agree with your boss what you may decide"))
    terminal.wait_for(partial(contains, "How many hours a week"))
    terminal.type("many")
    terminal.wait_for(partial(contains, "is no number of hours"))
    terminal.type("3")
    terminal.wait_for(partial(contains, "On which days?"))
    terminal.type("mon, sun, xyz")
    terminal.wait_for(partial(contains, "'xyz' is no weekday."))
    terminal.type("sat-sun")
    terminal.wait_for(partial(contains, "When are you off?"))
    terminal.type("2026-12-20..2027-01-03")
    terminal.wait_for(partial(contains, "Is there a calendar to plan around?"))
    terminal.type("missing.ics")
    terminal.wait_for(partial(contains, "There is no missing.ics on this machine."))
    terminal.type("")
    terminal.wait_for(partial(contains, "Is there a day when you want to be there"))
    terminal.type("31 May 2027")
    screen = terminal.wait_for(partial(contains, "Skills: rated again on"))
    assert "Sat 1.5, Sun 1.5" in screen
    assert "31 May 2027" in screen
    assert not run("roadmap").stdout  # nothing is adopted before somebody says so
    terminal.press("Enter")
    terminal.wait_for(partial(contains, "What could stop you?"))
    terminal.type("A launch week")
    terminal.wait_for(partial(contains, "After which event of your week?"))
    terminal.type("After lunch on Saturday")

    screen = terminal.wait_for(partial(contains, "ended 0"))

    assert "This is now your roadmap." in screen
    assert "20 Dec" not in run("roadmap").stdout
    assert sorted(levels(run).values()) == [1] + [2] * 13  # type: ignore[type-var]


def test_a_plan_that_is_there_may_be_made_again(terminal: Terminal, ana: Path) -> None:
    terminal.type("pillarplan assess --skill negotiation; echo ended $?")
    terminal.wait_for(partial(contains, "1 of 1"))
    terminal.press("2")
    screen = terminal.wait_for(partial(contains, "Make the plan again"))
    assert "Negotiation 1 → 2" in screen
    terminal.type("n")

    terminal.wait_for(partial(contains, "ended 0"))


@pytest.mark.parametrize(
    ("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
def test_a_signal_leaves_the_terminal_as_it_was(
    terminal: Terminal, run: Run, name: str, code: int
) -> None:
    begin(terminal)
    terminal.press("4")
    terminal.wait_for(partial(contains, "2 of 14"))

    terminal.signal_program(name)

    screen = terminal.wait_for(partial(contains, f"ended {code}"))
    assert "Traceback" not in screen
    assert (terminal.state("cursor_flag"), terminal.state("alternate_on")) == ("1", "0")
    terminal.type(SANE)
    terminal.wait_for(partial(contains, "\n3\n"))
    assert list(levels(run).values()) == [4]


def test_a_line_that_is_not_empty_does_not_spoil_the_screen(terminal: Terminal) -> None:
    terminal.type("printf left-over; pillarplan assess --skill security")
    terminal.wait_for(partial(contains, "1 of 1"))
    terminal.press("Down")

    terminal.wait_for(partial(contains, "\n▌ 1 Aware"))
    assert terminal.visible().splitlines()[1].startswith("Security · Beyond")


def test_ctrl_c_stops_and_the_interview_goes_on_where_it_was(
    terminal: Terminal, run: Run
) -> None:
    begin(terminal)
    for key, place in (("4", "2 of 14"), ("2", "3 of 14")):
        terminal.press(key)
        terminal.wait_for(partial(contains, place))

    terminal.press("C-c")

    screen = terminal.wait_for(partial(contains, "ended 130"))
    assert "Your answers are saved; go on with: pillarplan assess" in screen
    assert list(levels(run).values()) == [4, 2]
    terminal.forget()
    terminal.type("pillarplan assess")
    terminal.wait_for(partial(contains, "3 of 14"))
    assert "Going on where you stopped" in terminal.screen()


def test_a_kill_after_any_key_loses_at_most_that_key(
    terminal: Terminal, home: Path
) -> None:
    # Each key comes in a run of its own, which is killed as soon as it shows.
    told = {"3": "rated 3.", "n": "not apply.", "s": "skipped.", "u": "Taken back."}
    for number, (key, reply) in enumerate(told.items()):
        terminal.forget()
        terminal.type(f"stty sane; pillarplan assess; echo ended{number} $?")
        if not number:
            terminal.wait_for(partial(contains, "Enter begin"))
            terminal.press("Enter")
        terminal.wait_for(partial(contains, "0-5 rate"))
        terminal.press(key)
        terminal.wait_for(partial(contains, reply))
        terminal.signal_program("SIGKILL")
        terminal.wait_for(partial(contains, f"ended{number} 137"))

    kinds = [each["type"] for each in record(home)]
    assert kinds == [
        "assessment-started",
        "rated",
        "rated",
        "assessment-skipped",
        "undone",
    ]


def test_keys_in_a_terminal_leave_the_same_record_as_lines_in_a_pipe(
    terminal: Terminal, run: Run, home: Path, tmp_path: Path
) -> None:
    skills = ("negotiation", "ux", "security", "writing")
    chosen = " ".join(f"--skill {skill}" for skill in skills)
    terminal.type(f"pillarplan assess {chosen}; echo ended $?")
    terminal.wait_for(partial(contains, "1 of 4"))
    keys = [
        "1",
        "u",
        "!",
        "e",
        "Cut scope",
        "Enter",
        "3",
        "n",
        "s",
        "~",
        "Down",
        "Down",
    ]
    for key in [*keys, "Enter"]:
        terminal.press(key)
    terminal.wait_for(partial(contains, "How much does each"))
    for key in ["Down", "3", "Enter"]:
        terminal.press(key)
    terminal.wait_for(partial(contains, "Which role"))
    terminal.press("C-c")
    terminal.wait_for(partial(contains, "ended 130"))

    lines = "1\nu\n3! Cut scope\nn\ns\n2~\n2=3\n\n"
    run("--home", str(tmp_path / "other"), *words(skills), stdin=lines)

    assert record(home) == record(tmp_path / "other")


def test_the_cursor_and_a_mark_are_on_the_chosen_row_and_a_new_size_redraws(
    terminal: Terminal,
) -> None:
    terminal.resize(80, 24)
    begin(terminal)
    terminal.press("Down")
    terminal.wait_for(partial(contains, "\n▌ 1 Aware"))

    screen = terminal.visible()
    row = int(terminal.state("cursor_y"))
    assert screen.splitlines()[row].startswith("▌ 1 Aware")
    assert terminal.state("cursor_flag") == "1"
    assert all(f"\n  {level} " in screen for level in (0, 2, 3, 4, 5))

    terminal.resize(40, 12)

    terminal.wait_for(lambda screen: "▌ 1 Aware\n" in screen)
    visible = terminal.visible()
    assert "what I missed." in visible  # the end of the chosen level
    assert "0-5 rate" in visible


@pytest.mark.parametrize("variable", ["NO_COLOR=1", "TERM=xterm-mono"])
def test_who_wants_no_colour_gets_none(
    terminal: Terminal, tmp_path: Path, variable: str
) -> None:
    terminal.keep_bytes(tmp_path / "sent")
    begin(terminal, f"{variable} pillarplan assess --no-color")
    terminal.press("Down")
    terminal.wait_for(partial(contains, "▌ 1 Aware"))
    terminal.press("q")
    terminal.wait_for(partial(contains, "ended 3"))

    assert not COLOUR.search((tmp_path / "sent").read_bytes())


def test_colour_is_used_where_it_is_welcome(terminal: Terminal, tmp_path: Path) -> None:
    terminal.keep_bytes(tmp_path / "sent")
    begin(terminal)
    terminal.press("q")
    terminal.wait_for(partial(contains, "ended 3"))

    assert COLOUR.search((tmp_path / "sent").read_bytes())


@pytest.mark.parametrize("how", ["--plain", "TERM=dumb"])
def test_line_by_line_no_escape_is_sent(
    terminal: Terminal, tmp_path: Path, how: str
) -> None:
    terminal.keep_bytes(tmp_path / "sent")
    call = (
        "pillarplan assess --plain" if how == "--plain" else f"{how} pillarplan assess"
    )
    terminal.type(f"{call}; echo ended $?")
    terminal.wait_for(partial(contains, "Skill 1 of 14"))
    terminal.type("3")
    terminal.wait_for(partial(contains, "Skill 2 of 14"))
    terminal.type("q")
    terminal.wait_for(partial(contains, "ended 3"))

    assert b"\x1b" not in (tmp_path / "sent").read_bytes()


@pytest.mark.parametrize("more", [(), ("--skill", "ux"), ("--as", "Dana")])
def test_without_a_terminal_one_is_told_what_to_use(
    run: Run, more: tuple[str, ...]
) -> None:
    result = run("assess", *more)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--from FILE or --set SKILL=LEVEL, or --plain" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="there is no pty")
def test_the_first_screen_is_there_at_once(home: Path) -> None:
    """At most four times what importing Typer and pydantic takes, in the same run."""
    assert relative_seconds_to_paint(home, "assess", "Where do you stand?") < 4


def relative_seconds_to_paint(home: Path, command: str, text: str) -> float:
    """Return how long it takes until a screen is there, in imports of two libraries."""
    painted, imported = [], []
    for _ in range(5):
        imported.append(_seconds_of_imports())
        painted.append(_seconds_to_paint(home, command, text.encode()))
    return statistics.median(painted) / statistics.median(imported)


def _seconds_of_imports() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import typer, pydantic"], check=True)
    return time.perf_counter() - begun


def _seconds_to_paint(home: Path, command: str, text: bytes) -> float:
    environment = {
        **os.environ,
        "PILLARPLAN_HOME": str(home),
        "PILLARPLAN_TODAY": MONDAY,
        "PROMPT_TOOLKIT_NO_CPR": "1",  # nobody answers where the cursor is
    }
    begun = time.perf_counter()
    pid, master = pty.fork()
    if not pid:  # pragma: no cover  # the program itself
        words = [sys.executable, "-m", "pillarplan", command]
        os.execve(sys.executable, words, environment)
    sent = b""
    while text not in sent:
        sent += os.read(master, 65536)
    seconds = time.perf_counter() - begun
    os.write(master, b"q")
    while _read(master):
        pass
    os.waitpid(pid, 0)
    os.close(master)
    return seconds


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # on Linux the end of a terminal is an error
        return b""
