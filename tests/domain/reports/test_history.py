"""Hours by week and month, and evidence that counts once."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating
from pillarplan.domain.person.work import Evidence, Spent
from pillarplan.domain.reports.history import HoursIn, Stretch, sum_hours

MONDAY = date(2026, 11, 23)


def spent(*days: tuple[date, float]) -> list[Spent]:
    return [Spent(on=day, item="book", hours=hours) for day, hours in days]


def test_weeks_begin_on_monday_and_empty_ones_are_there() -> None:
    sunday, later = date(2026, 11, 29), date(2026, 12, 9)

    assert sum_hours(spent((later, 2), (MONDAY, 1), (sunday, 0.5)), Stretch.WEEK) == (
        HoursIn(starts_on=MONDAY, hours=1.5),
        HoursIn(starts_on=date(2026, 11, 30), hours=0.0),
        HoursIn(starts_on=date(2026, 12, 7), hours=2.0),
    )


def test_months_run_over_the_turn_of_the_year() -> None:
    days = spent((date(2026, 12, 31), 1), (date(2027, 2, 1), 2))

    assert sum_hours(days, Stretch.MONTH) == (
        HoursIn(starts_on=date(2026, 12, 1), hours=1.0),
        HoursIn(starts_on=date(2027, 1, 1), hours=0.0),
        HoursIn(starts_on=date(2027, 2, 1), hours=2.0),
    )


@given(
    st.lists(
        st.tuples(
            st.dates(MONDAY, MONDAY + timedelta(days=900)),
            st.integers(0, 40).map(lambda quarters: quarters / 4),
        )
    ),
    st.sampled_from(Stretch),
)
def test_no_hour_is_lost_and_no_stretch_left_out(
    days: list[tuple[date, float]], by: Stretch
) -> None:
    sums = sum_hours(spent(*days), by)

    assert sum(each.hours for each in sums) == sum(hours for _, hours in days)
    starts = [each.starts_on for each in sums]
    assert starts == sorted(set(starts))
    longest = 7 if by is Stretch.WEEK else 31
    steps = [after - before for before, after in pairwise(starts)]
    assert all(step <= timedelta(days=longest) for step in steps)


def test_evidence_of_a_checkin_that_also_rates_counts_once() -> None:
    def rating(day: date, text: str | None, rater: Rater) -> Rating:
        return Rating(
            skill="pricing", level=2, rated_on=day, evidence=text, rater=rater
        )

    def shown(day: date, text: str) -> Evidence:
        return Evidence(on=day, skill="pricing", text=text)

    later = MONDAY + timedelta(days=1)
    profile = Profile(
        evidence=(shown(later, "Both"), shown(later, "Told")),
        ratings=(
            rating(later, "Both", Rater()),
            rating(MONDAY, "Rated", Rater()),
            rating(MONDAY, None, Rater()),
            rating(MONDAY, "Not mine", Rater(name="Dana", kind=RaterKind.PEER)),
        ),
    )

    assert profile.own_evidence == (
        shown(MONDAY, "Rated"),
        shown(later, "Both"),
        shown(later, "Told"),
    )
