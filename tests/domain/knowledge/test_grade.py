"""A grade follows from facts by one rule, and every part of it is told."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.grade import StepGrade, find_grade, find_grades
from pillarplan.domain.knowledge.item import Origin, Regrade, Resource, ResourceKind
from pillarplan.domain.knowledge.step import Step
from tests.planner.worlds import practice, resource
from tests.scales import FIVE

STEP = Step("asking", 2)
BOOK = resource("book", ("asking", 1, 2), hours=0.5)
"""It has nothing that a grade rises by."""


def test_a_grade_is_told_with_all_its_parts() -> None:
    known = replace(
        BOOK,
        hours=8.0,
        recommenders=5,
        origin=Origin.ARTICLE,
        institution=True,
        regrade=Regrade(by=-0.5, why="It is about wars."),
    )

    assert find_grades(known, FIVE) == (
        StepGrade(
            skill="asking",
            to=2,
            total=475,
            for_recommenders=125,
            for_article=200,
            for_institution=50,
            for_level=50,
            by_editor=-50,
        ),
    )


@pytest.mark.parametrize(
    ("facts", "total"),
    [
        ({}, 100),
        ({"recommenders": 1}, 125),
        ({"recommenders": 8}, 300),
        ({"recommenders": 19}, 575),
        ({"recommenders": 20}, 600),
        ({"recommenders": 40}, 600),
        ({"origin": Origin.ARTICLE}, 300),
        ({"institution": True}, 150),
        ({"hours": 8.0}, 150),
        ({"regrade": Regrade(by=1, why="The one that all name aloud.")}, 200),
        ({"regrade": Regrade(by=-1, why="It is about wars.")}, 0),
    ],
)
def test_each_fact_weighs_what_the_rule_says(facts: dict[str, Any], total: int) -> None:
    assert find_grade(replace(BOOK, **facts), STEP, FIVE).total == total


@pytest.mark.parametrize(
    ("kind", "hours", "levels"),
    [
        (ResourceKind.BOOK, 0.5, [1]),
        (ResourceKind.BOOK, 3.0, [1, 2, 3]),
        (ResourceKind.BOOK, 4.0, [2, 3, 4, 5]),
        (ResourceKind.BOOK, 20.0, [2, 3, 4, 5]),
        (ResourceKind.COURSE, 40.0, [4, 5]),
        (ResourceKind.ARTICLE, 1.0, [1]),
        (ResourceKind.EPISODE, 5.0, []),
        (ResourceKind.VIDEO, 1.0, [1, 2, 3]),
        (ResourceKind.VIDEO, 6.0, [2, 3]),
        (ResourceKind.NEWSLETTER, 6.0, [2, 3]),
    ],
)
def test_length_and_form_suit_some_levels(
    kind: ResourceKind, hours: float, levels: list[int]
) -> None:
    read = replace(BOOK, kind=kind, hours=hours)

    suited = [
        to for to in range(1, 6) if find_grade(read, Step("s", to), FIVE).for_level
    ]

    assert suited == levels


def test_each_step_has_a_grade_and_a_practice_has_none() -> None:
    long = resource("long", ("asking", 0, 2), ("daring", 3, 4), hours=10)

    steps = [(grade.skill, grade.to) for grade in find_grades(long, FIVE)]

    assert steps == [("asking", 1), ("asking", 2), ("daring", 4)]
    assert find_grades(practice("try", ("asking", 1, 2)), FIVE) == ()


@given(
    st.integers(0, 500),
    st.sampled_from(Origin),
    st.booleans(),
    st.floats(-1, 1, allow_nan=False),
)
def test_one_more_recommender_never_lowers_a_grade_and_it_stays_within_bounds(
    recommenders: int, origin: Origin, institution: bool, by: float
) -> None:
    read: Resource = replace(
        BOOK,
        recommenders=recommenders,
        origin=origin,
        institution=institution,
        regrade=Regrade(by=by, why="For some reason."),
    )
    more = replace(read, recommenders=recommenders + 1)

    grade = find_grade(read, STEP, FIVE).total

    assert 0 <= grade <= find_grade(more, STEP, FIVE).total <= 600
