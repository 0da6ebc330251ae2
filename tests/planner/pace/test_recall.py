"""The laws of the intervals at which a question comes back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.recall import (
    MOST_AT_ONCE,
    Grade,
    OwnQuestion,
    Recall,
    due_questions,
    questions_to_ask,
)
from pillarplan.planner.pace.recall import LONGEST_DAYS, next_recall

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


@given(
    left=st.lists(st.integers(0, 30), min_size=1, max_size=9),
    checkins=st.lists(st.tuples(st.integers(0, 40), st.sampled_from(Grade))),
)
def test_check_ins_ask_three_at_most_and_none_two_times_on_a_day(
    left: list[int], checkins: list[tuple[int, Grade]]
) -> None:
    questions = {
        f"q{number}": OwnQuestion(
            id=f"q{number}",
            item="a-book",
            text="Why?",
            left_on=MONDAY + timedelta(days=after),
            next_on=next_recall(MONDAY + timedelta(days=after)),
        )
        for number, after in enumerate(left)
    }
    today, asked = MONDAY + timedelta(days=30), list[tuple[date, str]]()
    for wait, grade in checkins:
        today += timedelta(days=wait)
        now = questions_to_ask(questions.values(), today)
        waiting = {each.id for each in due_questions(questions.values(), today)}
        assert len(now) == min(MOST_AT_ONCE, len(waiting))
        for each in now:
            recall = Recall(on=today, grade=grade)
            next_on = next_recall(each.left_on, (*each.recalls, recall))
            questions[each.id] = each.recalled(recall, next_on)
            asked.append((today, each.id))

    assert len(asked) == len({*asked})


def test_a_year_of_weekly_check_ins_asks_a_question_a_few_times() -> None:
    told = list[Recall]()
    for week in range(1, 53):
        monday = MONDAY + timedelta(weeks=week)
        if next_recall(MONDAY, told) <= monday:
            told.append(Recall(on=monday, grade=Grade.GOOD))

    weeks = [(recall.on - MONDAY).days // 7 for recall in told]
    assert weeks == [1, 4, 16]
