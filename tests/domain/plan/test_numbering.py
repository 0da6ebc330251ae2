from datetime import date

from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.domain.plan.roadmap import PlannedItem, State


def item(name: str, *, wave: int = 1, state: State = State.PLANNED) -> PlannedItem:
    return PlannedItem(
        id=name,
        kind="book",
        title=name.capitalize(),
        hours=1,
        closes=(),
        starts_on=date(2026, 11, 23),
        ends_on=date(2026, 11, 24),
        state=state,
        wave=wave,
    )


def test_what_is_in_hand_is_numbered_before_what_is_taken_up_later() -> None:
    done, later, last = item("a", state=State.DONE), item("b", wave=3), item("c")

    assert item_numbers([done, later, last]) == {"a": 1, "c": 2, "b": 3}
