"""While all goes to plan, the adopted sessions stay; else they may move."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Break
from pillarplan.domain.plan.roadmap import Roadmap, Session
from pillarplan.planner.gaps.gaps import find_begun
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


def after(
    adopted: Roadmap, days: int, held: Iterable[Session], world: World = WORLD
) -> World:
    """Return the world some days later, when some sessions were held."""
    held, before = tuple(held), world.profile
    hours = {each.item: 0.0 for each in held}
    for each in held:
        hours[each.item] += each.hours
    return replace(
        world,
        today=TODAY + timedelta(days=days),
        profile=replace(
            before,
            roadmap=adopted,
            spent=(
                *before.spent,
                *(Spent(on=s.on, item=s.item, hours=s.hours) for s in held),
            ),
            spent_before_roadmap=len(before.spent),
            done=before.done
            + tuple(
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


def left(adopted: Roadmap, days: int) -> tuple[Session, ...]:
    return tuple(s for s in adopted.sessions if s.on >= TODAY + timedelta(days=days))


def test_a_later_skill_counts_though_nothing_of_it_is_left_to_do() -> None:
    over = tuple(Ended(on=TODAY, item=name) for name in ("build-book", "build"))
    world = replace(WORLD, profile=Profile(done=over))
    adopted = world.plan()

    again = after(adopted, 9, until(adopted, 9), world).plan()

    assert [each.skill for each in again.rerate] == ["asking", "building"]
    assert again.totals.value == adopted.totals.value == 4 + 2
    assert again.sessions == left(adopted, 9)


def test_a_step_that_was_closed_before_the_plan_does_not_make_it_another_plan() -> None:
    over = tuple(Ended(on=TODAY, item=name) for name in ("first-book", "first"))
    world = replace(
        WORLD,
        gaps=(gap("asking", 0, 2, importance=3), gap("building", 0, 1)),
        items=(
            resource("first-book", ("asking", 0, 1)),
            practice("first", ("asking", 0, 1)),
            resource("ask-book", ("asking", 1, 2), hours=5),
            practice("ask", ("asking", 1, 2), hours=4, weeks=2),
            *WORLD.items[2:],
        ),
        profile=Profile(done=over),
    )
    adopted = world.plan()
    asked = after(adopted, 9, until(adopted, 9), world)

    assert asked.draft().wide.asked_again
    assert asked.plan().totals.value == adopted.totals.value == 4 + 4 + 2


def test_what_is_in_hand_stays_in_hand_though_a_later_skill_is_begun_with_it() -> None:
    world = World(
        limits=limits(days=60, focus=2),
        gaps=(
            gap("asking", 0, 1, importance=3),
            gap("building", 0, 1),
            gap("coaching", 0, 1, importance=1),
        ),
        items=(
            resource("ask-book", ("asking", 0, 1), ("coaching", 0, 1), hours=3),
            practice("ask", ("asking", 0, 1), ("coaching", 0, 1), hours=2),
            resource("build-book", ("building", 0, 1), hours=20),
            practice("build", ("building", 0, 1), hours=3),
        ),
        profile=Profile(
            ratings=tuple(
                Rating(skill=skill, level=0, rated_on=TODAY)
                for skill in ("asking", "building", "coaching")
            )
        ),
    )
    adopted = world.plan()
    asked = after(adopted, 2, until(adopted, 2), world)

    again = asked.plan()

    assert find_begun(asked.profile) == {"asking", "coaching"}
    assert again.focus == adopted.focus == ("asking", "building")
    assert again.sessions == left(adopted, 2)


def test_what_was_begun_before_the_plan_and_found_no_room_stays_out() -> None:
    begun = (Spent(on=TODAY, item="other-ask-book", hours=1),)
    endless = resource("other-ask-book", ("asking", 0, 1), hours=200)
    world = replace(WORLD, items=(*WORLD.items, endless), profile=Profile(spent=begun))
    adopted = world.plan()

    again = after(adopted, 9, until(adopted, 9), world).plan()

    assert again.sessions == left(adopted, 9)
