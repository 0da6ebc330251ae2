from datetime import date

from pillarplan.domain.plan.availability import Availability, Break, Week
from pillarplan.planner.schedule.calendar import Capacity, Day, find_calendar, find_days

MONDAY = date(2026, 11, 23)
DESK: Week = (1.0, 0.25, 1.5, 0.0, 0.0, 0.0, 0.0)
LISTENING: Week = (0.0, 0.5, 0.25, 0.0, 0.75, 0.0, 0.0)


def test_days_without_time_for_a_session_are_left_out() -> None:
    availability = Availability(desk=DESK, listening=LISTENING)

    calendar = find_calendar(availability, MONDAY, date(2026, 11, 30))

    assert calendar.shortest == 2
    assert [*calendar.days] == [
        Day(MONDAY, 4, 0),
        Day(date(2026, 11, 24), 0, 2),
        Day(date(2026, 11, 25), 6, 0),
        Day(date(2026, 11, 27), 0, 3),
        Day(date(2026, 11, 30), 4, 0),
    ]
    assert calendar.capacity == Capacity(desk=14, listening=5)
    assert calendar.capacity.hours == 4.75


def test_breaks_take_time_away() -> None:
    pause = Break(first=MONDAY, last=date(2026, 11, 25), factor=0.5)
    availability = Availability(desk=DESK, breaks=(pause,))

    days = list(find_days(availability, MONDAY, date(2026, 11, 30)))

    assert days == [
        Day(MONDAY, 2, 0),
        Day(date(2026, 11, 25), 3, 0),
        Day(date(2026, 11, 30), 4, 0),
    ]


def test_there_are_no_days_before_the_first() -> None:
    availability = Availability(desk=DESK)

    assert list(find_days(availability, MONDAY, date(2026, 11, 20))) == []
