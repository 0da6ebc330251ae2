"""Steps that settle too late are given up; what was chosen stays for what it closes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pillarplan.domain.facts.kept import keep
from pillarplan.domain.facts.not_now import TooSoon
from pillarplan.domain.facts.parts import SkillSteps
from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Week
from pillarplan.domain.plan.roadmap import NotNow, Rerating, Roadmap
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource
from tests.scales import scale_of

MONDAYS: Week = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
RATED = tuple(
    Rating(skill=skill, level=1, rated_on=TODAY - timedelta(weeks=4))
    for skill in ("asking", "building")
)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def closes(roadmap: Roadmap) -> dict[str, tuple[Span, ...]]:
    return {item.id: item.closes for item in roadmap.items}


def one_step(skill: str) -> tuple[Span, ...]:
    return (Span(skill=skill, from_=1, to=2),)


def too_soon(skill: str, earliest: date) -> NotNow:
    steps = (SkillSteps(skill=skill, name=skill.capitalize(), start=2, end=3),)
    return NotNow(skill=skill, facts=keep((TooSoon(steps=steps, earliest=earliest),)))


ON_MONDAYS = World(
    limits=limits(days=23, desk=MONDAYS),
    gaps=(gap("asking", 1, 3),),
    items=(
        resource("book", ("asking", 1, 3)),
        practice("ask", ("asking", 1, 3), hours=2),
    ),
    profile=Profile(ratings=RATED),
    scale=scale_of(weeks={3: 2}),
)
"""The practice ends on the third Monday, and level 3 needs two weeks from then on."""


@pytest.mark.parametrize(
    ("pinned", "spent"),
    [((), ()), (("ask",), ()), ((), ("ask",)), (("ask",), ("ask",))],
)
def test_a_practice_stays_for_the_step_below_one_that_settles_too_late(
    pinned: tuple[str, ...], spent: tuple[str, ...]
) -> None:
    world = replace(
        ON_MONDAYS,
        limits=replace(ON_MONDAYS.limits, pinned=pinned),
        profile=replace(
            ON_MONDAYS.profile,
            spent=tuple(Spent(on=TODAY, item=name, hours=0.1) for name in spent),
        ),
    )

    roadmap = world.plan()

    assert closes(roadmap) == {"book": one_step("asking"), "ask": one_step("asking")}
    assert roadmap.totals.steps == 1
    assert roadmap.rerate == (Rerating(skill="asking", on=day(15)),)
    assert roadmap.not_now == (too_soon("asking", earliest=day(28)),)


def test_a_step_that_was_done_settles_from_the_planned_practice_below_it() -> None:
    world = replace(
        ON_MONDAYS,
        items=(
            resource("book", ("asking", 1, 3)),
            practice("ask", ("asking", 1, 2), hours=2),
            practice("ask-more", ("asking", 2, 3)),
        ),
        profile=replace(
            ON_MONDAYS.profile,
            done=tuple(Ended(on=TODAY, item=name) for name in ("book", "ask-more")),
        ),
    )

    later = replace(world, limits=limits(days=23, desk=MONDAYS)).plan()
    roadmap = replace(world, limits=limits(days=15, desk=MONDAYS)).plan()

    assert later.rerate == (Rerating(skill="asking", on=day(21)),)
    assert later.not_now == ()
    assert closes(roadmap) == {"ask": one_step("asking")}
    assert roadmap.totals.steps == 1
    assert roadmap.rerate == (Rerating(skill="asking", on=day(8)),)
    assert roadmap.not_now == (too_soon("asking", earliest=day(21)),)


def test_what_was_done_does_not_settle_in_a_plan_without_days() -> None:
    world = replace(
        ON_MONDAYS,
        limits=limits(days=14, desk=(0.0,) * 7),
        profile=replace(
            ON_MONDAYS.profile,
            done=tuple(Ended(on=TODAY, item=name) for name in ("book", "ask")),
        ),
    )

    roadmap = world.plan()

    assert roadmap.totals.steps == 1
    assert roadmap.rerate == (Rerating(skill="asking", on=TODAY),)
    assert roadmap.not_now == (too_soon("asking", earliest=day(14)),)


def test_a_later_skill_is_taken_up_for_the_steps_that_still_settle() -> None:
    world = replace(
        ON_MONDAYS,
        limits=limits(days=37, desk=MONDAYS, focus=1),
        gaps=(gap("asking", 1, 2, importance=3), gap("building", 1, 3)),
        items=(
            resource("book", ("asking", 1, 2)),
            practice("ask", ("asking", 1, 2)),
            resource("manual", ("building", 1, 3)),
            practice("build", ("building", 1, 3), hours=2),
        ),
    )

    roadmap = world.plan()

    assert closes(roadmap) == {
        "book": one_step("asking"),
        "ask": one_step("asking"),
        "manual": one_step("building"),
        "build": one_step("building"),
    }
    assert roadmap.rerate == (
        Rerating(skill="asking", on=day(8)),
        Rerating(skill="building", on=day(29)),
    )
    assert roadmap.not_now == (too_soon("building", earliest=day(42)),)


def test_a_step_that_was_given_up_and_settles_all_the_same_is_closed() -> None:
    # Both higher steps come too late in the order that has most to do after it; once
    # the one of asking is given up, building comes first.
    world = replace(
        ON_MONDAYS,
        limits=limits(days=34, desk=(1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0)),
        gaps=(gap("asking", 1, 3), gap("building", 1, 3)),
        items=(
            resource("book", ("asking", 1, 3), hours=3),
            practice("ask", ("asking", 1, 2), hours=2),
            practice("ask-more", ("asking", 2, 3)),
            resource("manual", ("building", 1, 3)),
            practice("build", ("building", 1, 3)),
        ),
        scale=scale_of(weeks={3: 3}),
    )

    roadmap = world.plan()

    assert closes(roadmap) == {
        "manual": (Span(skill="building", from_=1, to=3),),
        "build": (Span(skill="building", from_=1, to=3),),
        "book": one_step("asking"),
        "ask": one_step("asking"),
    }
    assert Rerating(skill="building", on=day(3 + 21)) in roadmap.rerate
    assert roadmap.not_now == (too_soon("asking", earliest=day(21 + 21)),)


def test_planning_again_knows_what_the_adopted_plan_had_given_up() -> None:
    done = tuple(Ended(on=TODAY, item=name) for name in ("book", "ask-more"))
    world = replace(
        ON_MONDAYS,
        limits=limits(days=15, desk=MONDAYS),
        items=(
            resource("book", ("asking", 1, 3)),
            practice("ask", ("asking", 1, 2), hours=2),
            practice("ask-more", ("asking", 2, 3)),
        ),
        profile=replace(ON_MONDAYS.profile, done=done),
    )

    adopted = replace(world, profile=replace(world.profile, roadmap=world.plan()))

    assert adopted.draft().wide.adopted_closes == {Step("asking", 2)}
    assert adopted.plan() == world.plan()
