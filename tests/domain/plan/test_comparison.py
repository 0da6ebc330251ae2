from datetime import date, timedelta

from pillarplan.domain.plan.comparison import Comparison, Move, Shift
from pillarplan.domain.plan.roadmap import PlannedItem

MONDAY = date(2026, 11, 23)


def item(name: str, first: int, last: int) -> PlannedItem:
    return PlannedItem(
        id=name,
        kind="book",
        title=name.capitalize(),
        hours=1,
        closes=(),
        starts_on=MONDAY + timedelta(days=first),
        ends_on=MONDAY + timedelta(days=last),
    )


def move(name: str, days: int) -> Move:
    """Return an item that now is on the first two days of the plan plus `days`."""
    return Move(
        item=item(name, days, days + 1),
        old_starts_on=MONDAY,
        old_ends_on=MONDAY + timedelta(days=1),
    )


def comparison(*moved: Move, **more: tuple[PlannedItem, ...]) -> Comparison:
    nothing: dict[str, tuple[PlannedItem, ...]] = dict.fromkeys(
        ("done", "added", "removed", "unchanged"), ()
    )
    return Comparison(moved=moved, **(nothing | more))


def test_items_that_move_by_nearly_the_same_time_move_together() -> None:
    moves = [move(f"item-{days}", days) for days in (21, 22, 18, 40, 0)]

    shift = comparison(*moves).shift

    assert shift == Shift(moves=tuple(moves[:3]), days=21)
    assert not shift.is_exact


def test_after_a_long_time_nearly_the_same_is_more_days() -> None:
    moves = [move(f"item-{days}", days) for days in (270, 290, 250)]

    assert comparison(*moves).shift == Shift(moves=tuple(moves), days=270)


def test_two_items_or_different_moves_are_told_one_by_one() -> None:
    assert comparison().shift is None
    assert comparison(move("a", 21), move("b", 21)).shift is None
    assert comparison(*(move(f"item-{d}", d) for d in (-7, 7, 14, 30))).shift is None


def test_the_ends_are_those_of_all_that_is_to_be_done() -> None:
    compared = comparison(
        move("a", 21),
        added=(item("new", 5, 30),),
        removed=(item("old", 5, 40),),
        unchanged=(item("kept", 3, 4),),
    )

    assert compared.old_end == MONDAY + timedelta(days=40)
    assert compared.new_end == MONDAY + timedelta(days=30)
    assert (comparison().old_end, comparison().new_end) == (None, None)
