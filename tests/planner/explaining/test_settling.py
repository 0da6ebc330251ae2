"""What cannot settle by the last day, whatever the hours."""

from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.facts.kept import keep
from pillarplan.domain.facts.not_now import TooSoon
from pillarplan.domain.facts.parts import SkillSteps
from pillarplan.domain.plan.roadmap import NotNow
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource
from tests.scales import scale_of


def world(days: int) -> World:
    return World(
        limits=limits(days=days),
        gaps=(gap("asking", 1, 3),),
        items=(
            resource("book", ("asking", 1, 3), hours=2),
            practice("ask", ("asking", 1, 2), hours=1),
            practice("ask-more", ("asking", 2, 3), hours=1),
        ),
        scale=scale_of(weeks={3: 3}),
    )


def test_a_level_that_comes_too_soon_lacks_no_hours() -> None:
    plan = world(days=14).plan()

    (practised,) = (item.ends_on for item in plan.items if item.id == "ask")
    steps = (SkillSteps(skill="asking", name="Asking", start=2, end=3),)
    fact = TooSoon(steps=steps, earliest=practised + timedelta(weeks=3))
    assert plan.not_now == (NotNow(skill="asking", facts=keep((fact,))),)
    assert fact.earliest > TODAY + timedelta(days=14)


def test_what_is_open_for_want_of_hours_is_not_called_too_soon() -> None:
    asked = world(days=60)
    poor = replace(asked, limits=limits(days=60, desk=(0.5, *(0.0,) * 6)))
    dear = replace(
        poor, items=(*asked.items[:2], practice("ask-more", ("asking", 2, 3), hours=40))
    )

    kinds = [fact["kind"] for each in dear.plan().not_now for fact in each.facts]

    assert kinds == ["too-few-hours"]
