"""What waits for what: learning first, lower steps first, and no knot for ever."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from pillarplan.domain.knowledge.step import Step
from pillarplan.planner.schedule.growth import Growth
from pillarplan.planner.schedule.job import Job
from pillarplan.planner.schedule.rules import Rules, numbers
from tests.planner.schedule.by_hand import (
    WORTH,
    A,
    B,
    C,
    D,
    days,
    do,
    place,
    read,
    sessions,
)
from tests.planner.worlds import TODAY


def rules_for(tasks: Sequence[Job], learnt: Iterable[Step] = ()) -> Rules:
    return Rules(tasks, WORTH, (learnt, ()))


def able(rules: Rules, done: str = "", half: str = "") -> str:
    """Return the names of what may begin, once the tasks of some names are done."""

    def as_set(names: str) -> int:
        return sum(
            1 << number
            for number, task in enumerate(rules.tasks)
            if task.id in names.split()
        )

    finished = rules.before | as_set(done)
    return " ".join(
        task.id
        for number, task in enumerate(rules.tasks)
        if task.id not in done.split()
        and rules.may_begin(number, finished, as_set(half))
    )


def test_a_practice_waits_for_half_of_what_it_applies_and_for_all_lower_ones() -> None:
    rules = rules_for(
        [read("a", 8, A), do("do-a", 4, A), read("b", 8, B), do("do-b", 4, B)]
    )

    assert able(rules) == "a b"
    assert able(rules, half="a b") == "a do-a b"
    assert able(rules, done="a", half="b") == "do-a b"
    assert able(rules, done="a do-a", half="b") == "b do-b"


def test_a_practice_of_two_skills_climbs_in_both() -> None:
    both = do("both", 4, B, D)
    rules = rules_for([do("do-a", 4, A), do("do-c", 4, C), both], learnt={A, B, C, D})

    assert able(rules) == "do-a do-c"
    assert able(rules, done="do-a") == "do-c"
    assert able(rules, done="do-a do-c") == "both"


def test_practices_that_would_wait_for_each_other_may_begin_at_one_next_step() -> None:
    # Each has the lower step of one skill, and the higher of the other.
    knot = [do("x", 4, A, D), do("y", 4, C, B)]
    rules = rules_for(knot, learnt={A, B, C, D})

    assert [rules.tasks[number].id for number in numbers(rules.tangled)] == ["x", "y"]
    assert able(rules) == "x y"


def test_only_what_is_in_the_knot_and_above_it_climbs_less_strictly() -> None:
    knot = [do("x", 4, A, D), do("y", 4, C, B)]
    above = do("z", 4, Step("building", 3))
    worth = {**WORTH, above.closes[0]: 1}
    rules = Rules([*knot, above, do("e", 4, Step("coaching", 1))], worth, (worth, ()))

    assert [rules.tasks[number].id for number in numbers(rules.tangled)] == [
        "x",
        "y",
        "z",
    ]
    assert able(rules) == "x y e"
    assert able(rules, done="x") == "y e"
    assert able(rules, done="x y") == "z e"


def test_the_second_half_of_a_practice_waits_until_all_is_learnt() -> None:
    tasks = [read("a", 8, A), do("do-a", 8, A)]

    assert sessions(place(tasks, days(4, 8, 8, 8), order=[0, 1])) == [
        (0, "a", 4),
        (1, "do-a", 4),
        (1, "a", 4),
        (2, "do-a", 4),
    ]


def test_a_higher_practice_waits_until_the_level_below_has_settled() -> None:
    tasks = [do("do-a", 4, A), do("do-b", 4, B)]
    growth = Growth(weeks={1: 1, 2: 2}, rated={"asking": TODAY - timedelta(days=3)})

    timetable = place(tasks, days(*[4] * 30), learnt={A, B}, growth=growth)

    # Level 1 is reached a week after the rating, which was three days ago.
    assert sessions(timetable) == [(0, "do-a", 4), (4, "do-b", 4)]
    assert timetable.late == frozenset()


def test_what_has_not_settled_by_the_last_day_is_late() -> None:
    tasks = [do("do-a", 4, A), do("do-b", 4, B)]
    growth = Growth(weeks={2: 3}, rated={"asking": TODAY})

    timetable = place(tasks, days(*[4] * 21), learnt={A, B}, growth=growth)

    # From the end of the practice below, three weeks would end on day 21.
    assert sessions(timetable) == [(0, "do-a", 4), (1, "do-b", 4)]
    assert timetable.late == {"do-b"}
    assert timetable.unsettled == {B}
