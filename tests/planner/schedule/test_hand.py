"""No more skills are in hand than may be; when one is closed, the next is taken up."""

from dataclasses import replace
from datetime import timedelta

from pillarplan.planner.schedule.hand import Hand
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

RANKS = {"asking": 0, "building": 1, "coaching": 2}
TASKS = [
    read("a", 2, A),
    do("do-a", 4, A, weeks=2),
    read("c", 2, C),
    do("do-c", 2, C),
    read("e", 2, E),
    do("do-e", 2, E),
]
ORDER = [0, 1, 2, 3, 4, 5]

BESIDE_EACH_OTHER = [
    (0, "a", 2),
    (1, "do-a", 2),
    (2, "c", 2),
    (3, "do-c", 2),
    (4, "e", 2),
    (5, "do-e", 2),
    (8, "do-a", 2),
]
"""What else there is fills the weeks of the first practice."""


def test_the_next_skill_is_taken_up_when_one_is_closed() -> None:
    one = place(TASKS, days(*[2] * 14), order=ORDER, hand=Hand(1, RANKS))
    two = place(TASKS, days(*[2] * 14), order=ORDER, hand=Hand(2, RANKS))

    assert sessions(one) == [
        (0, "a", 2),
        (1, "do-a", 2),
        (8, "do-a", 2),
        (9, "c", 2),
        (10, "do-c", 2),
        (11, "e", 2),
        (12, "do-e", 2),
    ]
    assert sessions(two) == BESIDE_EACH_OTHER


def test_without_a_limit_all_are_in_hand() -> None:
    free = place(TASKS, days(*[2] * 14), order=ORDER)

    assert sessions(free) == BESIDE_EACH_OTHER


def test_what_serves_two_skills_belongs_to_the_first_of_them() -> None:
    both = do("both", 2, C, A)

    assert Hand(1, RANKS).skill_of(both) == "asking"
    assert Hand(1, {"asking": 1, "building": 0}).skill_of(both) == "building"


def test_a_skill_that_was_begun_stays_in_hand() -> None:
    begun = replace(TASKS[2], quarters=1, spent=1, started=True, first_on=TODAY)
    tasks = [*TASKS[:2], begun, *TASKS[3:4]]

    found = place(tasks, days(*[2] * 14), order=ORDER[:4], hand=Hand(1, RANKS))

    assert sessions(found) == [
        (0, "c", 1),
        (1, "do-c", 2),
        (2, "a", 2),
        (3, "do-a", 2),
        (10, "do-a", 2),
    ]


def test_a_skill_of_which_a_step_is_finished_goes_on_whatever_is_begun() -> None:
    group = replace(read("group", 4, C), booked=(TODAY, TODAY + timedelta(days=9)))
    tasks = [*TASKS[:2], group, do("do-c", 2, C)]

    def first_page(hand: Hand) -> int:
        found = sessions(place(tasks, days(*[2] * 14), order=ORDER[:4], hand=hand))
        return min(day for day, name, _ in found if name == "a")

    assert first_page(Hand(1, RANKS, begun=frozenset({"asking"}))) == 0
    # A group that meets has its skill in hand, and nothing else is taken up.
    assert first_page(Hand(1, RANKS)) == 11
