"""What a stretch of time brought, from the record."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.availability import spread
from pillarplan.domain.rating import Rating
from pillarplan.domain.review import Rise, Story
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.render.review import review_page
from pillarplan.services.assessing import record_ratings
from pillarplan.services.checking_in import CheckIn, check_in
from pillarplan.services.planning import Wishes, adopt, propose
from pillarplan.services.reviewing import months_before, report_review
from pillarplan.services.workspace import Workspace

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 12, 11)
PRACTICE = "negotiate-a-scope-cut"

On = Callable[[date], Workspace]


@pytest.fixture
def told(on: On) -> Workspace:
    """Three weeks of work, on the evening of the last day."""
    rating = Rating(skill="negotiation", level=1, rated_on=MONDAY)
    record_ratings(on(MONDAY), [rating], role="senior-pm")
    adopt(on(MONDAY), propose(on(MONDAY), Wishes(desk=spread(3))).roadmap)
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
            on=FRIDAY,
            evidence="Cut scope with Sales",
        ),
    )
    assert review.stories == (
        Story(
            on=FRIDAY,
            skill="negotiation",
            name="Negotiation",
            level=1,
            target=3,
            tasks=("Negotiate one real scope cut",),
            action="Cut scope with Sales",
            result=2,
        ),
    )
    assert (review.hours, review.hours_per_week) == (9.0, 3.0)
    assert review.pace == round(9 * 7 / 19, 2)
    assert "private" not in review_page(review)


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


def test_a_review_looks_back_on_something(on: On) -> None:
    with pytest.raises(NothingYetError):
        report_review(on(MONDAY), MONDAY)
    with pytest.raises(UsageError, match="2026-11-24 is still to come"):
        report_review(on(MONDAY), MONDAY + timedelta(days=1))


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
