"""While all goes to plan, the adopted sessions stay; else they may move."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.roadmap import Roadmap, Session
from tests.planner.worlds import TODAY, World, gap, limits, practice, resource

WORLD = World(
    limits=limits(days=60, focus=1),
    gaps=(gap("asking", 0, 1, importance=3), gap("building", 0, 1)),
    items=(
        resource("ask-book", ("asking", 0, 1), hours=5),
        practice("ask", ("asking", 0, 1), hours=4, weeks=2),
        resource("build-book", ("building", 0, 1), hours=3),
        practice("build", ("building", 0, 1), hours=3),
    ),
)


def after(adopted: Roadmap, days: int, held: Iterable[Session]) -> World:
    """Return the world some days later, when some sessions were held."""
    held = tuple(held)
    hours = {each.item: 0.0 for each in held}
    for each in held:
        hours[each.item] += each.hours
    return replace(
        WORLD,
        today=TODAY + timedelta(days=days),
        profile=Profile(
            roadmap=adopted,
            spent=tuple(Spent(on=s.on, item=s.item, hours=s.hours) for s in held),
            done=tuple(
                Ended(on=item.ends_on, item=item.id)
                for item in adopted.items
                if hours.get(item.id) == item.hours
            ),
        ),
    )


def until(adopted: Roadmap, days: int) -> list[Session]:
    return [s for s in adopted.sessions if s.on < TODAY + timedelta(days=days)]


def test_what_is_left_of_the_adopted_sessions_stays_to_the_letter() -> None:
    adopted = WORLD.plan()

    again = after(adopted, 9, until(adopted, 9)).plan()

    assert [item.wave for item in adopted.items] == [1, 1, 2, 2]
    assert again.sessions == tuple(
        s for s in adopted.sessions if s.on > TODAY + timedelta(days=8)
    )
    assert [item.wave for item in again.open_items()] == [1, 2, 2]


def test_a_session_that_was_held_today_is_over() -> None:
    adopted = WORLD.plan()

    again = after(adopted, 9, until(adopted, 10)).plan()

    assert again.sessions == tuple(
        s for s in adopted.sessions if s.on > TODAY + timedelta(days=9)
    )


def test_what_was_missed_is_dealt_out_anew() -> None:
    adopted = WORLD.plan()

    again = after(adopted, 9, until(adopted, 8)).plan()

    assert sum(s.hours for s in again.sessions) == 15 - sum(
        s.hours for s in until(adopted, 8)
    )


def test_days_that_are_no_longer_free_move_what_was_on_them() -> None:
    adopted = WORLD.plan()
    away = Break(
        first=TODAY + timedelta(days=10), last=TODAY + timedelta(days=12), factor=0
    )
    asked = after(adopted, 9, until(adopted, 9))
    asked = replace(
        asked,
        limits=replace(
            asked.limits,
            availability=replace(asked.limits.availability, breaks=(away,)),
        ),
    )

    again = asked.plan()

    assert not [s for s in again.sessions if away.first <= s.on <= away.last]
    assert {item.id for item in again.open_items()} == {"ask", "build-book", "build"}
