from dataclasses import replace

from pillarplan.domain.plan.comparison import Comparison, Move
from pillarplan.domain.plan.roadmap import State
from pillarplan.planner.plans.comparison import compare
from tests.planner.worlds import World, gap, limits, practice, resource


def world(**more: object) -> World:
    return World(
        limits=limits(**more),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3, 1)),
        items=(
            practice("ask", ("asking", 1, 2)),
            practice("build", ("building", 2, 3)),
            resource("ask-book", ("asking", 1, 2)),
            resource("long-ask-book", ("asking", 1, 2), hours=2),
            resource("build-book", ("building", 2, 3)),
        ),
    )


def test_nothing_changes_between_equal_roadmaps() -> None:
    roadmap = world().plan()

    assert compare(roadmap, roadmap) == Comparison(
        done=(), added=(), removed=(), moved=(), unchanged=roadmap.items
    )
    assert compare(roadmap, roadmap).is_empty


def test_items_are_added_removed_moved_or_unchanged() -> None:
    old = world().plan()
    new = world(dropped=("ask-book",)).plan()

    assert [item.id for item in old.items] == ["ask-book", "ask", "build-book", "build"]
    assert compare(old, new) == Comparison(
        done=(),
        added=(new.items[0],),
        removed=(old.items[0],),
        moved=tuple(
            Move(item=after, old_starts_on=before.starts_on, old_ends_on=before.ends_on)
            for before, after in zip(old.items[1:], new.items[1:], strict=True)
        ),
        unchanged=(),
    )


def test_what_is_done_is_not_removed() -> None:
    old = world().plan().with_states({"ask-book": State.DONE})
    new = replace(old, items=old.items[1:])

    assert compare(old, new) == Comparison(
        done=(old.items[0],),
        added=(),
        removed=(),
        moved=(),
        unchanged=old.items[1:],
    )
