import pytest

from pillarplan.domain.plan.comparison import Comparison
from pillarplan.render.look import Look
from pillarplan.render.terminal.plan.comparison import comparison_view
from tests.domain.plan.test_comparison import comparison, item, move
from tests.render.terminal.drawing import drawn

LONG = "A title that is much too long for a single line of any terminal that people use"


def lines(compared: Comparison, width: int = 80) -> list[str]:
    look = Look(unicode=True, width=width)
    text = drawn(comparison_view(compared, look), width)
    return [line.rstrip() for line in text.strip().splitlines()]


def test_nothing_new_is_one_line() -> None:
    assert lines(comparison(unchanged=(item("kept", 0, 1),))) == [
        "Nothing changes against your present plan."
    ]


def test_what_moves_together_is_one_line_and_the_rest_a_list() -> None:
    moves = [move(name, 21) for name in ("asking", "building", "coaching")]

    assert lines(comparison(*moves), 120) == [
        "Against your present plan",
        "All 3 items come 3 weeks later: the first begins on 14 Dec, the last ends on "
        "15 Dec (it was 24 Nov).",
    ]
    assert lines(comparison(*moves, move("daring", -9), move("later", 0)), 120) == [
        "Against your present plan",
        "3 items come 3 weeks later: the first begins on 14 Dec, the last ends on "
        "15 Dec (it was 24 Nov).",
        "Starts on another day:",
        "  23 Nov → 14 Nov  Daring",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((3, 4, 5), "come about 4 days later"),
        ((-21, -21, -21), "come 3 weeks earlier"),
        ((270, 272, 280), "come about 9 months later"),
        ((1, 1, 1), "come 1 day later"),
    ],
)
def test_the_time_is_said_as_people_say_it(days: tuple[int, ...], said: str) -> None:
    assert said in lines(comparison(*(move(f"item-{d}", d) for d in days)), 200)[1]


def test_far_moves_have_the_year() -> None:
    moves = [move(name, 270) for name in ("asking", "building", "coaching")]

    assert lines(comparison(*moves), 200)[1] == (
        "All 3 items come 9 months later: the first begins on 20 Aug 2027, the last "
        "ends on 21 Aug 2027 (it was 24 Nov 2026)."
    )


def test_a_plan_that_differs_says_when_it_ends_and_keeps_its_lines_in_shape() -> None:
    compared = comparison(
        move(LONG, 5),
        added=(item("new", 5, 60),),
        removed=(item("old", 5, 40),),
        done=(item("read", 0, 1),),
        unchanged=(item("kept", 3, 4),),
    )

    assert lines(compared, 60) == [
        "Against your present plan",
        "It ends on 22 Jan; before, it was 2 Jan.",
        "New:",
        "  New",
        "No longer in it:",
        "  Old",
        "Starts on another day:",
        "  23 Nov → 28 Nov  A title that is much too long for a",
        "                   single line of any terminal that people",
        "                   use",
        "1 item done, and that stays.",
        "On their dates: 1 item.",
    ]


def test_a_long_list_is_cut() -> None:
    added = tuple(item(f"item-{number}", number, number) for number in range(10))

    assert lines(comparison(added=added))[-2:] == ["  Item-7", "  and 2 more"]
