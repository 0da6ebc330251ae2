"""Whose turn it is: what is half learnt and its practice, and what is timely."""

from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.plan.availability import Pool
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.manner import Manner
from tests.planner.schedule.by_hand import (
    A,
    B,
    C,
    days,
    do,
    place,
    read,
    sessions,
)
from tests.planner.worlds import TODAY


def test_from_half_of_a_resource_on_it_takes_turns_with_its_practice() -> None:
    tasks = [read("a", 8, A), do("do-a", 8, A)]

    assert sessions(place(tasks, days(*[2] * 8))) == [
        (0, "a", 2),
        (1, "a", 2),
        (2, "do-a", 2),
        (3, "a", 2),
        (4, "do-a", 2),
        (5, "a", 2),
        (6, "do-a", 2),
        (7, "do-a", 2),
    ]


def test_two_things_are_half_read_before_a_practice_of_weeks_that_applies_both() -> (
    None
):
    weekly = [read("a", 8, A), read("c", 8, C), do("both", 4, A, C, weeks=2)]
    at_once = [*weekly[:2], do("both", 4, A, C)]

    def names(tasks: list[Job]) -> list[str]:
        found = place(tasks, days(*[2] * 14), order=[0, 1, 2])
        return [name for _, name, _ in sessions(found)]

    # It runs beside the two that are open.
    assert names(weekly) == ["a", "a", "c", "c", "both", "a", "a", "c", "c", "both"]
    # What is done in one go has to wait until one of them is over in any case.
    assert names(at_once) == ["a", "a", "a", "a", "c", "c", "both", "c", "c", "both"]


def test_three_hours_of_a_long_book_are_enough_to_try_it() -> None:
    tasks = [read("a", 40, A), do("do-a", 4, A)]

    found = sessions(place(tasks, days(*[6] * 8)))

    assert found[:4] == [(0, "a", 6), (1, "a", 6), (2, "do-a", 2), (2, "a", 4)]
    assert found[-1] == (7, "do-a", 2)


def test_turns_go_on_where_they_were_by_the_last_days_of_both() -> None:
    before, yesterday = TODAY - timedelta(days=2), TODAY - timedelta(days=1)
    book = replace(read("a", 4, A), spent=4, started=True, first_on=before)
    task = replace(do("do-a", 6, A), spent=2, started=True, first_on=before)
    read_last = [replace(book, last_on=yesterday), replace(task, last_on=before)]
    did_last = [replace(book, last_on=before), replace(task, last_on=yesterday)]

    # The practice stops at its half until all is read.
    assert [name for _, name, _ in sessions(place(read_last, days(*[2] * 5)))] == [
        "do-a",
        "a",
        "a",
        "do-a",
        "do-a",
    ]
    assert [name for _, name, _ in sessions(place(did_last, days(*[2] * 5)))] == [
        "a",
        "do-a",
        "a",
        "do-a",
        "do-a",
    ]


def test_a_resource_of_a_higher_step_waits_until_the_lower_one_is_tried() -> None:
    # In this order, b would be read before anything of a is tried.
    tasks = [read("b", 4, B), read("a", 4, A), do("do-a", 2, A), do("do-b", 2, B)]

    assert sessions(place(tasks, days(*[4] * 4), order=[0, 1, 2, 3])) == [
        (0, "a", 4),
        (1, "do-a", 2),
        (1, "b", 2),
        (2, "b", 2),
        (2, "do-b", 2),
    ]


def test_a_step_that_is_practised_together_with_the_one_below_waits_for_nothing() -> (
    None
):
    # Both steps are tried in one practice; so what they are learnt from comes before.
    tasks = [read("a", 2, A), read("b", 2, B), read("c", 2, C), do("do-ab", 2, A, B)]

    assert [
        name
        for _, name, _ in sessions(place(tasks, days(*[2] * 4), order=[0, 1, 2, 3]))
    ] == [
        "a",
        "b",
        "c",
        "do-ab",
    ]


def test_nothing_is_heard_long_before_the_desk_is_near_its_practice() -> None:
    tasks = [
        read("c", 12, C),
        do("do-c", 4, C),
        read("a", 4, A, pool=Pool.LISTENING),
        do("do-a", 4, A),
    ]
    on = days(*[2] * 10, listening=2)
    early, timely = Manner(hears_early=True), Manner()

    def heard(manner: Manner) -> list[int]:
        found = sessions(place(tasks, on, manner, order=[0, 1, 2, 3]))
        return [day for day, name, _ in found if name == "a"]

    assert heard(early) == [0, 1]
    # A week has an hour at the desk, and two on the way, of which it takes half a week:
    # it is near once no more than an hour and a half is left of building.
    assert heard(timely) == [4, 5]


def test_of_two_long_books_that_one_practice_applies_three_hours_in_all_are() -> None:
    tasks = [read("a", 40, A), read("c", 40, C), do("both", 4, A, C, weeks=2)]
    alone = [*tasks, do("do-a", 4, A)]

    def before(name: str, tasks: list[Job]) -> dict[str, int]:
        found = place(tasks, days(*[2] * 60), order=[*range(len(tasks))])
        quarters = dict.fromkeys(("a", "c"), 0)
        for _, item, length in sessions(found):
            if item == name:
                break
            quarters[item] = quarters.get(item, 0) + length
        return {each: quarters[each] for each in ("a", "c")}

    assert before("both", tasks) == {"a": 6, "c": 6}
    # What applies one of them alone still waits for three hours of that.
    assert before("do-a", alone)["a"] >= 12
