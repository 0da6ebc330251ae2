"""A resource or practice to read: facts with their labels."""

from dataclasses import replace
from datetime import date

import pytest

from pillarplan.domain.knowledge.grade import find_grades
from pillarplan.domain.knowledge.item import Cost, Item, Regrade
from pillarplan.domain.knowledge.occasion import Occasion
from pillarplan.domain.knowledge.price import FreePart
from pillarplan.domain.knowledge.recommendation import (
    ListKind,
    PublicList,
    Recommendation,
)
from pillarplan.render.lines.grades import grade_facts, named_by
from pillarplan.render.lines.item_facts import item_facts
from pillarplan.render.look import Look
from tests.planner.worlds import practice, resource
from tests.scales import FIVE

LOOK = Look(unicode=True)
BOOK = resource("book", ("asking", 1, 2))
ANN = PublicList(
    id="ann", title="Books", by="Ann", url="https://a.example/", kind=ListKind.PERSON
)
BOB = replace(ANN, id="bob", by="Bob")
SHOW = replace(ANN, id="show", title="A show", kind=ListKind.PODCAST)


def facts(item: Item) -> dict[str, str]:
    grades = find_grades(item, FIVE)
    return dict(item_facts(item, Recommendation(), grades, {"asking": "Asking"}, LOOK))


@pytest.mark.parametrize(
    ("recommendation", "words"),
    [
        (Recommendation(), "No list found that names it."),
        (Recommendation(lists=(ANN,)), "Recommended by 1: Ann."),
        (Recommendation(lists=(ANN, BOB)), "Recommended by 2: Ann; Bob."),
        (
            Recommendation(lists=(ANN,), guests=3, podcast=SHOW),
            "Recommended by 4: Ann; 3 guests of A show.",
        ),
    ],
)
def test_who_recommends_it_is_told_as_a_fact(
    recommendation: Recommendation, words: str
) -> None:
    assert named_by(recommendation) == words
    assert "quality" not in words


def test_a_grade_is_told_with_its_parts_and_once_for_steps_that_are_alike() -> None:
    read = resource("book", ("asking", 1, 3), ("daring", 0, 1), hours=5.0)
    read = replace(
        read,
        recommenders=3,
        institution=True,
        regrade=Regrade(by=-0.5, why="It is about wars."),
    )

    assert list(
        grade_facts(read, find_grades(read, FIVE), {"asking": "Asking"}, LOOK)
    ) == [
        (
            "Grade",
            "Asking 1→3: 2.25 (1 at first, 0.75 for those who recommend it, 0.5 for "
            "the institution behind it, 0.5 for a length and form that suit the step "
            "and -0.5 by an editor)",
        ),
        (
            "Grade",
            "daring 0→1: 1.75 (1 at first, 0.75 for those who recommend it, 0.5 for "
            "the institution behind it and -0.5 by an editor)",
        ),
        ("Moved", "-0.5 by an editor. It is about wars."),
    ]


def test_the_highest_grade_is_called_the_most_there_is() -> None:
    known = replace(BOOK, recommenders=100)

    assert facts(known)["Grade"] == (
        "Asking 1→2: 6 (1 at first, 25 for those who recommend it and 0.5 for a "
        "length and form that suit the step; 6 is the most)"
    )


def test_a_practice_has_no_grade() -> None:
    assert "Grade" not in facts(practice("try", ("asking", 1, 2)))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (
            Occasion(months=(4, 10), place="Oslo", book_weeks_ahead=8),
            "in April and October; Oslo; book 8 weeks ahead",
        ),
        (Occasion(on=(date(2027, 4, 1),)), "1 Apr 2027"),
        (Occasion(every_weeks=1, place="online"), "every week; online"),
        (Occasion(every_weeks=2), "every 2 weeks"),
    ],
)
def test_when_it_takes_place(when: Occasion, words: str) -> None:
    assert facts(replace(BOOK, when=when))["When"] == words


def test_what_was_checked_where_and_when() -> None:
    checked = replace(
        BOOK,
        checked="https://example.org/",
        checked_on=date(2026, 11, 26),
        checked_what="title, ISBN",
    )

    assert facts(checked)["Checked"] == (
        "title, ISBN, on 2026-11-26, at https://example.org/"
    )
    assert "Checked" not in facts(BOOK)


def test_which_part_is_free_and_whether_it_is_enough() -> None:
    part = FreePart(what="the first module", enough=False)
    course = replace(BOOK, cost=Cost.FREEMIUM, free_part=part)

    assert facts(course)["Free part"] == "the first module (not enough for its steps)"


def test_how_many_weeks_it_takes() -> None:
    assert facts(replace(BOOK, weeks=6))["Book"] == "1 h over 6 weeks"
    assert facts(replace(practice("try", ("asking", 1, 2)), weeks=3))[
        "Practice"
    ].endswith("over 3 weeks")
