"""What a stretch of time brought, from the record."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.person.work import Evidence
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.reports.review import Rise, Story
from pillarplan.domain.reports.status import Consistency
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.journal.meaning.adopted import adopted_roadmaps
from pillarplan.render.pages.review import review_page
from pillarplan.services.following.pausing import pause
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.reviewing import (
    months_before,
    report_review,
    week_before,
)
from pillarplan.services.naming.known import known_skill
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.variants import propose_swap
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace
from tests.scales import FIVE
from tests.worlds import MONDAY, On, plan, rate

FRIDAY = date(2026, 12, 11)
PRACTICE = "negotiate-a-scope-cut"


@pytest.fixture
def told(on: On) -> Workspace:
    """Three weeks of work, on the evening of the last day."""
    rating = Rating(
        skill="negotiation", level=1, rated_on=MONDAY, evidence="Lost the scope talk"
    )
    record_ratings(on(MONDAY), [rating], role="senior-pm")
    adopt(on(MONDAY), propose(on(MONDAY), Wishes(desk=spread(3))))
    check_in(on(MONDAY), CheckIn(hours={"getting-to-yes": 4}))
    check_in(
        on(FRIDAY),
        CheckIn(
            hours={PRACTICE: 2, "getting-to-yes": 3},
            done=(PRACTICE, "getting-to-yes"),
            rate={"negotiation": 2},
            evidence={"negotiation": "Cut scope with Sales"},
            note="A private note",
        ),
    )
    return on(FRIDAY)


def test_a_review_tells_what_was_done_learned_and_shown(told: Workspace) -> None:
    review = report_review(told, MONDAY)

    assert [each.id for each in review.applied] == [PRACTICE]
    assert [(each.id, each.hours) for each in review.learned] == [("getting-to-yes", 7)]
    assert review.rises == (
        Rise(
            skill="negotiation",
            name="Negotiation",
            before=1,
            after=2,
            target=3,
            on=FRIDAY,
            means=known_skill(told.knowledge, "negotiation").levels[2],
            evidence="Cut scope with Sales",
        ),
    )
    assert review.stories == (
        Story(
            skill="negotiation",
            name="Negotiation",
            level=1,
            situation="Lost the scope talk",
            target=3,
            tasks=("Negotiate one real scope cut",),
            actions=(
                Evidence(on=FRIDAY, skill="negotiation", text="Cut scope with Sales"),
            ),
            result=2,
            result_on=FRIDAY,
        ),
    )
    assert review.hours == 9.0
    assert review.pace == round(9 * 7 / 19, 2)
    assert review.consistency == Consistency(worked=2, paused=0, weeks=3)
    assert "private" not in review_page(review, FIVE)


def test_only_the_days_asked_for_count(told: Workspace) -> None:
    review = report_review(told, MONDAY + timedelta(days=1))

    roadmap = told.profile().roadmap
    assert roadmap is not None
    assert review.hours == 5.0
    assert review.hours_planned == sum(
        each.hours for each in roadmap.sessions if MONDAY < each.on <= FRIDAY
    )
    assert [rise.before for rise in review.rises] == [1]


def test_a_level_that_was_given_first_is_no_rise(on: On) -> None:
    rating = Rating(skill="negotiation", level=4, rated_on=MONDAY)
    record_ratings(on(MONDAY), [rating])

    assert report_review(on(FRIDAY), MONDAY).rises == ()


def test_evidence_between_two_ratings_makes_one_story(told: Workspace, on: On) -> None:
    saturday = FRIDAY + timedelta(days=1)
    check_in(
        on(saturday),
        CheckIn(evidence={"negotiation": "Said no", "security": "Wrote the gap list"}),
    )
    check_in(
        on(FRIDAY + timedelta(days=7)),
        CheckIn(rate={"negotiation": 2}, evidence={"negotiation": "Kept the date"}),
    )

    review = report_review(on(FRIDAY + timedelta(days=9)), MONDAY)

    assert [
        (each.skill, each.level, each.result, [shown.text for shown in each.actions])
        for each in review.stories
    ] == [
        ("negotiation", 1, 2, ["Cut scope with Sales"]),
        ("negotiation", 2, 2, ["Said no", "Kept the date"]),
        ("security", None, None, ["Wrote the gap list"]),
    ]
    # What was worked on before the last rating belongs to its story.
    assert [each.tasks for each in review.stories[1:]] == [(), ()]


def test_a_review_looks_back_on_something(on: On) -> None:
    with pytest.raises(NothingYetError):
        report_review(on(MONDAY), MONDAY)
    with pytest.raises(UsageError, match="2026-11-24 is still to come"):
        report_review(on(MONDAY), MONDAY + timedelta(days=1))


# What was planned is what the plan said on that day


REPLANNED = date(2026, 12, 4)
"""The second Friday."""


@pytest.fixture
def replanned(on: On) -> Workspace:
    """Somebody with an hour each Friday, who made the plan again on the second one."""
    record_ratings(
        on(MONDAY), [Rating(skill="negotiation", level=1, rated_on=MONDAY)], "senior-pm"
    )
    fridays = Wishes(desk=(0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    adopt(on(MONDAY), propose(on(MONDAY), fridays))
    check_in(on(REPLANNED), CheckIn(drop=(Drop(item="getting-to-yes"),)))
    adopt(on(REPLANNED), propose(on(REPLANNED), Wishes()))
    return on(FRIDAY)


def test_each_day_counts_by_the_plan_of_that_day(replanned: Workspace) -> None:
    review = report_review(replanned, MONDAY)

    first, second = adopted_roadmaps(replanned.journal.read().events)
    sessions = {each.on: each.item for each in first.sessions if each.on < REPLANNED}
    sessions |= {each.on: each.item for each in second.sessions if each.on <= FRIDAY}
    assert list(sessions) == [date(2026, 11, 27), REPLANNED, FRIDAY]
    assert review.plans_made_on == (MONDAY, REPLANNED)
    assert review.hours_planned == 3.0
    assert [(each.id, each.hours) for each in review.planned] == [
        ("getting-to-yes", 1.0),
        (sessions[FRIDAY], 2.0),
    ]


def test_what_was_dropped_or_is_open_is_told_once(replanned: Workspace) -> None:
    review = report_review(replanned, MONDAY)

    assert [(each.id, each.on, each.dropped) for each in review.left_out] == [
        ("getting-to-yes", REPLANNED, True)
    ]
    ahead = review.ahead
    assert len(ahead) == 3
    assert (ahead[0].planned_on, ahead[0].on) == (REPLANNED, FRIDAY)
    assert [each.planned_on for each in ahead[1:]] == [None, None]


def test_what_is_under_way_is_told_with_its_hours_and_not_as_coming_next(
    replanned: Workspace,
) -> None:
    due = report_review(replanned, MONDAY).ahead[0]
    check_in(replanned, CheckIn(hours={due.id: 0.5}, on=REPLANNED))
    check_in(replanned, CheckIn(hours={due.id: 0.25, "nist-ssdf": 1}))
    check_in(replanned, CheckIn(drop=(Drop(item="nist-ssdf"),)))

    review = report_review(replanned, MONDAY)

    assert [(each.id, each.hours, each.on) for each in review.under_way] == [
        (due.id, 0.75, FRIDAY)
    ]
    roadmap = replanned.profile().roadmap
    assert roadmap is not None
    assert [each.id for each in review.ahead] == [
        each.id for each in roadmap.items if each.id != due.id
    ]


def test_an_item_that_a_later_plan_lacks_was_left_out(
    replanned: Workspace, on: On
) -> None:
    due = report_review(replanned, MONDAY).ahead[0]
    later = on(date(2026, 12, 14))
    adopt(later, propose_swap(later, Wishes(), due.id))

    review = report_review(later, MONDAY)

    assert [(each.id, each.on, each.dropped) for each in review.left_out] == [
        ("getting-to-yes", REPLANNED, True),
        (due.id, date(2026, 12, 14), False),
    ]


def test_days_of_a_pause_were_not_planned(replanned: Workspace, on: On) -> None:
    pause(on(REPLANNED), FRIDAY)

    assert report_review(replanned, MONDAY).hours_planned == 1.0


def test_the_three_items_that_come_next_tell_where_it_goes(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    roadmap = plan(on(MONDAY))
    check_in(on(MONDAY), CheckIn(nothing=True))

    review = report_review(on(MONDAY), MONDAY)

    assert len(roadmap.items) > 3
    assert [each.id for each in review.ahead] == [item.id for item in roadmap.items[:3]]


def test_a_week_has_seven_days() -> None:
    assert week_before(date(2026, 11, 29)) == MONDAY


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [
        (date(2026, 11, 23), 3, date(2026, 8, 24)),
        (date(2026, 11, 23), 1, date(2026, 10, 24)),
        (date(2027, 3, 31), 1, date(2027, 3, 1)),
        (date(2027, 1, 15), 3, date(2026, 10, 16)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, first: date) -> None:
    assert months_before(day, months) == first


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_months_are_about_as_long_as_they_are(day: date, months: int) -> None:
    length = (day - months_before(day, months)).days + 1

    assert months * 28 <= length <= months * 31


def test_a_level_rose_on_the_day_on_which_it_was_given_first(
    on: On, told: Workspace
) -> None:
    before = report_review(told, MONDAY).rises
    later = on(FRIDAY + timedelta(days=7))
    record_ratings(later, [Rating(skill="negotiation", level=2, rated_on=later.today)])

    assert report_review(later, MONDAY).rises == before
