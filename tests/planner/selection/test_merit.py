"""What a better resource may cost, by small examples."""

import pytest

from pillarplan.domain.plan.depth import Depth
from tests.planner.worlds import World, gap, limits, practice, resource


def chosen(*resources: tuple[float, int, tuple[int, int]], depth: Depth) -> list[float]:
    """Return the hours of what is chosen of resources, by hours, voices and levels."""
    world = World(
        limits=limits(days=120, depth=depth),
        gaps=(gap("asking", 1, 3, importance=3),),
        items=(
            practice("ask", ("asking", 1, 3)),
            *(
                resource(f"r{n}", ("asking", *span), hours=hours, recommenders=voices)
                for n, (hours, voices, span) in enumerate(resources)
            ),
        ),
    )
    return [i.hours for i in world.plan().items if i.id != "ask"]


@pytest.mark.parametrize(
    ("hours", "depth", "taken"),
    [
        (6.0, Depth.LEAN, 2.0),
        (6.0, Depth.SOLID, 6.0),
        (22.0, Depth.SOLID, 2.0),
        (22.0, Depth.DEEP, 22.0),
        (23.0, Depth.DEEP, 2.0),
    ],
)
def test_the_better_of_two_is_taken_if_it_is_worth_its_hours(
    hours: float, depth: Depth, taken: float
) -> None:
    # For two steps that matter much, three grades are worth 9 x 1.5 or 4 h each.
    voices = 12 if hours == 6 else 6
    both = (1, 3)

    assert chosen((2.0, 0, both), (hours, voices, both), depth=depth) == [taken]


def test_what_takes_far_longer_is_taken_where_there_is_nothing_else() -> None:
    far = (40.0, 20, (1, 3))

    assert chosen(far, depth=Depth.DEEP) == [40.0]
    assert chosen(far, (1.0, 0, (1, 3)), depth=Depth.DEEP) == [1.0]


def test_the_shortest_way_to_several_steps_is_all_that_they_take_one_by_one() -> None:
    first, second = (6.0, 0, (1, 2)), (6.0, 0, (2, 3))
    whole = (31.0, 20, (1, 3))

    assert chosen(first, second, whole, depth=Depth.DEEP) == [31.0]
