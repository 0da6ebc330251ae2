"""A pause: nothing is due, nothing is missed, and coming back is one command."""

from datetime import date, timedelta

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.plan.availability import Break, BreakSource
from pillarplan.domain.reports.next_action import Act
from pillarplan.errors import UsageError
from pillarplan.services.following.next_action import next_action
from pillarplan.services.following.pausing import pause, resume
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, plan, rate


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def stretch(first: int, last: int, label: str = "") -> Break:
    return Break(
        first=day(first), last=day(last), label=label, source=BreakSource.PAUSE
    )


def sessions_within(workspace: Workspace, first: date, last: date) -> int:
    roadmap = workspace.profile().roadmap
    assert roadmap is not None
    return sum(first <= each.on <= last for each in roadmap.sessions)


def test_while_paused_next_and_status_say_so_and_nothing_is_due(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    pause(on(MONDAY), day(30), "Parental\nleave")

    status = report_status(on(day(30)))

    assert status.paused_until == day(30)
    assert not status.checkin_due
    assert status.hours_planned == 0
    assert (status.next.act, status.next.on) == (Act.REST, day(31))
    assert status.next.sentence == (
        "Paused until 23 Dec 2026 (Parental leave). Nothing is due; take your time."
    )


def test_a_week_after_a_pause_a_checkin_is_due_again(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    pause(on(MONDAY), day(30))

    due = [report_status(on(day(number))).checkin_due for number in (31, 36, 37)]

    assert due == [False, False, True]
    assert next_action(on(day(31)).profile(), day(31)).act is Act.WORK


def test_resuming_ends_the_pause_with_the_day_before(on: On) -> None:
    pause(on(MONDAY), day(30))

    resumed = resume(on(day(10)))

    assert resumed.paused_since == MONDAY
    assert resumed.next.act is Act.RATE
    assert on(day(10)).profile().pauses == (stretch(0, 9),)


def test_resuming_without_a_pause_changes_nothing(on: On) -> None:
    resumed = resume(on(MONDAY))

    assert resumed.paused_since is None
    assert on(MONDAY).profile().pauses == ()
    assert not (on(MONDAY).data / "journal").exists()


def test_a_pause_that_is_resumed_on_its_first_day_never_was(on: On) -> None:
    pause(on(MONDAY), day(3))
    resume(on(MONDAY))

    assert on(MONDAY).profile().pauses == ()


@pytest.mark.parametrize("until", [12, 40])
def test_a_second_pause_takes_the_place_of_the_open_one(on: On, until: int) -> None:
    pause(on(MONDAY), day(30), "Leave")
    pause(on(day(10)), day(until))

    assert on(day(10)).profile().pauses == (
        stretch(0, 9, "Leave"),
        stretch(10, until),
    )


def test_undo_takes_a_pause_back(on: On) -> None:
    pause(on(MONDAY), day(30))
    undo(on(MONDAY))

    assert on(MONDAY).profile().pauses == ()


def test_a_plan_that_covers_a_pause_leaves_its_days_free(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    pause(on(MONDAY), day(30))
    plan(on(MONDAY))

    assert sessions_within(on(MONDAY), MONDAY, day(30)) == 0
    assert sessions_within(on(MONDAY), day(31), day(60)) > 0


def test_after_resuming_a_new_plan_uses_the_days_again(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    pause(on(MONDAY), day(30))
    plan(on(MONDAY))
    resume(on(day(10)))

    adopt(on(day(10)), propose(on(day(10)), Wishes()))

    assert sessions_within(on(day(10)), day(10), day(30)) > 0


def test_a_pause_is_excused_in_pace_weeks_and_forecast(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    roadmap = on(MONDAY).profile().roadmap
    assert roadmap is not None
    longest = max(roadmap.items, key=lambda item: item.hours).id
    for number in (7, 14, 21, 28):
        check_in(on(day(number)), CheckIn(hours={longest: 0.5}))
    pause(on(day(29)), day(49))
    check_in(on(day(56)), CheckIn(hours={longest: 0.5}))

    status = report_status(on(day(56)))

    assert status.pace == 0.5
    assert status.consistency is not None
    assert (status.consistency.worked, status.consistency.paused) == (5, 3)
    assert status.forecast is not None
    assert status.forecast.weeks == 5


@pytest.mark.parametrize("until", [date(2026, 11, 22), date(2029, 1, 1), date.max])
def test_a_pause_ends_in_the_next_two_years(on: On, until: date) -> None:
    with pytest.raises(UsageError, match="A pause"):
        pause(on(MONDAY), until)
