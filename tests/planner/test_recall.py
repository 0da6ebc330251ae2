"""The laws of the intervals at which a question comes back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.recall import Grade, Recall
from pillarplan.planner.recall import LONGEST_DAYS, next_recall

MONDAY = date(2026, 11, 23)

WAITS = st.tuples(st.integers(1, 400), st.sampled_from(Grade))
"""After how many days a question was asked, and how it went."""


def recalls(waits: list[tuple[int, Grade]]) -> list[Recall]:
    day, told = MONDAY, []
    for days, grade in waits:
        day += timedelta(days=days)
        told.append(Recall(on=day, grade=grade))
    return told


@given(waits=st.lists(WAITS, max_size=12), days=st.integers(1, 400))
def test_a_better_grade_never_comes_back_sooner(
    waits: list[tuple[int, Grade]], days: int
) -> None:
    due = [next_recall(MONDAY, recalls([*waits, (days, grade)])) for grade in Grade]

    assert due == sorted(due)


@given(waits=st.lists(WAITS, max_size=12))
def test_it_comes_back_on_a_later_day_and_within_a_year(
    waits: list[tuple[int, Grade]],
) -> None:
    told = recalls(waits)
    last = told[-1].on if told else MONDAY

    due = next_recall(MONDAY, told)

    assert timedelta(days=1) <= due - last <= timedelta(days=LONGEST_DAYS)
    assert next_recall(MONDAY, told) == due


@given(grades=st.lists(st.sampled_from([Grade.GOOD, Grade.EASY]), max_size=6))
def test_while_it_comes_to_mind_the_intervals_grow(grades: list[Grade]) -> None:
    day, told, waits = MONDAY, list[Recall](), list[int]()
    for grade in [Grade.GOOD, *grades]:
        due = next_recall(MONDAY, told)
        waits.append((due - day).days)
        day = due
        told.append(Recall(on=day, grade=grade))

    assert waits == sorted(waits)


def test_a_year_of_weekly_check_ins_asks_a_question_a_few_times() -> None:
    told = list[Recall]()
    for week in range(1, 53):
        monday = MONDAY + timedelta(weeks=week)
        if next_recall(MONDAY, told) <= monday:
            told.append(Recall(on=monday, grade=Grade.GOOD))

    weeks = [(recall.on - MONDAY).days // 7 for recall in told]
    assert weeks == [1, 4, 16]
