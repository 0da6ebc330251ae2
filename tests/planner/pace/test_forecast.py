"""When it will be done: days that can be relied on, and laws about them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.forecast import LONGEST, judge, make_lives
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.plan.forecast import Basis, Finish, Forecast
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.planner.pace.forecast import make_forecast
from pillarplan.planner.pace.weeks import OwnWeek
from tests.laws import examples
from tests.planner.worlds import TODAY, World, many, worlds

ROADMAP = replace(many(), limits=replace(many().limits, focus=3, once=True)).plan()
LASTING = replace(
    ROADMAP,
    items=tuple(replace(item, hours=5 * item.hours) for item in ROADMAP.items),
    until=TODAY + timedelta(weeks=LONGEST),
)
FEW = settings(max_examples=examples(25))  # each of them simulates thousands of weeks

own_hours = st.lists(
    st.integers(0, 24).map(lambda n: n / 4), min_size=4, max_size=26
).filter(any)


def weeks(hours: Sequence[float]) -> tuple[OwnWeek, ...]:
    return tuple(
        OwnWeek(TODAY - timedelta(weeks=place), each, False)
        for place, each in enumerate(hours)
    )


def forecast(
    hours: Sequence[float],
    *pauses: Break,
    day: date = TODAY,
    roadmap: Roadmap = ROADMAP,
) -> Forecast:
    profile = Profile(roadmap=roadmap, pauses=pauses)
    found = make_forecast(profile, weeks(hours), day)
    assert found is not None
    return found


def finishes(found: Forecast) -> list[Finish]:
    return [found.whole, *found.skills]


def last_days(roadmap: Roadmap) -> dict[str, date]:
    return {
        skill: max(
            item.ends_on
            for item in roadmap.items
            if any(span.skill == skill for span in item.closes)
        )
        for skill in roadmap.focus
        if any(span.skill == skill for item in roadmap.items for span in item.closes)
    }


def test_the_days_are_the_same_on_every_machine_and_every_python() -> None:
    found = forecast([0, 1, 2, 1, 3, 1])

    assert (found.basis, found.weeks) == (Basis.OWN_WEEKS, 6)
    assert found.whole == Finish(by_50=date(2027, 1, 22), by_80=date(2027, 3, 19))


@settings(max_examples=examples(50))
@given(worlds())
def test_without_own_weeks_nothing_ends_before_its_planned_day(world: World) -> None:
    roadmap = replace(world, limits=replace(world.limits, pinned=())).plan()
    profile = replace(world.profile, roadmap=roadmap, spent=(), done=(), dropped=())
    planned = last_days(roadmap)

    found = make_forecast(profile, (), world.today)

    if not roadmap.items:
        assert found is None
        return
    assert found is not None
    end = max(item.ends_on for item in roadmap.items)
    assert found.basis is Basis.USUAL_WEEKS
    assert end <= (found.whole.by_50 or date.max)
    assert {each.skill for each in found.skills} == planned.keys()
    assert all(planned[s.skill] <= (s.by_50 or date.max) for s in found.skills)


def test_there_are_odds_from_the_first_day_on() -> None:
    usual = forecast([]).whole
    availability = replace(ROADMAP.limits.availability, kept=1.0)
    limits = replace(ROADMAP.limits, availability=availability)
    bold = forecast([], roadmap=replace(ROADMAP, limits=limits)).whole

    assert usual == Finish(by_50=date(2026, 12, 22), by_80=date(2027, 1, 12))
    assert bold.by_50 and bold.by_80 and usual.by_50 and usual.by_80
    assert bold.by_50 < usual.by_50
    assert bold.by_80 - bold.by_50 < usual.by_80 - usual.by_50


@pytest.mark.no_cover  # it runs what other tests count, over and over
@pytest.mark.parametrize("weeks", [0, 6])
def test_four_in_five_holds_in_about_four_of_five_lives(weeks: int) -> None:
    verdicts = [
        found
        for life in make_lives(100, seed=9)
        if (found := judge(life, LASTING, weeks))
    ]

    # With so few lives, two standard deviations are eight in a hundred.
    assert 0.72 <= sum(each.nearly for each in verdicts) / len(verdicts) <= 0.88
    assert 0.37 <= sum(each.half for each in verdicts) / len(verdicts) <= 0.6


@FEW
@given(own_hours)
def test_four_of_five_is_never_before_half(hours: list[float]) -> None:
    for finish in finishes(forecast(hours)):
        if finish.by_80 is not None:
            assert finish.by_50 is not None
            assert TODAY <= finish.by_50 <= finish.by_80


@FEW
@given(own_hours, st.data())
def test_more_hours_in_any_week_never_give_a_later_day(
    hours: list[float], data: st.DataObject
) -> None:
    more = [each + data.draw(st.sampled_from((0, 0, 0.25, 3))) for each in hours]

    for slow, fast in zip(
        finishes(forecast(hours)), finishes(forecast(more)), strict=True
    ):
        assert (fast.by_50 or date.max) <= (slow.by_50 or date.max)
        assert (fast.by_80 or date.max) <= (slow.by_80 or date.max)


@FEW
@given(own_hours, st.integers(0, 60), st.integers(0, 60))
def test_a_pause_never_gives_an_earlier_day(
    hours: list[float], first: int, length: int
) -> None:
    begins = TODAY + timedelta(days=first)
    pause = Break(
        first=begins, last=begins + timedelta(days=length), source=BreakSource.PAUSE
    )

    for usual, paused in zip(
        finishes(forecast(hours)), finishes(forecast(hours, pause)), strict=True
    ):
        assert (usual.by_50 or date.max) <= (paused.by_50 or date.max)
        for day in (paused.by_50, paused.by_80):
            assert day is None or not pause.covers(day)


def test_the_more_equal_weeks_there_are_the_less_doubt_is_left() -> None:
    doubts = [
        each.by_80 - each.by_50
        for number in (4, 12, 26)
        if (each := forecast([3] * number).whole) and each.by_50 and each.by_80
    ]

    assert doubts == sorted(doubts, reverse=True)
    assert doubts[0] > 2 * doubts[-1]


def test_who_works_too_little_is_told_no_day() -> None:
    assert forecast([0.25, *[0] * 25]).whole == Finish(by_50=None, by_80=None)


def test_after_a_silence_weeks_as_they_usually_are_count() -> None:
    assert forecast([0] * 6) == replace(forecast([]), weeks=6)


def test_a_plan_that_is_over_has_no_forecast() -> None:
    profile = Profile(roadmap=ROADMAP)
    over = ROADMAP.until + timedelta(days=1)

    assert make_forecast(profile, weeks([3] * 6), ROADMAP.until) is not None
    assert make_forecast(profile, weeks([3] * 6), over) is None


def test_excused_weeks_are_not_drawn() -> None:
    rests = tuple(OwnWeek(TODAY, 0.0, True) for _ in range(5))
    profile = Profile(roadmap=ROADMAP)

    assert make_forecast(profile, weeks([8] * 4) + rests, TODAY) == forecast([8] * 4)


def test_what_is_late_moves_the_planned_day() -> None:
    in_time = forecast([], day=TODAY)
    late = forecast([], day=TODAY + timedelta(days=40))

    assert in_time.whole.by_50 is not None
    assert late.whole.by_50 is not None
    assert late.whole.by_50 > in_time.whole.by_50


def test_work_done_brings_the_end_nearer_and_all_of_it_ends_the_forecast() -> None:
    own = weeks([3] * 8)
    first = ROADMAP.items[0]
    begun = Profile(
        roadmap=ROADMAP,
        spent=(Spent(on=TODAY, item=first.id, hours=first.hours),),
        done=(Ended(on=TODAY, item=first.id),),
    )
    done = Profile(
        roadmap=ROADMAP,
        done=tuple(Ended(on=TODAY, item=item.id) for item in ROADMAP.items),
    )

    sooner = make_forecast(begun, own, TODAY)

    assert sooner is not None
    assert sooner.whole.by_50 is not None
    assert sooner.whole.by_50 < (forecast([3] * 8).whole.by_50 or date.min)
    assert make_forecast(done, own, TODAY) is None
    assert make_forecast(Profile(), own, TODAY) is None
