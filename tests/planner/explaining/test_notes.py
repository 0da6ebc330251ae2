"""What a person is told of a plan that is short of time, by small examples."""

from dataclasses import replace

from pillarplan.domain.facts.notes import DepthInVain
from pillarplan.domain.facts.parts import PlanOption
from pillarplan.domain.plan.depth import Depth
from pillarplan.planner.explaining.notes import find_notes
from pillarplan.render.words.notes import say_depth_in_vain
from tests.planner.worlds import World, gap, limits, practice, resource

SKILLS = ("asking", "building", "coaching")

SHORT = World(
    limits=limits(days=10, focus=3),
    gaps=tuple(gap(skill, 0, 1) for skill in SKILLS),
    items=tuple(
        item
        for skill in SKILLS
        for item in (
            resource(f"{skill}-guide", (skill, 0, 1), hours=2),
            resource(f"{skill}-book", (skill, 0, 1), hours=6, recommenders=15),
            practice(f"{skill}-try", (skill, 0, 1), hours=3),
        )
    ),
)
"""Ten hours for three skills, of which each takes five at least."""


def told(world: World) -> list[DepthInVain]:
    return [note for note in find_notes(world.draft()) if isinstance(note, DepthInVain)]


def test_where_no_hours_are_left_depth_changes_little_and_fewer_skills_may_help() -> (
    None
):
    (note,) = told(SHORT)

    assert note == DepthInVain(
        hours=0, options=(PlanOption(name="--what-if", value="focus=2"),)
    )
    assert say_depth_in_vain(note) == (
        "No hours are left for longer books, so depth changes little. What fewer "
        "skills at once would give: pillarplan plan --what-if focus=2"
    )


def test_it_is_not_told_to_who_wants_no_depth_or_has_hours_or_one_skill() -> None:
    asked = SHORT.limits

    assert not told(replace(SHORT, limits=replace(asked, depth=Depth.LEAN)))
    assert not told(replace(SHORT, limits=limits(days=60, focus=3)))
    assert not told(replace(SHORT, limits=limits(days=4, focus=1)))
    assert not told(replace(SHORT, limits=replace(asked, skills=SKILLS)))
