"""Whole plans, from gaps to notes."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Ended, Spent
from pillarplan.domain.plan.availability import Break, Pool, spread
from pillarplan.domain.plan.roadmap import (
    NotNow,
    PlannedItem,
    Rerating,
    Roadmap,
    Session,
    State,
    Totals,
)
from pillarplan.domain.record import to_record
from pillarplan.planner.fitting.fitting import PinsDoNotFitError
from tests.planner.worlds import (
    TODAY,
    World,
    gap,
    limits,
    many,
    practice,
    resource,
)
from tests.scales import scale_of

PATHS = os.pathsep.join([str(Path(__file__).parents[3]), *sys.path])
"""Where another Python finds the same modules, and the helpers of the tests."""


def day(number: int) -> date:
    """Return a date by its number; 1 is the first day of all plans here."""
    return TODAY + timedelta(days=number - 1)


def world(**more: object) -> World:
    """Return two skills with one step each, an hour a day for ten days."""
    return World(
        limits=limits(**({"days": 10} | more)),  # type: ignore[arg-type]  # checked by its use
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3, 1)),
        items=(
            practice("ask", ("asking", 1, 2), hours=1.5),
            practice("build", ("building", 2, 3), hours=2),
            resource("ask-book", ("asking", 1, 2), hours=2, price=20),
            resource("long-ask-book", ("asking", 0, 3), hours=4),
            resource("build-book", ("building", 2, 3), hours=3),
        ),
    )


def sessions(roadmap: Roadmap) -> list[tuple[int, str, float]]:
    return [
        ((session.on - TODAY).days + 1, session.item, session.hours)
        for session in roadmap.sessions
    ]


PAY = "Before you pay: ask your company, then the library."
"""What every plan says that spends money."""


def test_a_plan_that_fits_is_dated_and_explained() -> None:
    asked = world()

    assert asked.told() == Roadmap(
        made_on=TODAY,
        starts_on=TODAY,
        until=day(10),
        role="pm",
        focus=("asking", "building"),
        items=(
            PlannedItem(
                id="ask-book",
                kind="book",
                title="Ask-book",
                hours=2,
                closes=(Span(skill="asking", from_=1, to=2),),
                starts_on=day(1),
                ends_on=day(3),
                reason="Closes Asking 1 to 2, together with 'Ask'; "
                "the shortest of 2 that do.",
            ),
            PlannedItem(
                id="ask",
                kind="practice",
                title="Ask",
                hours=1.5,
                closes=(Span(skill="asking", from_=1, to=2),),
                starts_on=day(2),
                ends_on=day(4),
                reason="Closes Asking 1 to 2, together with 'Ask-book'; "
                "the only practice that does.",
            ),
            PlannedItem(
                id="build-book",
                kind="book",
                title="Build-book",
                hours=3,
                closes=(Span(skill="building", from_=2, to=3),),
                starts_on=day(5),
                ends_on=day(8),
                reason="Closes Building 2 to 3, together with 'Build'; "
                "the only resource that does.",
            ),
            PlannedItem(
                id="build",
                kind="practice",
                title="Build",
                hours=2,
                closes=(Span(skill="building", from_=2, to=3),),
                starts_on=day(7),
                ends_on=day(9),
                reason="Closes Building 2 to 3, together with 'Build-book'; "
                "the only practice that does.",
            ),
        ),
        sessions=tuple(
            Session(on=day(number), item=item, hours=hours)
            for number, item, hours in [
                (1, "ask-book", 1.0),
                (2, "ask", 0.75),
                (3, "ask-book", 1.0),
                (4, "ask", 0.75),
                (5, "build-book", 1.0),
                (6, "build-book", 1.0),
                (7, "build", 1.0),
                (8, "build-book", 1.0),
                (9, "build", 1.0),
            ]
        ),
        rerate=(
            Rerating(skill="asking", on=day(5)),
            Rerating(skill="building", on=day(10)),
        ),
        notes=(PAY,),
        not_now=(),
        totals=Totals(
            hours=8.5,
            money=20,
            value=5,
            steps=2,
            wanted_hours=8.5,
            wanted_steps=2,
            free_hours=10,
            proven_optimal=True,
        ),
        limits=asked.limits,
    )


def test_a_skill_is_rated_again_on_the_last_day_at_the_latest() -> None:
    assert world(days=9).plan().rerate == (
        Rerating(skill="asking", on=day(5)),
        Rerating(skill="building", on=day(9)),
    )


def test_of_two_practices_of_a_step_the_next_level_counts_from_the_first() -> None:
    asked = World(
        limits=limits(days=60, desk=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
        gaps=(gap("asking", 1, 3), gap("building", 1, 2)),
        items=(
            resource("book", ("asking", 1, 3), ("building", 1, 2)),
            practice("meet", ("asking", 1, 2), ("building", 1, 2)),
            practice("ask", ("asking", 1, 3)),
        ),
        scale=scale_of(weeks={3: 2}),
    )

    roadmap = asked.plan()

    ends = {item.id: item.ends_on for item in roadmap.items}
    assert ends == {"book": TODAY, "meet": day(8), "ask": day(15)}
    assert roadmap.rerate[0] == Rerating(skill="asking", on=day(8 + 14))


def test_what_does_not_fit_is_said_with_ways_out() -> None:
    roadmap = world(days=5).told()

    assert [item.id for item in roadmap.items] == ["ask-book", "ask"]
    assert roadmap.notes == (
        "Closing both steps in hand takes 8.5 h; from 23 November 2026 to 27 "
        "November 2026 you have 5 h.",
        "Ways out: 11.5 h a week instead of 7 h, 4 December 2026 as the last day or "
        "without Building 2 to 3, as planned here.",
        PAY,
    )
    assert roadmap.not_now == (
        NotNow(
            skill="building",
            reason="Building 2 to 3 needs 3.5 h more than there are until "
            "27 November 2026.",
        ),
    )


def test_the_ways_out_lead_out() -> None:
    short = world(days=5, desk=spread(3))

    hours = replace(short, limits=limits(days=5, desk=spread(11.5)))
    fewer = replace(short, limits=limits(days=5, desk=spread(11.25)))
    weeks = replace(short, limits=limits(days=5 + 14, desk=spread(3)))

    assert (
        short.told()
        .notes[1]
        .startswith(
            "Ways out: 11.5 h a week instead of 3 h, 11 December 2026 as the last day"
        )
    )
    assert hours.plan().totals.steps == 2
    assert fewer.plan().totals.steps == 1
    assert weeks.plan().totals.steps == 2


def test_the_last_day_that_is_named_is_the_first_that_will_do() -> None:
    slow = spread(1.5)

    notes = world(days=5, desk=slow).told().notes

    assert "1 January 2027 as the last day" in notes[1]
    assert world(days=5 + 5 * 7, desk=slow).plan().totals.steps == 2
    assert world(days=5 + 4 * 7, desk=slow).plan().totals.steps == 1


def test_a_buffer_is_kept_free_and_may_be_the_way_out() -> None:
    roadmap = world(days=12, buffer_days=5).told()

    assert sessions(roadmap)[-1] == (4, "ask", 0.75)
    assert roadmap.until == day(12)
    assert roadmap.notes == (
        "Closing both steps in hand takes 8.5 h; from 23 November 2026 to 29 "
        "November 2026, before the 5 days that you keep free, you have 7 h.",
        "Ways out: 8.75 h a week instead of 7 h, 11 December 2026 as the last day, "
        "3 days kept free instead of 5 or without Building 2 to 3, as planned here.",
        PAY,
    )
    assert world(days=12, buffer_days=3).plan().totals.steps == 2


def test_in_the_days_that_are_kept_free_nothing_is_planned() -> None:
    late = replace(world(days=10, buffer_days=4), today=day(8))

    assert late.plan().items == ()
    assert late.told().notes[0] == (
        "Closing both steps in hand takes 8.5 h; before the 4 days that you keep free "
        "up to 2 December 2026 you have 0 h."
    )


def test_a_deadline_that_one_missed_week_would_break_is_said() -> None:
    note = (
        "The plan ends on 1 December 2026; one missed week would break it. "
        "To keep the last week free: pillarplan plan --buffer 7"
    )

    def notes(days: int, **more: object) -> list[str]:
        found = world(days=days, **more).told().notes
        return [each for each in found if "missed week" in each]

    assert notes(15, has_deadline=True) == [note]
    assert notes(16, has_deadline=True) == []
    assert notes(15, has_deadline=True, buffer_days=6) == [note]
    assert notes(16, has_deadline=True, buffer_days=7) == []
    assert notes(15) == []


def test_a_lack_of_money_is_said_with_the_sum() -> None:
    asked = world(budget=5, dropped=("long-ask-book",))

    assert asked.told().not_now == (
        NotNow(
            skill="asking",
            reason="Asking 1 to 2 needs 15 USD more than is left of the budget.",
        ),
    )


def test_a_lack_of_resources_is_said() -> None:
    asked = world(only_free=True, dropped=("long-ask-book", "build"))

    assert asked.told().not_now == (
        NotNow(
            skill="asking",
            reason="Asking 1 to 2 has no resource from 1 to 2 within your limits.",
        ),
        NotNow(
            skill="building",
            reason="Building 2 to 3 has no practice from 2 to 3 within your limits.",
        ),
    )


def test_hours_that_are_left_in_the_wrong_pool_are_said() -> None:
    asked = world(days=5, listening=(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))

    assert asked.told().not_now == (
        NotNow(
            skill="building",
            reason="Building 2 to 3 needs 5 h; of the 6.5 h left until "
            "27 November 2026, 5 h are for listening.",
        ),
    )


def test_every_gap_outside_the_focus_has_its_numbers() -> None:
    asked = replace(
        world(focus=1, once=True),
        gaps=(
            gap("asking", 1, 2, 3),
            gap("building", 2, 3, 1),
            gap("coaching", 3, 3),
            gap("daring", None, 4),
        ),
    )

    assert asked.told().not_now == (
        NotNow(
            skill="building",
            reason="Priority 1 (matters little: 1 x gap 1); the one in focus has 4.",
        ),
    )


def test_a_chosen_skill_without_a_gap_is_answered() -> None:
    asked = replace(
        world(skills=("building", "coaching", "daring", "eating")),
        gaps=(
            gap("asking", 1, 2, 3),
            gap("building", 2, 3, 1),
            gap("coaching", 3, 3),
            gap("daring", None, 4),
            gap("eating", None, 4, applies=False),
        ),
    )

    roadmap = asked.told()

    assert roadmap.focus == ("building",)
    assert roadmap.not_now == (
        NotNow(
            skill="asking",
            reason="Priority 4 (matters much: 4 x gap 1); you chose other skills.",
        ),
        NotNow(skill="coaching", reason="You are at level 3; the target is 3."),
        NotNow(
            skill="daring",
            reason="It is not rated yet. Try: pillarplan assess --skill daring",
        ),
        NotNow(skill="eating", reason="You said that it does not apply to your work."),
    )


def test_started_items_go_on_and_finished_ones_count() -> None:
    asked = replace(
        world(),
        profile=Profile(
            done=(Ended(on=TODAY, item="ask-book"),),
            spent=(Spent(on=TODAY, item="build-book", hours=1.1),),
        ),
    )

    roadmap = asked.told()

    assert [(i.id, i.hours, i.state) for i in roadmap.items] == [
        ("build-book", 2.0, State.STARTED),
        ("build", 2.0, State.PLANNED),
        ("ask", 1.5, State.PLANNED),
    ]
    assert roadmap.items[0].reason == (
        "Closes Building 2 to 3, together with 'Build'; "
        "you have begun it, 2 h are left."
    )


def test_a_skill_with_all_its_work_done_is_to_be_rated_at_once() -> None:
    done = (Ended(on=TODAY, item="ask-book"), Ended(on=TODAY, item="ask"))
    asked = replace(world(focus=1, once=True), profile=Profile(done=done))

    roadmap = asked.plan()

    assert roadmap.items == ()
    assert roadmap.rerate == (Rerating(skill="asking", on=TODAY),)


def test_a_plan_never_begins_before_today() -> None:
    asked = replace(world(), today=day(4))

    roadmap = asked.plan()

    assert roadmap.starts_on == day(4)
    assert roadmap.sessions[0].on == day(4)


def test_breaks_have_no_sessions() -> None:
    asked = world(days=20, breaks=(Break(first=day(2), last=day(8)),))

    assert sessions(asked.plan())[:3] == [
        (1, "ask-book", 1.0),
        (9, "ask", 0.75),
        (10, "ask-book", 1.0),
    ]


def test_things_to_hear_have_their_own_hours() -> None:
    asked = World(
        limits=limits(listening=(0.5,) * 7),
        gaps=(gap("asking", 1, 2, 3), gap("building", 2, 3, 1)),
        items=(
            practice("ask", ("asking", 1, 2), hours=1),
            practice("build", ("building", 2, 3), hours=1),
            resource("podcast", ("asking", 1, 2), hours=1, listen=True),
            resource("book", ("building", 2, 3), hours=1),
        ),
    )

    assert [
        ((s.on - TODAY).days + 1, s.item, s.hours, s.pool)
        for s in asked.plan().sessions
    ] == [
        (1, "book", 1.0, Pool.DESK),
        (1, "podcast", 0.5, Pool.LISTENING),
        (2, "ask", 0.5, Pool.DESK),
        (2, "build", 0.5, Pool.DESK),
        (2, "podcast", 0.5, Pool.LISTENING),
        (3, "ask", 0.5, Pool.DESK),
        (3, "build", 0.5, Pool.DESK),
    ]


def test_a_pinned_item_is_planned_though_it_closes_nothing() -> None:
    asked = world(focus=1, once=True, pinned=("build-book",))

    roadmap = asked.told()

    assert roadmap.item("build-book") == PlannedItem(
        id="build-book",
        kind="book",
        title="Build-book",
        hours=3,
        closes=(),
        starts_on=day(5),
        ends_on=day(7),
        reason="You pinned it.",
    )


def test_pins_that_are_dropped_or_unknown_are_said() -> None:
    asked = world(
        days=12, pinned=("ask-book", "build-book", "singing"), dropped=("ask-book",)
    )

    assert asked.told().notes == (
        "Pinned in vain: ask-book and singing. Dropped, or for no gap of yours.",
    )


def test_pins_that_do_not_fit_are_refused_with_the_numbers() -> None:
    asked = world(days=2, budget=10, pinned=("ask-book", "build-book"))

    with pytest.raises(PinsDoNotFitError) as caught:
        asked.plan()

    assert caught.value.exit_code == 1
    assert str(caught.value) == (
        "The pinned items do not fit: ask-book, build-book would take 5 h of the 2 h "
        "that are free, and 20 of a budget of 10. Pin fewer, or allow more."
    )


def test_an_item_for_two_skills_says_so() -> None:
    asked = World(
        limits=limits(),
        gaps=(gap("asking", 1, 2), gap("building", 2, 3)),
        items=(
            practice("both", ("asking", 1, 2), ("building", 2, 3)),
            resource("book", ("asking", 1, 2), ("building", 2, 3)),
        ),
    )

    assert [item.reason for item in asked.told().items] == [
        "Closes Asking 1 to 2 and Building 2 to 3, together with 'Both'; "
        "the only resource that does, and it serves 2 skills at once.",
        "Closes Asking 1 to 2 and Building 2 to 3, together with 'Book'; "
        "the only practice that does, and it serves 2 skills at once.",
    ]


def test_planning_later_keeps_what_was_adopted() -> None:
    wide = replace(many().limits, budget=None, until=TODAY + timedelta(days=90))
    unlimited = replace(many(), limits=wide)
    first = unlimited.plan()
    past = [session for session in first.sessions if session.on < day(15)]
    done = [item for item in first.items if item.ends_on < day(15)]

    again = replace(
        unlimited,
        today=day(15),
        profile=Profile(
            roadmap=first,
            spent=tuple(Spent(on=s.on, item=s.item, hours=s.hours) for s in past),
            done=tuple(Ended(on=item.ends_on, item=item.id) for item in done),
        ),
    ).plan()

    assert again.sessions == tuple(s for s in first.sessions if s.on >= day(15))


PLAN_AS_JSON = """
import json
from pillarplan.domain.record import to_record
from tests.planner.worlds import many
print(json.dumps(to_record(many().plan())))
"""


@pytest.mark.parametrize("seed", ["0", "1", "20261123"])
def test_the_plan_does_not_depend_on_the_hash_seed(seed: str) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", PLAN_AS_JSON],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": PATHS},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(outcome.stdout) == json.loads(
        json.dumps(to_record(many().plan()))
    )
