"""In which order items are done; the best order is found in another way, too."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.profile import Profile
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from pillarplan.planner.fitting.jobs import make_tasks
from pillarplan.planner.schedule.order import find_order
from pillarplan.planner.schedule.rules import Rules
from pillarplan.planner.selection.candidates import Choice
from pillarplan.planner.selection.selected import Selection
from pillarplan.planner.selection.selection import select
from tests.planner.best_order import Orders
from tests.planner.test_laws import settled
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    many,
    practice,
    resource,
    worlds,
)


def order(choice: Choice, selection: Selection) -> list[str]:
    """Return the items in the order in which they are to begin."""
    tasks = make_tasks(selection, frozenset(), choice.learnt)
    rules = Rules(tasks, choice.worth, (choice.learnt, choice.practised))
    return [tasks[number].id for number in find_order(rules)]


def answer(world: World) -> tuple[Choice, Selection]:
    """Return the question of a world, and all that could be wanted."""
    try:
        choice = world.draft().choice
    except PinsDoNotFitError:
        assume(False)
        raise
    selection = select(choice, None)
    assert selection
    return choice, selection


@settled
@given(worlds())
def test_the_order_lies_within_one_percent_of_the_best(world: World) -> None:
    choice, selection = answer(replace(world, profile=Profile()))
    orders = Orders(choice, selection)

    least = orders.least_delay()

    assert least is not None
    assert least <= orders.delay(order(choice, selection)) <= least * 1.01


def test_a_step_that_needs_work_on_another_skill_counts_that_work() -> None:
    # Alone, asking looks like the quick win; but its practice asks for a long book.
    world = World(
        limits=limits(),
        gaps=(gap("asking", 0, 1), gap("building", 0, 1), gap("coaching", 0, 1)),
        items=(
            resource("ask-book", ("asking", 0, 1), hours=1),
            practice("ask-and-build", ("asking", 0, 1), ("building", 0, 1), hours=1),
            resource("build-book", ("building", 0, 1), hours=12),
            resource("coach-book", ("coaching", 0, 1), hours=2),
            practice("coach", ("coaching", 0, 1), hours=2),
        ),
    )

    assert order(*answer(world)) == [
        "coach-book",
        "coach",
        "ask-book",
        "build-book",
        "ask-and-build",
    ]


def test_two_skills_that_share_a_book_are_finished_together() -> None:
    world = World(
        limits=limits(),
        gaps=(gap("asking", 0, 1), gap("building", 0, 1), gap("coaching", 0, 1)),
        items=(
            resource("book", ("asking", 0, 1), ("building", 0, 1), hours=6),
            practice("ask", ("asking", 0, 1), hours=1),
            practice("build", ("building", 0, 1), hours=1),
            resource("coach-book", ("coaching", 0, 1), hours=3),
            practice("coach", ("coaching", 0, 1), hours=2),
        ),
    )

    assert order(*answer(world)) == ["book", "ask", "build", "coach-book", "coach"]


def test_the_least_delay_of_a_step_is_all_its_work() -> None:
    choice, selection = answer(
        World(
            limits=limits(),
            gaps=(gap("asking", 0, 1),),
            items=(
                resource("book", ("asking", 0, 1), hours=2),
                practice("ask", ("asking", 0, 1), hours=1),
            ),
        )
    )

    assert selection.closed == (Step("asking", 1),)
    assert (
        Orders(choice, selection).least_delay() == 12 * choice.worth[Step("asking", 1)]
    )


def test_practices_that_many_skills_share_all_find_their_place() -> None:
    # One practice may do what a chain counted on another for: it is looked at anew.
    wide = replace(many().limits, budget=None, until=TODAY + timedelta(days=72))

    roadmap = replace(many(), limits=wide).plan()

    assert sum(each.hours for each in roadmap.sessions) == roadmap.totals.hours
