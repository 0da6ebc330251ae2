"""When tasks are done, by small examples; laws are in test_laws."""

from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.manner import Manner
from tests.planner.schedule.by_hand import (
    A,
    B,
    C,
    D,
    days,
    do,
    place,
    read,
    sessions,
    with_longest,
)


def test_lower_steps_come_first_and_practices_follow_their_resource() -> None:
    tasks = [do("do-b", 4, B), do("do-a", 4, A), read("b", 4, B), read("a", 4, A)]

    assert sessions(place(tasks, days(4, 4, 4, 4))) == [
        (0, "a", 4),
        (1, "do-a", 4),
        (2, "b", 4),
        (3, "do-b", 4),
    ]


def test_the_chain_with_most_value_per_hour_comes_first() -> None:
    # Alone, the short book on building would look better than the long one on asking.
    tasks = [read("c", 4, C), do("do-c", 20, C), read("a", 8, A), do("do-a", 2, A)]

    order = [name for _, name, _ in sessions(place(tasks, days(8, 2, 4, 20)))]

    assert order == ["a", "do-a", "c", "do-c"]


def test_a_long_first_step_is_worth_it_for_a_short_second_one() -> None:
    asking = [read("a", 10, A), do("do-a", 2, A), read("b", 2, B), do("do-b", 2, B)]
    building = [read("c", 3, C), do("do-c", 2, C)]

    found = sessions(place([*building, *asking], days(10, 2, 2, 2, 3, 2)))

    assert [name for _, name, _ in found] == ["a", "do-a", "b", "do-b", "c", "do-c"]


def test_no_short_rest_is_left_for_another_day() -> None:
    assert sessions(place([read("a", 7, A)], days(6, 6))) == [(0, "a", 5), (1, "a", 2)]
    assert sessions(place([read("a", 8, A)], days(6, 6))) == [(0, "a", 6), (1, "a", 2)]


def test_a_short_rest_is_better_than_no_place() -> None:
    tasks = [read("a", 7, A), read("c", 5, C)]

    timetable = place(tasks, days(6, 6), Manner(is_tidy=False))

    assert timetable.is_complete
    assert sessions(timetable) == [(0, "a", 6), (1, "a", 1), (1, "c", 5)]


def test_a_session_is_shortened_if_the_rest_of_the_day_were_lost_else() -> None:
    tasks = [read("a", 5, A), read("c", 7, C)]

    timetable = place(tasks, days(6, 6), Manner(is_tidy=False))

    assert timetable.is_complete
    assert sessions(timetable) == [(0, "a", 4), (0, "c", 2), (1, "a", 1), (1, "c", 5)]


def test_what_finds_no_place_is_counted() -> None:
    timetable = place([read("a", 4, A), do("do-a", 4, A)], days(4, 1, 2))

    assert timetable.placed == Capacity(6, 0)
    assert timetable.unplaced == Capacity(2, 0)
    assert not timetable.is_complete


def test_a_practice_waits_for_what_is_heard_until_the_next_day() -> None:
    tasks = [read("a", 2, A, pool=Pool.LISTENING), do("do-a", 4, A)]

    assert sessions(place(tasks, days(4, 4, listening=2))) == [
        (0, "a", 2),
        (1, "do-a", 4),
    ]


def test_an_item_of_two_skills_does_not_block_itself() -> None:
    up = [read("r1", 2, A, B), read("r2", 2, C, D)]
    crossed = [
        do("x", 2, A, D),
        do("y", 2, B, C),
    ]
    timetable = place([*up, *crossed], days(4, 4))

    assert sessions(timetable) == [(0, "r1", 2), (0, "r2", 2), (1, "x", 2), (1, "y", 2)]


def test_a_started_task_goes_on_first() -> None:
    begun = Job(
        id="c",
        is_practice=False,
        closes=(C,),
        quarters=4,
        pool=Pool.DESK,
        started=True,
    )

    assert sessions(place([read("a", 4, A), begun], days(4, 4))) == [
        (0, "c", 4),
        (1, "a", 4),
    ]


def test_what_was_learnt_is_applied_before_more_is_learnt() -> None:
    tasks = [read("b", 4, B), do("do-a", 4, A), do("do-b", 4, B)]

    timetable = place(tasks, days(4, 4, 4), learnt={A})

    assert sessions(timetable) == [(0, "do-a", 4), (1, "b", 4), (2, "do-b", 4)]


def test_all_that_is_chosen_for_a_step_is_learnt_before_it_is_practised() -> None:
    tasks = [read("long", 6, A), read("short", 2, A), do("do-a", 2, A)]

    order = [name for _, name, _ in sessions(place(tasks, days(6, 2, 2)))]

    assert set(order[:2]) == {"long", "short"}
    assert order[2] == "do-a"


def test_a_practice_of_a_higher_step_waits_for_that_of_the_lower() -> None:
    tasks = [
        read("a", 4, A, pool=Pool.LISTENING),
        do("do-a", 4, A),
        read("b", 4, B),
        do("do-b", 4, B),
    ]

    assert sessions(place(tasks, days(4, 4, 4, 4, listening=2))) == [
        (0, "b", 4),
        (0, "a", 2),
        (1, "do-a", 2),
        (1, "a", 2),
        (2, "do-a", 2),
        (2, "do-b", 2),
        (3, "do-b", 2),
    ]


def test_no_third_task_is_begun_while_two_are_open() -> None:
    tasks = [read("a", 8, A), read("c", 8, C), read("d", 20, D)]

    found = sessions(place(tasks, with_longest(days(12, 12, 12), 4)))

    assert found[:5] == [
        (0, "a", 4),
        (0, "c", 4),
        (1, "a", 4),
        (1, "c", 4),
        (1, "d", 4),
    ]


def test_no_second_thing_is_heard_while_one_is_open() -> None:
    tasks = [
        read("a", 6, A, pool=Pool.LISTENING),
        read("c", 5, C, pool=Pool.LISTENING),
    ]

    assert sessions(place(tasks, with_longest(days(0, 0, 0, listening=8), 3))) == [
        (0, "a", 3),
        (1, "a", 3),
        (1, "c", 3),
        (2, "c", 2),
    ]
