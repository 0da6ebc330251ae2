"""pillarplan in a real terminal: keys, signals, colours and narrow windows, by tmux."""

from functools import partial
from pathlib import Path

from tests.cli.terminal import Terminal, contains, needs_tmux
from tests.program import Run

pytestmark = needs_tmux


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


def test_the_questions_about_a_product_are_asked_in_a_terminal(
    terminal: Terminal,
) -> None:
    terminal.type("pillarplan reflect 'Grid Monitor'; echo ended $?")
    terminal.wait_for(partial(contains, "questions about Grid Monitor."))
    terminal.type("A review is due")
    terminal.wait_for(partial(contains, "Is that settled?"))
    terminal.type("")
    terminal.wait_for(lambda screen: screen.count("A good answer:") == 2)
    terminal.type("q")

    screen = terminal.wait_for(partial(contains, "ended 3"))
    assert "Saved. Go on any time with the same command." in screen


@needs_tmux
def test_a_plan_into_a_pipe_is_asked_about_before_it_is_adopted(
    terminal: Terminal, home: Path
) -> None:
    terminal.run("pillarplan assess --set negotiation=1 --role pm", "rated")
    terminal.run("pillarplan plan --hours 3 --yes", "planned")

    terminal.type("pillarplan plan --hours 1 | cat > shown; echo asked $?")
    terminal.wait_for(lambda screen: "Adopt this plan? [Y/n]" in screen)
    terminal.type("n")

    screen = terminal.wait_for(lambda screen: "\nasked 0" in screen)
    assert "Nothing was changed." in screen
    assert "1 h a week" in terminal.run("cat shown", "told")
    assert "3 h a week" in terminal.run("pillarplan roadmap", "kept")


def test_hours_far_above_an_item_are_asked_about_and_enter_means_no(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    before = run("history", "--entries").stdout
    told = "pillarplan checkin --hours getting-to-yes=200 > shown"

    for answer, ending in (("", "one 2"), ("hm", "two 2"), ("y", "three 0")):
        name = ending.split()[0]
        terminal.forget()
        terminal.type(f"{told}; echo {name} $?")
        terminal.wait_for(partial(contains, "Record it? [y/N]:"))
        terminal.type(answer)
        if answer == "hm":
            terminal.wait_for(partial(contains, "Please answer y or n."))
            terminal.type("no")
        screen = terminal.wait_for(partial(contains, f"\n{ending}"))
        if answer != "y":
            assert "Nothing was recorded. Tell it again with the right" in screen
            assert run("history", "--entries").stdout == before

    assert terminal.run("cat shown", "read").count("Recorded:") == 1
    assert "entry of hours: 200 h on getting-to-yes" in (
        run("history", "--entries").stdout
    )


def test_interrupting_a_question_records_nothing(
    terminal: Terminal, ana: Path, run: Run
) -> None:
    before = run("export", "json").stdout

    terminal.type("pillarplan checkin --hours getting-to-yes=200; echo ended $?")
    terminal.wait_for(partial(contains, "Record it? [y/N]:"))
    terminal.press("C-c")
    terminal.wait_for(partial(contains, "ended 130"))
    terminal.type("pillarplan plan --hours 6; echo left $?")
    terminal.wait_for(partial(contains, "Adopt this plan? [Y/n]"))
    terminal.press("C-d")
    terminal.wait_for(partial(contains, "left 3"))

    assert run("export", "json").stdout == before
