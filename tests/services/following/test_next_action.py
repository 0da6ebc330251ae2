"""Pace, what is next, and when a check-in is due."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.work import Spent
from pillarplan.domain.reports.next_action import Act
from pillarplan.planner.pace.weeks import find_pace
from pillarplan.services.following.next_action import next_action
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.following.whats_next import whats_next
from tests.worlds import MONDAY, On, after, plan, rate


def test_there_is_no_pace_before_the_first_checkin() -> None:
    spent = Spent(on=MONDAY, item="x", hours=5)

    assert find_pace(Profile(spent=(spent,)), MONDAY) is None


@given(
    weeks=st.integers(0, 30),
    hours=st.lists(st.integers(0, 40).map(lambda quarters: quarters / 4), max_size=30),
)
def test_the_pace_is_that_of_the_last_eight_weeks(
    weeks: int, hours: list[float]
) -> None:
    days = [MONDAY + timedelta(weeks=week) for week in range(len(hours))]
    today = MONDAY + timedelta(weeks=weeks)
    profile = Profile(
        checkins=(MONDAY, *days),
        spent=tuple(
            Spent(on=day, item="x", hours=spent)
            for day, spent in zip(days, hours, strict=True)
        ),
    )

    pace = find_pace(profile, today)

    lately = [
        spent
        for day, spent in zip(days, hours, strict=True)
        if today >= day > today - timedelta(weeks=min(8, weeks + 1))
    ]
    assert pace == round(sum(lately) / min(8, weeks + 1), 2)


def test_next_leads_from_rating_to_planning_to_work(on: On) -> None:
    workspace = on(MONDAY)
    acts = [next_action(workspace.profile(), MONDAY).act]
    rate(workspace, negotiation=1, security=1)
    acts.append(next_action(workspace.profile(), MONDAY).act)
    plan(workspace)
    acts.append(next_action(workspace.profile(), MONDAY).act)

    assert acts == [Act.RATE, Act.PLAN, Act.WORK]


def test_a_started_item_comes_before_a_new_one(on: On) -> None:
    workspace = on(MONDAY)
    rate(workspace, negotiation=1, security=1)
    plan(workspace)
    roadmap = workspace.profile().roadmap
    assert roadmap is not None
    last = roadmap.items[-1].id

    answer = check_in(workspace, CheckIn(hours={last: 0.5}))

    assert answer.next.item == last
    assert answer.next.sentence.startswith("Go on with ")


def test_a_dropped_item_is_no_longer_next(on: On) -> None:
    workspace = on(MONDAY)
    rate(workspace, negotiation=1, security=1)
    plan(workspace)
    first = next_action(workspace.profile(), MONDAY).item
    assert first is not None

    answer = check_in(workspace, CheckIn(drop=(Drop(item=first),)))

    assert answer.next.item != first


def test_a_year_of_silence_ends_with_a_kind_word_and_one_command(on: On) -> None:
    workspace = on(MONDAY)
    rate(workspace, negotiation=1)
    plan(workspace)

    status = report_status(on(MONDAY + timedelta(days=365)))

    assert status.checkin_due
    assert status.next.command == "pillarplan plan"
    assert status.hours_planned == status.hours_total


def test_planning_again_after_silence_starts_today(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY))
    later = on(MONDAY + timedelta(days=300))

    plan(later)

    roadmap = later.profile().roadmap
    assert roadmap is not None
    assert roadmap.starts_on == later.today
    assert roadmap.until > later.today


def test_a_plan_whose_levels_were_all_reached_is_over_and_no_loop(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    roadmap = plan(on(MONDAY))
    check_in(on(after(1)), CheckIn(hours={roadmap.items[0].id: 1}))
    begun = next_action(on(after(1)).profile(), after(1))
    check_in(on(after(2)), CheckIn(done=(roadmap.items[0].id,)))
    rate(on(after(2)), negotiation=3)

    action = next_action(on(after(2)).profile(), after(2))

    assert (begun.act, begun.item) == (Act.WORK, roadmap.items[0].id)
    assert action.act is Act.PLAN
    assert action.sentence.startswith("What is left in the plan serves levels")
    assert whats_next(on(after(2))).act is Act.KEEP
