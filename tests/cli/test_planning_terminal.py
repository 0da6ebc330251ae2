"""The planning screen in a real terminal: keys, signals, sizes, colours and pipes."""

import os
from functools import partial
from pathlib import Path

import pytest

from tests.cli.interviews import record
from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.cli.test_interview_terminal import (
    COLOUR,
    SANE,
    relative_seconds_to_paint,
)
from tests.program import Run

pytestmark = needs_tmux

READY = "Skills: rated again on"
"""Is on the screen once there is a plan."""


def begin(terminal: Terminal, command: str = "pillarplan plan") -> None:
    terminal.type(f"{command}; echo ended $?")
    terminal.wait_for(partial(contains, READY))


def pass_moment(terminal: Terminal) -> None:
    """Answer nothing to what is asked about the first practice."""
    for question in ("What could stop you?", "After which event of your week?"):
        terminal.wait_for(partial(contains, f"{question}\n>"))
        terminal.type("")


def test_a_stranger_tunes_hours_focus_and_date_in_under_twenty_keys(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    terminal.resize(80, 24)
    begin(terminal)
    keys = ["Right", "Right", "Down", "Left", "Down", "Right", "Enter"]
    for key in keys:
        terminal.press(key)
    pass_moment(terminal)

    screen = terminal.wait_for(partial(contains, "ended 0"))

    assert len(keys) + 2 < 20
    assert "This is now your roadmap. What is next: pillarplan next" in screen
    options = "--hours 4 --focus 2 --until 2027-05-31"
    assert f"The same by options: pillarplan plan {options}" in screen
    adopted = run("roadmap", "--json").stdout
    assert '"until": "2027-05-31"' in adopted
    assert '"focus": 2' in adopted


def test_leaving_changes_nothing_and_leaves_nothing_on_the_screen(
    terminal: Terminal, ana: Path
) -> None:
    before = record(ana)
    begin(terminal)
    terminal.press("Right")
    terminal.wait_for(partial(contains, "was 3 h"))
    terminal.press("Escape")

    screen = terminal.wait_for(partial(contains, "ended 0"))

    assert "Nothing was changed." in screen
    assert READY not in screen
    assert record(ana) == before


@pytest.mark.parametrize(
    ("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]
)
def test_a_signal_leaves_the_terminal_as_it_was(
    terminal: Terminal, ana: Path, name: str, code: int
) -> None:
    before = record(ana)
    begin(terminal)
    terminal.press("Right")
    terminal.wait_for(partial(contains, "was 3 h"))

    terminal.signal_program(name)

    screen = terminal.wait_for(partial(contains, f"ended {code}"))
    assert "Traceback" not in screen
    assert (terminal.state("cursor_flag"), terminal.state("alternate_on")) == ("1", "0")
    terminal.type(SANE)
    terminal.wait_for(partial(contains, "\n3\n"))
    assert record(ana) == before


def test_a_kill_after_any_key_leaves_a_sound_record(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    before = record(ana)
    # Each key comes in a run of its own, which is killed as soon as it shows.
    shown = {"Right": "was 3 h", "5": "Hours a week: 5", "?": "Put all back"}
    for number, (key, seen) in enumerate(shown.items()):
        terminal.forget()
        terminal.type(f"stty sane; pillarplan plan; echo ended{number} $?")
        terminal.wait_for(partial(contains, READY))
        terminal.press(key)
        terminal.wait_for(partial(contains, seen))
        terminal.signal_program("SIGKILL")
        terminal.wait_for(partial(contains, f"ended{number} 137"))

    assert record(ana) == before
    assert run("doctor").exit_code == 0


def test_the_cursor_is_on_the_chosen_row_and_a_new_size_redraws(
    terminal: Terminal, ana: Path
) -> None:
    terminal.resize(80, 24)
    terminal.type("printf left-over; pillarplan plan")
    terminal.wait_for(partial(contains, READY))
    terminal.press("Down")
    terminal.wait_for(partial(contains, "\n▌ Skills at once"))

    row = int(terminal.state("cursor_y"))
    assert terminal.visible().splitlines()[row].startswith("▌ Skills at once")
    assert terminal.state("cursor_flag") == "1"

    terminal.resize(60, 20)

    terminal.wait_for(partial(contains, "↑↓←→ tune"))
    screen = terminal.visible()
    assert max(map(len, screen.splitlines())) <= 60
    assert "\n▌ Skills at once  ‹ 3 ›" in screen


@pytest.mark.parametrize("variable", ["NO_COLOR=1", "TERM=xterm-mono"])
def test_who_wants_no_colour_gets_none(
    terminal: Terminal, ana: Path, tmp_path: Path, variable: str
) -> None:
    terminal.keep_bytes(tmp_path / "sent")
    begin(terminal, f"{variable} pillarplan plan --tune --no-color")
    terminal.press("Down")
    terminal.wait_for(partial(contains, "▌ Skills at once"))
    terminal.press("q")
    terminal.wait_for(partial(contains, "ended 0"))

    assert not COLOUR.search((tmp_path / "sent").read_bytes())


def test_colour_is_used_where_it_is_welcome(
    terminal: Terminal, ana: Path, tmp_path: Path
) -> None:
    terminal.keep_bytes(tmp_path / "sent")
    begin(terminal)
    terminal.press("q")
    terminal.wait_for(partial(contains, "ended 0"))

    assert COLOUR.search((tmp_path / "sent").read_bytes())


@pytest.mark.parametrize(
    "how", ["pillarplan plan --plain", "TERM=dumb pillarplan plan"]
)
def test_line_by_line_no_escape_is_sent_and_the_plan_is_asked_about(
    terminal: Terminal, ana: Path, tmp_path: Path, how: str
) -> None:
    before = record(ana)
    terminal.keep_bytes(tmp_path / "sent")
    terminal.type(f"{how}; echo ended $?")
    terminal.wait_for(partial(contains, "1 Hours a week: 3 h (Tue 1.5, Thu 1.5)"))
    terminal.type("1=4")
    terminal.wait_for(partial(contains, "Hours a week: 4 h."))
    terminal.type("")
    terminal.wait_for(partial(contains, "Adopt this plan? [y/N]"))
    terminal.type("")
    terminal.wait_for(partial(contains, "1 Hours a week: 4 h (Mon"))
    assert record(ana) == before
    terminal.type("")
    terminal.wait_for(lambda screen: screen.count("Adopt this plan? [y/N]") == 2)
    terminal.type("y")
    pass_moment(terminal)
    terminal.wait_for(partial(contains, "ended 0"))

    assert b"\x1b" not in (tmp_path / "sent").read_bytes()
    assert [each["type"] for each in record(ana)[len(before) :]] == [
        *("roadmap-adopted", "cue-set")
    ]


def test_a_pipe_is_answered_as_ever(terminal: Terminal, ana: Path) -> None:
    for number, call in enumerate(("plan < /dev/null", "plan --yes", "plan")):
        screen = terminal.run(f"clear; pillarplan {call} | head -1", f"one{number}")
        assert "\nRoadmap to Senior Product Manager " in f"\n{screen}"
    screen = terminal.run("clear; pillarplan plan --json | head -c 1; echo", "last")
    assert "{\nlast 0" in screen


@pytest.mark.skipif(os.name != "posix", reason="there is no pty")
def test_the_planning_screen_is_there_at_once(ana: Path) -> None:
    """The planner has to be imported, but no plan to be made, before one sees it."""
    assert relative_seconds_to_paint(ana, "plan", "Hours a week") < 6
