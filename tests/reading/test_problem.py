"""How a problem is shown to the person who can mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.text import is_safe
from pillarplan.reading.problem import EXCERPT, BrokenFileError, Problem


def problem(column: int, source: str, message: str = "is wrong") -> Problem:
    return Problem(
        file="plan.yaml", line=7, column=column, message=message, source=source
    )


def test_a_problem_shows_its_line_and_a_caret() -> None:
    assert str(problem(8, "hours: lots")) == (
        "plan.yaml:7:8: is wrong\n"
        "    hours: lots\n"
        "           ^"
    )  # fmt: skip


def test_a_problem_of_an_empty_line_shows_no_caret() -> None:
    assert str(problem(1, "  ")) == "plan.yaml:7:1: is wrong"


def test_the_caret_stands_below_the_place_after_wide_and_combined_letters() -> None:
    assert str(problem(7, "製e\u0301: 😀!")).splitlines()[1:] == [
        "    製e\u0301: 😀!",
        "           ^",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    shown, caret = str(problem(151, "a" * 150 + "!" + "b" * 150)).splitlines()[1:]

    assert shown == f"    …{'a' * 38}!{'b' * 37}…"
    assert caret.index("^") == shown.index("!")


def test_control_characters_are_not_shown() -> None:
    shown = str(problem(1, "a\x1b[31m\tb\u202e")).splitlines()[1]

    assert shown == "    a\ufffd[31m b\ufffd"


@given(st.text(st.characters(exclude_characters="\n"), max_size=200), st.data())
def test_the_caret_always_stands_inside_the_excerpt(
    source: str, data: st.DataObject
) -> None:
    column = data.draw(st.integers(1, len(source) + 1))

    lines = str(problem(column, source)).split("\n")

    assert all(is_safe(each) for line in lines for each in line)
    assert all(len(line) <= 4 + 2 * (EXCERPT + 2) for line in lines[1:])


def test_problems_are_sorted_and_counted_and_told_once() -> None:
    first, second = problem(1, "a: b"), problem(4, "a: b")

    error = BrokenFileError([second, first, second])

    assert error.problems == (first, second)
    assert (error.kind, error.exit_code) == ("broken-file", 4)
    assert str(error).splitlines()[-1] == (
        "2 problems in plan.yaml. Nothing was changed; mend the file and try again."
    )


@pytest.mark.parametrize(
    ("count", "closing"),
    [
        (1, "1 problem in plan.yaml."),
        (51, "51 problems in plan.yaml (the first 50 are shown)."),
        (1_200, "at least 1,200 problems in plan.yaml (the first 50 are shown)."),
    ],
)
def test_only_the_first_problems_are_shown(count: int, closing: str) -> None:
    error = BrokenFileError(problem(n + 1, "") for n in range(count))

    *shown, last = str(error).splitlines()

    assert len(error.problems) == count
    assert len(shown) == min(count, 50)
    assert last.startswith(closing)
