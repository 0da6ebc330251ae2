"""The choice of items, checked against trying out every combination."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pillarplan.domain.knowledge.item import Cost
from pillarplan.domain.knowledge.item import ResourceKind as Kind
from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.depth import Depth
from pillarplan.planner.gaps.gaps import choose_focus
from pillarplan.planner.schedule.calendar import Capacity
from pillarplan.planner.selection import solver
from pillarplan.planner.selection.candidates import Candidate, Choice
from pillarplan.planner.selection.pools import share_out
from pillarplan.planner.selection.question import find_choice, wanted_steps
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select
from tests.laws import examples
from tests.planner.worlds import (
    TODAY,
    World,
    bare,
    gap,
    limits,
    many,
    practice,
    resource,
    worlds,
)

FEW = 9
"""More candidates than these take too long to try out."""

ENOUGH = Capacity(1000, 0)


@st.composite
def questions(draw: st.DrawFn) -> Choice:
    """Questions with so few candidates that every answer can be tried.

    Some have items of few sizes, so that many answers take the same hours.
    """
    choice = question(draw(worlds()))
    sizes = draw(st.sampled_from((100, 2)))
    return replace(
        choice,
        candidates=tuple(
            replace(item, quarters=1 + item.quarters % sizes)
            for item in choice.candidates[:FEW]
        ),
    )


capacities = st.one_of(
    st.none(), st.builds(Capacity, st.integers(0, 60), st.integers(0, 30))
)


def question(world: World) -> Choice:
    focus = choose_focus(world.gaps, world.limits)
    return find_choice(
        wanted_steps(focus), world.limits, world.items, world.profile, world.scale
    )


def closed_by(choice: Choice, items: tuple[Candidate, ...]) -> set[Step]:
    """Return all steps that `items` close."""
    learnt, practised = set(choice.learnt), set(choice.practised)
    for item in items:
        (practised if item.is_practice else learnt).update(item.covers)
    closed: set[Step] = set()
    for step in choice.worth:
        below = Step(step.skill, step.level - 1)
        if step in learnt & practised and (
            below not in choice.worth or below in closed
        ):
            closed.add(step)
    return closed


def rank(
    choice: Choice, items: tuple[Candidate, ...], capacity: Capacity | None
) -> tuple[int, int, int, int, int] | None:
    """Return value, items that go on, entries, merit and money.

    None if a limit is broken.
    """
    closed = closed_by(choice, items)
    going_on = [item for item in items if item.started]
    cents = sum(item.cents for item in items)
    if (
        (capacity and share_out(items, capacity) is None)
        or (choice.budget_cents is not None and cents > choice.budget_cents)
        or any(item.pinned and item not in items for item in choice.candidates)
        or any(closed.isdisjoint(i.covers) for i in going_on if not i.pinned)
    ):
        return None
    value = sum(choice.worth[step] for step in closed)
    bare = sum(item.is_bare for item in items)
    merit = worth_their_hours(choice, items, closed)
    return value, len(going_on), -bare, merit, -cents


def worth_their_hours(
    choice: Choice, items: tuple[Candidate, ...], closed: set[Step]
) -> int:
    """Return what each step is learnt from at best, less all hours, both in tenths."""
    rate = {Depth.LEAN: 0, Depth.SOLID: 6, Depth.DEEP: 16}[choice.depth]
    importance = {1: 1, 2: 2, 4: 3}
    gained = sum(
        importance[choice.worth[step]]
        * rate
        * max((item.graded.get(step, 0) for item in items), default=0)
        for step in closed
    )
    return gained - 10 * sum(item.quarters for item in items)


@settings(max_examples=examples(150), deadline=None)
@given(questions(), capacities)
def test_value_merit_and_money_equal_trying_out_everything(
    choice: Choice, capacity: Capacity | None
) -> None:
    answers = (
        rank(choice, items, capacity)
        for number in range(len(choice.candidates) + 1)
        for items in combinations(choice.candidates, number)
    )
    best = max((answer for answer in answers if answer), default=None)

    found = select(choice, capacity)

    assert best == (rank(choice, found.items, capacity) if found else None)
    if found:
        assert set(found.closed) == closed_by(choice, found.items)
        assert found.proven


@settings(max_examples=examples(100), deadline=None)
@given(questions(), st.builds(Capacity, st.integers(0, 60), st.integers(0, 30)))
def test_more_hours_never_give_less_value(choice: Choice, capacity: Capacity) -> None:
    less = select(choice, capacity)
    assume(less is not None)
    assert less

    for wider in (
        capacity._replace(desk=capacity.desk + 1),
        capacity._replace(listening=capacity.listening + 2),
        None,
    ):
        more = select(choice, wider)
        assert more
        assert more.value >= less.value


def ids(found: Selection | None) -> list[str]:
    assert found
    return [item.id for item in found.items]


ASKING = (gap("asking", 1, 2),)


def test_among_equal_hours_the_cheaper_item_is_taken() -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(
            practice("try", ("asking", 1, 2)),
            resource("dear", ("asking", 1, 2), price=20),
            resource("cheap", ("asking", 1, 2), price=10),
        ),
    )

    assert ids(select(question(world), ENOUGH)) == ["try", "cheap"]


def test_a_step_with_entries_comes_before_a_shorter_bare_one_of_equal_worth() -> None:
    gaps = (gap("asking", 0, 1), gap("building", 0, 1))
    asking = (
        resource("book", ("asking", 0, 1), hours=8),
        practice("try", ("asking", 0, 1)),
    )
    world = World(limits=limits(), gaps=gaps, items=(*asking, *bare(gaps, asking)))

    assert ids(select(question(world), Capacity(36, 0))) == ["book", "try"]
    assert ids(select(question(world), Capacity(35, 0))) == [
        "find.building.1",
        "show.building.1",
    ]


def test_two_cheap_items_are_better_than_one_that_is_dear_and_as_long() -> None:
    world = World(
        limits=limits(),
        gaps=(gap("asking", 1, 3),),
        items=(
            practice("try", ("asking", 1, 3)),
            resource("both", ("asking", 1, 3), hours=2, price=30),
            resource("low", ("asking", 1, 2), price=10),
            resource("high", ("asking", 2, 3), price=10),
        ),
    )

    assert ids(select(question(world), ENOUGH)) == ["try", "low", "high"]


def test_one_item_is_better_than_two_that_are_as_long() -> None:
    world = World(
        limits=limits(),
        gaps=(gap("asking", 1, 3),),
        items=(
            practice("try", ("asking", 1, 3)),
            resource("low", ("asking", 1, 2)),
            resource("high", ("asking", 2, 3)),
            resource("both", ("asking", 1, 3), hours=2),
        ),
    )

    assert ids(select(question(world), ENOUGH)) == ["try", "both"]


def test_among_equals_the_first_of_the_knowledge_base_is_taken() -> None:
    items = [resource(name, ("asking", 1, 2)) for name in ("first", "second", "third")]
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(practice("try", ("asking", 1, 2)), *items),
    )

    assert ids(select(question(world), ENOUGH)) == ["try", "first"]


def test_among_equals_what_is_adopted_stays() -> None:
    items = [resource(name, ("asking", 1, 2)) for name in ("first", "second", "third")]
    world = World(
        limits=limits(pinned=("third",)),
        gaps=ASKING,
        items=(practice("try", ("asking", 1, 2)), *items),
    )
    profile = Profile(roadmap=world.plan())

    again = replace(world, limits=limits(), profile=profile)

    assert ids(select(question(again), ENOUGH)) == ["try", "third"]


def test_what_is_adopted_stays_though_fewer_items_would_do() -> None:
    items = (
        practice("try", ("asking", 1, 3)),
        resource("both", ("asking", 1, 3), hours=2),
        resource("low", ("asking", 1, 2)),
        resource("high", ("asking", 2, 3)),
    )
    gaps = (gap("asking", 1, 3),)
    first = World(limits=limits(dropped=("both",)), gaps=gaps, items=items).plan()
    again = World(
        limits=limits(), gaps=gaps, items=items, profile=Profile(roadmap=first)
    )

    assert ids(select(question(again), ENOUGH)) == ["try", "low", "high"]


def test_formats_languages_and_price_keep_resources_out_but_no_practices() -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(
            practice("try", ("asking", 1, 2)),
            resource("deutsch", ("asking", 1, 2), hours=1, language="de"),
            resource("podcast", ("asking", 1, 2), hours=2, kind=Kind.PODCAST),
            resource("dear", ("asking", 1, 2), hours=3, price=10),
            resource("part-free", ("asking", 1, 2), hours=4, cost=Cost.FREEMIUM),
        ),
    )
    narrower = [
        limits(),
        limits(languages=("en",)),
        limits(languages=("en",), formats=("book",)),
        limits(languages=("en",), formats=("book",), only_free=True),
    ]

    chosen = [
        ids(select(question(replace(world, limits=each)), ENOUGH))[1]
        for each in narrower
    ]

    assert chosen == ["deutsch", "podcast", "dear", "part-free"]


def test_a_free_part_that_is_not_enough_costs_what_all_of_it_costs() -> None:
    part = resource(
        "part", ("asking", 1, 2), hours=1, cost=Cost.FREEMIUM, price=20, free_part=False
    )
    whole = resource("whole", ("asking", 1, 2), hours=3)
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(practice("try", ("asking", 1, 2)), part, whole),
    )

    def chosen(**asked: Any) -> list[str]:
        return ids(select(question(replace(world, limits=limits(**asked))), ENOUGH))

    assert chosen(budget=20) == ["try", "part"]
    assert chosen(budget=19) == ["try", "whole"]
    assert chosen(only_free=True) == ["try", "whole"]


def test_a_price_without_a_limit_fits_no_budget_unless_it_is_paid_or_pinned() -> None:
    dear = replace(
        resource("dear", ("asking", 1, 2), hours=1, cost=Cost.PAID), price=None
    )
    cheap = resource("cheap", ("asking", 1, 2), hours=3)
    world = World(
        limits=limits(budget=5000),
        gaps=ASKING,
        items=(practice("try", ("asking", 1, 2)), dear, cheap),
    )
    begun = Profile(spent=(Spent(on=TODAY, item="dear", hours=0.5),))
    adopted = Profile(roadmap=replace(world, limits=limits()).plan())

    def chosen(asked: World) -> list[str]:
        return ids(select(question(asked), ENOUGH))

    assert chosen(replace(world, limits=limits())) == ["try", "dear"]
    assert chosen(world) == ["try", "cheap"]
    assert chosen(replace(world, profile=begun)) == ["try", "dear"]
    assert chosen(replace(world, profile=adopted)) == ["try", "dear"]
    pinned = limits(budget=5000, pinned=("dear",))
    assert chosen(replace(world, limits=pinned)) == ["try", "dear"]


def test_a_started_item_goes_on_though_another_would_be_shorter() -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(
            practice("try", ("asking", 1, 2)),
            resource("short", ("asking", 1, 2), hours=1),
            resource("begun", ("asking", 1, 2), hours=9),
        ),
        profile=Profile(spent=(Spent(on=TODAY, item="begun", hours=2.1),)),
    )

    found = select(question(world), ENOUGH)

    assert ids(found) == ["try", "begun"]
    assert found
    assert found.quarters == 4 + 28  # 6.9 h are left, in whole quarter-hours


def test_a_started_item_is_left_where_it_would_cost_a_step() -> None:
    world = World(
        limits=limits(),
        gaps=(gap("asking", 1, 2), gap("building", 1, 2)),
        items=(
            practice("ask", ("asking", 1, 2)),
            practice("build", ("building", 1, 2)),
            resource("short", ("asking", 1, 2), hours=1),
            resource("begun", ("asking", 1, 2), hours=9),
            resource("other", ("building", 1, 2), hours=1),
        ),
        profile=Profile(spent=(Spent(on=TODAY, item="begun", hours=2),)),
    )

    assert ids(select(question(world), Capacity(16, 0))) == [
        "ask",
        "build",
        "short",
        "other",
    ]


def test_finished_work_counts_and_is_not_taken_again() -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(
            practice("try", ("asking", 1, 2)),
            resource("read", ("asking", 0, 2)),
            resource("unread", ("asking", 1, 2)),
        ),
        profile=Profile(done=(Ended(on=TODAY, item="read"),)),
    )

    assert ids(select(question(world), ENOUGH)) == ["try"]


def test_what_can_be_heard_leaves_the_desk_to_other_items() -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(
            practice("try", ("asking", 1, 2), hours=2),
            resource("book", ("asking", 1, 2), hours=1),
            resource("podcast", ("asking", 1, 2), hours=3, listen=True),
        ),
    )

    assert ids(select(question(world), Capacity(8, 12))) == ["try", "podcast"]
    assert ids(select(question(world), Capacity(8, 11))) == []


def test_an_item_for_two_skills_wins_over_two_items() -> None:
    world = World(
        limits=limits(),
        gaps=(gap("asking", 1, 2), gap("building", 1, 2)),
        items=(
            practice("ask", ("asking", 1, 2), hours=1),
            practice("build", ("building", 1, 2), hours=1),
            practice("both", ("asking", 1, 2), ("building", 1, 2), hours=1.75),
            resource("book", ("asking", 1, 2), ("building", 1, 2)),
        ),
    )

    assert ids(select(question(world), ENOUGH)) == ["both", "book"]


def test_pinned_items_that_do_not_fit_have_no_answer() -> None:
    world = World(
        limits=limits(pinned=("long",)),
        gaps=ASKING,
        items=(resource("long", ("asking", 1, 2), hours=9),),
    )

    assert select(question(world), Capacity(35, 0)) is None
    assert ids(select(question(world), Capacity(36, 0))) == ["long"]


def test_nothing_to_want_has_an_empty_answer() -> None:
    world = World(limits=limits(), gaps=(), items=())

    assert select(question(world), ENOUGH) == Selection(
        items=(), closed=(), value=0, merit=0, proven=True
    )


def test_the_solver_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    world = World(
        limits=limits(),
        gaps=ASKING,
        items=(practice("try", ("asking", 1, 2)), resource("r", ("asking", 1, 2))),
    )

    select(question(world), ENOUGH)

    assert capfd.readouterr() == ("", "")


def test_a_choice_that_runs_out_of_time_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(solver, "SAFETY_SECONDS", 0.0)
    pinned = replace(many(), limits=replace(many().limits, pinned=("do-skill-3-0",)))

    found = select(question(pinned), ENOUGH)

    assert found
    assert not found.proven
    assert "do-skill-3-0" in ids(found)
    assert (
        "Time ran out while choosing; a better plan may exist." in pinned.told().notes
    )
