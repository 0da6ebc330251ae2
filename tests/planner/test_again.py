"""What a new plan moves, and what it leaves where it was, by small examples."""

from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended
from pillarplan.domain.plan.roadmap import Roadmap
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource
from tests.scales import scale_of


def world(importance: int = 2) -> World:
    """Return two skills that take nearly the same time, an hour a day."""
    return World(
        limits=limits(),
        gaps=(gap("asking", 0, 1), gap("building", 0, 1, importance)),
        items=(
            resource("ask-book", ("asking", 0, 1), hours=3),
            resource("other-ask-book", ("asking", 0, 1), hours=3.5),
            resource("long-ask-book", ("asking", 0, 1), hours=8),
            practice("ask", ("asking", 0, 1), hours=3),
            resource("build-book", ("building", 0, 1), hours=3),
            practice("build", ("building", 0, 1), hours=3.25),
        ),
    )


def test_what_is_practised_and_not_rated_yet_still_has_to_settle() -> None:
    climb = World(
        limits=limits(days=60),
        gaps=(gap("asking", 1, 3),),
        items=(
            resource("book", ("asking", 1, 3), hours=2),
            practice("ask", ("asking", 1, 2)),
            practice("ask-more", ("asking", 2, 3)),
        ),
        profile=Profile(
            ratings=(Rating(skill="asking", level=1, rated_on=TODAY),),
            done=(Ended(on=TODAY, item="ask"), Ended(on=TODAY, item="book")),
        ),
        scale=scale_of(weeks={2: 3, 3: 1}),
    )

    (item,) = climb.plan().open_items()

    assert item.id == "ask-more"
    assert item.starts_on == TODAY + timedelta(weeks=3)


def again(adopted: Roadmap, asked: World, *dropped: str) -> list[str]:
    """Return the items of a new plan without some, in the order in which they start."""
    roadmap = replace(
        asked,
        limits=replace(asked.limits, dropped=dropped),
        profile=Profile(roadmap=adopted),
    ).plan()
    return [item.id for item in roadmap.items]


def test_what_stands_in_for_something_takes_its_place() -> None:
    adopted = world().plan()

    assert [item.id for item in adopted.items] == [
        "ask-book",
        "ask",
        "build-book",
        "build",
    ]
    # Without the adopted plan, building would come first by now.
    assert again(adopted, world(), "ask-book") == [
        "other-ask-book",
        "ask",
        "build-book",
        "build",
    ]


def test_the_order_changes_if_that_closes_steps_clearly_sooner() -> None:
    adopted = world().plan()

    assert again(adopted, world(), "ask-book", "other-ask-book") == [
        "build-book",
        "build",
        "long-ask-book",
        "ask",
    ]


def test_the_order_changes_if_something_else_matters_more_now() -> None:
    adopted = world().plan()

    assert again(adopted, world(importance=3)) == [
        "build-book",
        "build",
        "ask-book",
        "ask",
    ]


def test_an_order_that_is_not_the_best_stays_while_its_dates_hold() -> None:
    other = world(importance=3).plan()
    order = ["build-book", "build", "ask-book", "ask"]
    adopted = replace(other, totals=replace(other.totals, value=4))
    a_week_later = replace(world(), today=TODAY + timedelta(weeks=1))

    assert [item.id for item in adopted.items] == order
    assert again(adopted, world()) == order
    assert again(adopted, a_week_later) == ["ask-book", "ask", "build-book", "build"]
