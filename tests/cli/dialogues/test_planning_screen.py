"""The planning screen: what one sees is what one gets, and leaving changes nothing."""

import shutil
import time
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from prompt_toolkit.input import create_pipe_input

from pillarplan.cli.dialogues.planning_screen import tune_on_screen
from pillarplan.cli.frame.surroundings import look_around
from pillarplan.services.planning.tuning import Tuning
from pillarplan.services.planning.wishes import Wishes
from tests.cli.interviews import Said, Window, record
from tests.cli.tunings import tune_unseen
from tests.laws import examples
from tests.program import Run, link_cache

DOWN, UP, LEFT, RIGHT = "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[C"
PAGE_DOWN, ESCAPE, CTRL_C, CTRL_D, ENTER = "\x1b[6~", "\x1b", "\x03", "\x04", "\r"

VALUES = {
    1: ["2", "4.5", "mon=1,sat=2"],
    2: ["1", "2"],
    3: ["2027-02-28", "2027-08-01"],
    4: [],
    5: ["0", "60"],
}


def typed(number: int, value: str) -> Said:
    """Return a value for the dial of a number, typed on the screen or in a line."""
    letters = value if value[0].isdigit() else f"e{value}"
    there, back = DOWN * (number - 1), UP * (number - 1)
    return Said(f"{there}{letters}{ENTER}{back}", f"{number}={value}\n")


changes = st.one_of(
    *(
        st.builds(typed, st.just(number), st.sampled_from(values))
        for number, values in VALUES.items()
        if values
    ),
    # In arrows, and what they come to from where anybody begins.
    st.just(Said(f"{DOWN * 3}{LEFT * 2}{UP * 3}", "depth=lean\n")),
    st.just(Said(f"{DOWN * 3}{RIGHT * 2}{UP * 3}", "4 deep\n")),
    st.just(Said(f"{DOWN * 4}{RIGHT * 20}{UP * 4}", "budget=any\n")),
    st.just(Said(f"{PAGE_DOWN}??x", "?\n")),
)


@pytest.fixture(scope="module")
def negotiator(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Path:
    """Return the home of somebody with one rating and a plan."""
    home = tmp_path_factory.mktemp("negotiator")
    link_cache(home, shared_cache)
    return home


@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.lists(changes, max_size=4), adopts=st.booleans())
def test_the_same_values_leave_the_same_record_on_the_screen_and_line_by_line(
    run: Run, negotiator: Path, said: list[Said], adopts: bool
) -> None:
    begin(run, negotiator)
    before = record(negotiator)
    other = negotiator.with_name("other")
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(negotiator, other, symlinks=True)
    keys = "".join(each.keys for each in said) + (ENTER if adopts else ESCAPE)
    lines = "".join(each.line for each in said) + ("\ny\n" if adopts else "q\n")

    tune_unseen(negotiator, keys)
    result = run("--home", str(other), "--plain", "plan", "--tune", stdin=lines)

    assert result.exit_code == 0, result.stderr
    assert record(negotiator) == record(other)
    assert adopts or record(negotiator) == before


def begin(run: Run, home: Path) -> None:
    """Let somebody rate one skill and plan, in a home that is as it was then."""
    for folder in ("data", "state"):
        shutil.rmtree(home / folder, ignore_errors=True)
    words = ("--home", str(home))
    run(*words, "assess", "--set", "negotiation=1", "--role", "senior-pm")
    run(*words, "plan", "--hours", "3")


@pytest.fixture
def mine(run: Run, home: Path) -> Path:
    begin(run, home)
    return home


@pytest.mark.parametrize("end", [ESCAPE, "q", CTRL_D])
def test_who_leaves_changes_nothing_whatever_they_turned(mine: Path, end: str) -> None:
    before = record(mine)

    assert tune_unseen(mine, f"{RIGHT * 3}{DOWN}{LEFT}2{ENTER}{end}") is None

    assert record(mine) == before


@pytest.mark.parametrize("keys", [RIGHT, f"{RIGHT}4", f"{DOWN}"])
def test_ctrl_c_ends_at_once_and_changes_nothing(mine: Path, keys: str) -> None:
    before = record(mine)

    with pytest.raises(KeyboardInterrupt):
        tune_unseen(mine, f"{keys}{CTRL_C}")

    assert record(mine) == before


def test_the_last_key_wins_and_enter_waits_for_its_plan(mine: Path) -> None:
    proposal = tune_unseen(mine, f"{RIGHT * 6}{LEFT * 2}{DOWN}{LEFT}{ENTER}")

    assert proposal is not None
    limits = proposal.roadmap.limits
    assert (limits.availability.hours_per_week, limits.focus) == (5.0, 2)
    assert record(mine)[-1]["type"] == "roadmap-adopted"


def test_a_key_after_enter_takes_it_back_while_the_plan_is_made(mine: Path) -> None:
    before = record(mine)

    assert tune_unseen(mine, f"{RIGHT}{ENTER}{RIGHT}{ESCAPE}") is None

    assert record(mine) == before


@pytest.mark.parametrize(
    ("keys", "hours"),
    [
        ("4", 3.0),  # Escape leaves the text, and what was there stays
        (f"99{ENTER}", 3.0),  # more than a week can hold
        (f"4x{ENTER}", 3.0),
        (f"4x\x7f.5{ENTER}", 4.5),
        (f"e90m{ENTER}", 1.5),
        (f"5{ENTER}r", 3.0),
        ("l+h-", 3.0),
        ("ll", 4.0),
    ],
)
def test_values_are_typed_as_options_take_them(
    mine: Path, keys: str, hours: float
) -> None:
    # Escape ends a text that does not fit; the second Enter adopts.
    back = ESCAPE if keys[0] in "49" and hours == 3 else ""

    proposal = tune_unseen(mine, f"{keys}{back}{ENTER}")

    assert proposal is not None
    assert proposal.roadmap.limits.availability.hours_per_week == hours


def test_nothing_is_adopted_where_nothing_fits(mine: Path) -> None:
    before = record(mine)
    keys = f"{DOWN * 2}2026-11-24{ENTER}{ENTER}{ENTER}{ESCAPE}"

    assert tune_unseen(mine, keys) is None

    assert record(mine) == before


def test_a_paste_or_another_key_turns_nothing(mine: Path) -> None:
    before = record(mine)

    proposal = tune_unseen(mine, f"{ESCAPE}[200~99{ESCAPE}[201~xX{ENTER}")

    assert proposal is not None
    assert not proposal.is_new
    assert record(mine) == before


@pytest.mark.parametrize("size", [(1, 1), (2, 10), (5, 20), (12, 40), (200, 400)])
def test_windows_of_any_size_are_drawn(mine: Path, size: tuple[int, int]) -> None:
    assert tune_unseen(mine, f"{RIGHT}?x{PAGE_DOWN}{ENTER}", Window(*size))


def test_the_next_stops_are_tried_while_nobody_presses_a_key(mine: Path) -> None:
    here = look_around(
        home=str(mine), json=False, plain=False, no_color=True, no_input=False
    )
    with closing(here), create_pipe_input() as pipe:
        tuning = Tuning(here.workspace, Wishes())

        def leave_once_they_are() -> None:
            while any(tuning.ahead("hours", by) for by in (1, -1)):
                time.sleep(0.01)
            pipe.send_text(ESCAPE)

        waiting = Thread(target=leave_once_they_are)
        waiting.start()
        assert tune_on_screen(tuning, here, pipe, Window()) is None
        waiting.join()
    assert tuning.trial is not None


def test_without_a_cache_one_may_tune_as_well(mine: Path) -> None:
    (mine / "cache").rename(mine / "elsewhere")
    (mine / "cache").write_text("no folder")

    proposal = tune_unseen(mine, f"{RIGHT}{ENTER}")

    assert proposal is not None
    assert proposal.roadmap.limits.availability.hours_per_week == 3.5
