"""What follows on the skills in hand, a line for each."""

from dataclasses import replace

import pytest

from pillarplan.domain.plan.roadmap import Roadmap, State
from pillarplan.domain.plan.waves import at_hand
from pillarplan.render.lines.later import later_lines
from tests.planner.worlds import World, gap, limits, practice, resource

SKILLS = ("asking", "building")


@pytest.fixture
def roadmap() -> Roadmap:
    return World(
        limits=limits(days=60, focus=1),
        gaps=tuple(gap(skill, 1, 2) for skill in SKILLS),
        items=tuple(
            item
            for skill in SKILLS
            for item in (
                resource(f"read-{skill}", (skill, 1, 2), hours=2),
                practice(f"do-{skill}", (skill, 1, 2), hours=1.5),
            )
        ),
    ).plan()


NAMES = {"asking": "Asking", "building": "Building"}


def test_a_later_skill_has_its_month_steps_and_hours(roadmap: Roadmap) -> None:
    assert [item.wave for item in roadmap.items] == [1, 1, 2, 2]
    assert [*later_lines(roadmap, NAMES, "->")] == [
        "from November 2026: Building 1->2 (3.5 h)"
    ]
    assert [*later_lines(roadmap, NAMES, "")] == [
        "from November 2026: Building (3.5 h)"
    ]


def test_what_is_begun_is_later_no_more(roadmap: Roadmap) -> None:
    begun = roadmap.with_states({"read-building": State.STARTED})

    assert [*later_lines(begun, NAMES)] == []
    assert at_hand(begun) == begun.items
    assert {item.wave for item in at_hand(roadmap)} == {1}


def test_a_plan_without_later_waves_says_nothing(roadmap: Roadmap) -> None:
    items = tuple(replace(item, wave=1) for item in roadmap.items)

    assert [*later_lines(replace(roadmap, items=items), NAMES)] == []
