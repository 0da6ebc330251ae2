"""What goes over weeks is done a piece a week, beside other work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.planner.schedule.by_hand import (
    A,
    C,
    E,
    days,
    do,
    place,
    read,
    sessions,
)
from tests.planner.worlds import TODAY

SHORTEST = 2
"""Quarter-hours."""


def allowed_by_week(quarters: int, weeks: int) -> list[int]:
    """Return how much of a practice may be done by the first day of each week."""
    job = do("ask", quarters, A, weeks=weeks)
    return [job.allowed(7 * week, SHORTEST) for week in range(weeks)]


@pytest.mark.parametrize(
    ("quarters", "weeks", "allowed"),
    [
        pytest.param(8, 4, [2, 4, 6, 8], id="a piece a week"),
        pytest.param(4, 4, [2, 2, 2, 4], id="too short for four: the first and last"),
        pytest.param(6, 5, [2, 2, 4, 4, 6], id="three pieces at even distances"),
        pytest.param(9, 4, [2, 4, 6, 9], id="pieces as even as whole quarters can be"),
        pytest.param(2, 3, [1, 1, 2], id="two pieces, however short they are"),
        pytest.param(20, 3, [6, 13, 20], id="no more pieces than weeks"),
        pytest.param(1, 3, [1, 1, 1], id="a quarter-hour cannot be divided"),
        pytest.param(8, 1, [8], id="what goes over no weeks is done as one likes"),
    ],
)
def test_so_much_may_be_done_by_each_week(
    quarters: int, weeks: int, allowed: list[int]
) -> None:
    assert allowed_by_week(quarters, weeks) == allowed


def test_a_piece_opens_on_the_weekday_of_the_first_session() -> None:
    job = do("ask", 4, A, weeks=2)

    assert [job.allowed(day, SHORTEST) for day in (0, 1, 6, 7, 13)] == [2, 2, 2, 4, 4]


def test_pieces_wait_for_their_weeks_and_other_work_goes_on_between() -> None:
    tasks = [do("ask", 6, A, weeks=3), read("c", 12, C)]
    on = [days(*[2] * 15)[number] for number in (0, 1, 6, 7, 8, 13, 14)]

    assert sessions(place(tasks, on, learnt={A})) == [
        (0, "ask", 2),
        (1, "c", 2),
        (6, "c", 2),
        (7, "ask", 2),
        (8, "c", 2),
        (13, "c", 2),
        (14, "ask", 2),
    ]


def test_what_was_begun_counts_its_weeks_from_its_first_hours() -> None:
    begun = replace(
        do("ask", 4, A, weeks=3),
        spent=2,
        started=True,
        first_on=TODAY - timedelta(days=5),
        last_on=TODAY - timedelta(days=5),
    )

    assert sessions(place([begun], days(*[2] * 10), learnt={A})) == [
        (2, "ask", 2),
        (9, "ask", 2),
    ]


def test_no_third_practice_of_weeks_runs_beside_two() -> None:
    tasks = [
        do("first", 4, A, weeks=2),
        do("second", 4, C, weeks=2),
        do("third", 4, E, weeks=2),
    ]

    assert sessions(place(tasks, days(*[8] * 15), learnt={A, C, E})) == [
        (0, "first", 2),
        (0, "second", 2),
        (7, "first", 2),
        (7, "second", 2),
        (7, "third", 2),
        (14, "third", 2),
    ]
