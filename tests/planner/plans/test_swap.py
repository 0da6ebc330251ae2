"""Something else in place of one item, while the rest stays."""

from dataclasses import replace

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.plan.roadmap import PlannedItem
from pillarplan.domain.plan.variant import Swap
from pillarplan.planner.plans.swap import swap_item
from pillarplan.render.words.say import say
from tests.planner.worlds import World, gap, limits, practice, resource


def world(**more: object) -> World:
    """Return a plan made while better items were dropped, which now are there."""
    asked = World(
        limits=limits(**more),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2), gap("building", 1, 2)),
        items=(
            practice("ask", ("asking", 1, 2)),
            practice("build", ("building", 1, 2)),
            resource("ask-book", ("asking", 1, 2), hours=2),
            resource("ask-tome", ("asking", 1, 2), hours=4),
            resource("build-book", ("building", 1, 2), hours=1),
            resource("build-tome", ("building", 1, 2), hours=2),
        ),
    )
    before = replace(asked, limits=replace(asked.limits, dropped=("build-book",)))
    return replace(asked, profile=Profile(roadmap=before.plan()))


def swap(asked: World, name: str) -> Swap:
    return swap_item(asked.draft(), item(asked, name), asked.today)


def item(asked: World, name: str) -> PlannedItem:
    assert asked.profile.roadmap
    found = asked.profile.roadmap.item(name)
    assert found
    return found


def ids(swapped: Swap) -> list[str]:
    return sorted(each.id for each in swapped.roadmap.items)


def test_the_runner_up_comes_and_the_rest_stays_though_better_ones_exist() -> None:
    swapped = swap(world(), "ask-book")

    assert ids(swapped) == ["ask", "ask-tome", "build", "build-tome"]
    assert swapped.roadmap.limits == limits(dropped=("ask-book",))
    assert say(swapped.fact) == (
        "'Ask-tome' in place of 'Ask-book'. The plan would take 2 h more."
    )


def test_where_nothing_can_take_its_place_its_partner_goes_too() -> None:
    swapped = swap(world(), "ask")

    assert ids(swapped) == ["build", "build-tome"]
    assert say(swapped.fact) == (
        "Nothing can take the place of 'Ask'; 'Ask-book' would go too. "
        "The plan would leave Asking 1 to 2 open and take 3 h less."
    )


def test_a_pinned_item_is_pinned_no_more() -> None:
    swapped = swap(world(pinned=("ask-book", "build")), "ask-book")

    assert swapped.roadmap.limits.pinned == ("build",)
    assert "ask-tome" in ids(swapped)
