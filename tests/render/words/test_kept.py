"""Roadmaps get the words of their facts, or keep those that they were told in."""

from dataclasses import replace
from typing import Any

import pytest

from pillarplan.domain.plan.roadmap import NotNow, Roadmap
from pillarplan.render.words.kept import roadmap_in_words
from tests.planner.worlds import World, gap, limits, practice, resource

UNKNOWN = {"kind": "phase-of-the-moon", "day": 3}


def roadmap() -> Roadmap:
    """Return two skills of which one fits, as the planner made it."""
    return World(
        limits=limits(days=3),
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3)),
        items=(
            resource("book", ("asking", 1, 2)),
            practice("ask", ("asking", 1, 2)),
            resource("tome", ("building", 2, 3), hours=5),
            practice("build", ("building", 2, 3)),
        ),
    ).plan()


def told(words: str, facts: tuple[Any, ...]) -> Roadmap:
    """Return a roadmap in which all is told in these words, beside these facts."""
    made = roadmap()
    return replace(
        made,
        items=tuple(replace(each, reason=words, facts=facts) for each in made.items),
        not_now=(NotNow(skill="building", reason=words, facts=facts),),
        notes=(words,),
        facts=facts,
    )


def test_the_planner_tells_facts_and_no_words() -> None:
    made = roadmap()

    assert {item.reason for item in made.items} == {""}
    assert [each.reason for each in made.not_now] == [""]
    assert made.notes == ()


def test_each_fact_is_told_in_words() -> None:
    words = roadmap_in_words(roadmap())

    assert [item.reason for item in words.items] == [
        "Closes Asking 1 to 2, together with 'Ask'; the only resource that does.",
        "Closes Asking 1 to 2, together with 'Book'; the only practice that does.",
    ]
    assert words.not_now[0].reason == (
        "Building 2 to 3 needs 5 h more than there are until 25 November 2026."
    )
    assert len(words.notes) == len(words.facts) == 2


def test_words_are_made_anew_where_the_facts_are_known() -> None:
    made = roadmap()
    older = replace(made, notes=("So it was told once.",) * 2)

    assert roadmap_in_words(older) == roadmap_in_words(made)
    assert roadmap_in_words(roadmap_in_words(made)) == roadmap_in_words(made)


@pytest.mark.parametrize("facts", [(), (UNKNOWN,)])
def test_what_was_told_stays_where_facts_are_missing_or_unknown(facts: Any) -> None:
    kept = told("So it was told once.", facts)

    assert roadmap_in_words(kept) == kept
