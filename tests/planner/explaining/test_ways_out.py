"""What to do when something does not fit; each way out is taken, to see it leads."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from pillarplan.cli.input.days import parse_week
from pillarplan.domain.facts.kept import read_kept
from pillarplan.domain.facts.ways_out import MoreHours, WaysOut
from pillarplan.domain.plan.availability import NO_HOURS, Break
from pillarplan.planner.explaining.lifting import LIMITS, find_lifts
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from tests.laws import examples
from tests.planner.worlds import (
    AN_HOUR_A_DAY,
    World,
    gap,
    limits,
    practice,
    resource,
    worlds,
)


def world(**more: object) -> World:
    """Return two skills with one step each, and two weeks with an hour a day."""
    return World(
        limits=limits(**({"days": 14} | more)),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3, 1)),
        items=(
            practice("ask", ("asking", 1, 2), hours=1.5),
            practice("build", ("building", 2, 3), hours=1),
            resource("ask-book", ("asking", 1, 2), hours=2, price=20),
            resource("ask-course", ("asking", 1, 2), hours=3, price=90, language="de"),
            resource("build-book", ("building", 2, 3), hours=1, price=9.5),
        ),
    )


def test_if_nothing_fits_the_way_out_is_a_first_step() -> None:
    notes = world(days=1).told().notes

    assert notes == (
        "Closing both steps in hand takes 5.5 h; from 23 November 2026 to 23 "
        "November 2026 you have 1 h.",
        "Ways out: 37.5 h a week instead of 7 h, 30 November 2026 as the last day or "
        "Building 2 to 3 alone, done by 24 November 2026.",
    )
    assert world(days=2).plan().rerate[0].skill == "building"


def test_hours_that_differ_from_day_to_day_are_named_day_by_day() -> None:
    uneven = (0.0, 0.0, 1.5, 0.5, 0.0, 0.0, 0.0)

    facts = read_kept(world(desk=uneven, days=7).plan().facts)
    (ways,) = (fact for fact in facts or () if isinstance(fact, WaysOut))
    (hours,) = (way for way in ways.ways if isinstance(way, MoreHours))
    (option,) = hours.options

    assert option.name == "--hours"
    assert option.value == "wed=3.25,thu=2.25"
    wider = world(desk=parse_week(option.value, option.name), days=7)
    assert wider.plan().totals.steps == 2


def test_one_way_out_is_not_said_as_many() -> None:
    heard = world(desk=NO_HOURS, listening=AN_HOUR_A_DAY).told()

    assert heard.notes[-1] == "A way out: 3.25 h a week at a desk instead of 0 h."


@pytest.mark.parametrize(
    ("asked", "notes"),
    [
        (
            world(budget=0),
            (
                "Within --budget 0 nothing closes Asking 1 to 2 and Building 2 to 3, "
                "however much time there is.",
                "A way out: --budget 30 (2 steps more in hand).",
            ),
        ),
        (
            world(only_free=True, formats=("book", "podcast")),
            (
                "Within --format book,podcast and --only free nothing closes Asking 1 "
                "to 2 and Building 2 to 3, however much time there is.",
                "A way out: --only any (2 steps more in hand).",
            ),
        ),
        (
            world(languages=("de",)),
            (
                "Within --language de nothing closes Building 2 to 3, however much "
                "time there is.",
                "A way out: --language any (1 step more in hand).",
            ),
        ),
        (
            world(dropped=("build",)),
            ("The knowledge base offers nothing more that closes Building 2 to 3.",),
        ),
    ],
)
def test_what_other_limits_than_time_keep_open_is_said_with_the_option_that_lifts_them(
    asked: World, notes: tuple[str, ...]
) -> None:
    assert asked.told().notes[: len(notes)] == notes


def test_the_budget_that_is_named_is_enough() -> None:
    assert world(budget=30).plan().totals.steps == 2
    assert world(budget=29).plan().totals.steps == 1


@settings(max_examples=examples(60))
@given(worlds())
def test_a_limit_that_is_lifted_lets_the_plan_close_more(asked: World) -> None:
    try:
        draft = asked.draft()
    except PinsDoNotFitError:
        return
    for lift in find_lifts(draft):
        lifted = replace(asked.limits, **LIMITS[lift.limit])
        wider = replace(asked, limits=lifted).draft().fit.selection

        assert wider.value == lift.fit.selection.value
        assert wider.value > draft.fit.selection.value


def test_lighter_days_that_are_too_short_for_a_session_are_said() -> None:
    def notes(factor: float) -> tuple[str, ...]:
        lighter = Break(
            first=date(2026, 11, 25), last=date(2026, 11, 30), factor=factor
        )
        return world(days=6, breaks=(lighter,)).told().notes

    assert notes(0.25)[-2] == (
        "From 25 November 2026 to 28 November 2026 a day has 0.25 h at most, too "
        "little for a session; --shortest 0.25 would use it."
    )
    assert not any("--shortest" in note for note in (*notes(0.5), *notes(0)))
