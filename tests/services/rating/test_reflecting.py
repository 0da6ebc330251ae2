"""Hard questions about a product: answered, settled, or calling for a practice."""

import pytest

from pillarplan.errors import UsageError
from pillarplan.services.rating.reflecting import (
    LONGEST_NAME,
    products,
    record_reflections,
    report_reflections,
)
from tests.worlds import MONDAY, On, after

MISUSE, JOBS = "weaponised", "jobs-it-replaces"


def test_what_is_open_calls_for_its_practice_until_it_is_settled(on: On) -> None:
    record_reflections(
        on(MONDAY), "Atlas", [(MISUSE, "Stalkers", False), (JOBS, "None", True)]
    )

    reflections = report_reflections(on(MONDAY), "Atlas")

    assert [(each.question.id, each.answer) for each in reflections.open] == [
        (MISUSE, "Stalkers")
    ]
    assert reflections.practices == ("check-one-feature-with-colleagues",)
    assert len(reflections.unanswered) == len(reflections.points) - 2

    record_reflections(on(after(7)), "Atlas", [(MISUSE, "Rate limits", True)])

    settled = report_reflections(on(after(7)), "Atlas")
    assert (settled.open, settled.practices) == ((), ())
    (point,) = (each for each in settled.points if each.question.id == MISUSE)
    assert (point.answer, point.answered_on) == ("Rate limits", after(7))
    assert point.skill_name == "Social responsibility"
    assert point.pillar_name is None


def test_each_product_has_answers_of_its_own_however_it_is_written(on: On) -> None:
    record_reflections(on(MONDAY), "Atlas", [(MISUSE, "Stalkers", False)])
    record_reflections(on(MONDAY), "Globe", [(MISUSE, "Spies", False)])
    record_reflections(on(MONDAY), "ATLAS", [(JOBS, "Drivers", False)])

    atlas = report_reflections(on(MONDAY), "atlas")

    assert [each.answer for each in atlas.open] == ["Stalkers", "Drivers"]
    assert products(on(MONDAY)) == ("Globe", "ATLAS")


@pytest.mark.parametrize(
    ("product", "question", "told"),
    [
        (" ", MISUSE, "needs a name"),
        ("x" * (LONGEST_NAME + 1), MISUSE, "needs a name"),
        ("Atlas", "weaponized", "weaponised"),
    ],
)
def test_what_does_not_fit_is_refused_as_a_whole(
    on: On, product: str, question: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        record_reflections(
            on(MONDAY), product, [(JOBS, "None", True), (question, "None", True)]
        )

    assert on(MONDAY).journal.read().events == ()


def test_a_name_may_have_eighty_characters(on: On) -> None:
    record_reflections(on(MONDAY), "x" * LONGEST_NAME, [(JOBS, "None", True)])

    assert products(on(MONDAY)) == ("x" * LONGEST_NAME,)
