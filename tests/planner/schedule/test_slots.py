"""Free slots: what meetings leave of one's hours of the day."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.plan.availability import (
    NO_HOURS,
    Availability,
    Break,
    Meeting,
    Week,
)
from pillarplan.planner.schedule.calendar import Day, find_days
from pillarplan.planner.schedule.slots import OpenDays, Slot, cut

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (
    MONDAY + timedelta(days=number) for number in range(1, 5)
)
SUNDAY = MONDAY + timedelta(days=6)
TWICE: Week = (0.0, 1.5, 0.0, 1.5, 0.0, 0.0, 0.0)
NINE_TO_FIVE = {"starts_at": (time(9),) * 7, "ends_at": (time(17),) * 7}


def clock(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes or 0)


def meeting(on: date, begins: str, ends: str) -> Meeting:
    return Meeting(on, clock(begins), clock(ends))


def week(*meetings: Meeting, desk: Week = TWICE, **more: object) -> Availability:
    return Availability(desk=desk, meetings=meetings, **(NINE_TO_FIVE | more))  # type: ignore[arg-type]  # checked where it is used


def days(availability: Availability) -> dict[date, list[tuple[str, float]]]:
    """Return when there is time in a week, and for how many hours."""
    return {
        day.on: [
            (f"{(at := slot.at(0)) and at:%H:%M}", slot.quarters / 4)
            for slot in day.slots
        ]
        for day in find_days(availability, MONDAY, SUNDAY)
    }


def test_without_meetings_a_day_begins_with_its_hours() -> None:
    assert days(week()) == {TUESDAY: [("09:00", 1.5)], THURSDAY: [("09:00", 1.5)]}


def test_a_session_keeps_its_margin_on_both_sides() -> None:
    busy = meeting(TUESDAY, "9:30", "10:07"), meeting(TUESDAY, "12:05", "17:00")

    assert days(week(*busy)) == {
        TUESDAY: [("10:20", 1.5)],
        THURSDAY: [("09:00", 1.5)],
    }
    tight = meeting(TUESDAY, "9:30", "10:07"), meeting(TUESDAY, "11:50", "17:00")
    assert days(week(*tight, margin=0))[TUESDAY] == [("10:10", 1.5)]
    assert TUESDAY not in days(week(*tight))


def test_hours_that_a_day_cannot_give_come_from_the_nearest_free_day() -> None:
    busy = (meeting(TUESDAY, "0:00", "24:00"), meeting(WEDNESDAY, "9:00", "16:00"))

    assert days(week(*busy)) == {MONDAY: [("09:00", 1.5)], THURSDAY: [("09:00", 1.5)]}


def test_hours_do_not_jump_over_those_of_another_day() -> None:
    busy = [
        meeting(MONDAY + timedelta(days=number), "0:00", "24:00") for number in range(3)
    ]

    assert days(week(*busy)) == {THURSDAY: [("09:00", 3.0)]}


def test_hours_come_in_pieces_where_no_slot_holds_them() -> None:
    def noon_is_free(*mornings: str) -> list[Meeting]:
        return [
            meeting(MONDAY + timedelta(days=number), begins, ends)
            for number in range(5)
            for begins, ends in (*((each, "12:00") for each in mornings), ("13", "17"))
        ]

    assert days(week(*noon_is_free("9:45"), margin=0)) == {
        TUESDAY: [("09:00", 0.5), ("12:00", 1.0)],
        THURSDAY: [("09:00", 0.5), ("12:00", 1.0)],
    }
    assert days(week(*noon_is_free("9"), margin=0)) == {
        TUESDAY: [("12:00", 1.0)],
        WEDNESDAY: [("12:00", 0.5)],
        THURSDAY: [("12:00", 1.0)],
        FRIDAY: [("12:00", 0.5)],
    }


def test_a_day_in_a_break_takes_no_hours_of_others() -> None:
    busy = meeting(TUESDAY, "0:00", "24:00")
    off = Break(first=WEDNESDAY, last=FRIDAY)

    assert days(week(busy, breaks=(off,))) == {MONDAY: [("09:00", 1.5)]}


def test_days_without_a_time_take_no_hours_where_times_are_stated() -> None:
    busy = meeting(TUESDAY, "0:00", "24:00")
    only = (None, time(9), None, time(9), None, None, None)

    assert days(week(busy, starts_at=only, ends_at=())) == {
        THURSDAY: [("09:00", 3.0)],
    }


def test_without_stated_times_work_is_from_eight_to_six() -> None:
    busy = meeting(TUESDAY, "8:00", "17:00"), meeting(THURSDAY, "7:00", "8:20")

    assert days(week(*busy, starts_at=(), ends_at=())) == {
        WEDNESDAY: [("08:00", 1.5)],
        THURSDAY: [("08:30", 1.5)],
    }


def test_air_is_left_at_the_end_of_the_week() -> None:
    assert days(Availability(desk=TWICE, fill=0.6)) == {TUESDAY: [], THURSDAY: []}
    half_hours: Week = (0.5, 0.5, 0.5, 0.5, 0.5, 0.0, 0.0)

    found = find_days(Availability(desk=half_hours, fill=0.6), MONDAY, SUNDAY)

    assert list(found) == [Day(MONDAY, 2, 0), Day(TUESDAY, 2, 0), Day(WEDNESDAY, 2, 0)]
    whole = find_days(Availability(desk=TWICE, fill=0.6), MONDAY, SUNDAY)
    assert [day.desk for day in whole] == [5, 2]


def test_the_days_of_a_week_do_not_depend_on_the_day_one_asks() -> None:
    busy = meeting(TUESDAY, "0:00", "24:00")

    whole = list(find_days(week(busy, fill=0.8), MONDAY, SUNDAY))

    assert list(find_days(week(busy, fill=0.8), WEDNESDAY, SUNDAY)) == [
        day for day in whole if day.on >= WEDNESDAY
    ]


minutes = st.integers(0, 24 * 60)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Meeting, ...]:
    return tuple(
        Meeting(MONDAY + timedelta(days=draw(st.integers(0, 6))), begins, ends)
        for begins, ends in draw(
            st.lists(st.tuples(minutes, minutes).map(sorted), max_size=30)
        )
    )


quarters = st.integers(0, 12).map(lambda number: number / 4)


@given(
    meetings(),
    st.tuples(*[quarters] * 7),
    st.sampled_from((0, 5, 10, 30)),
    st.sampled_from((0.25, 0.5, 1.0)),
    st.sampled_from((1.0, 0.6)),
)
def test_no_slot_touches_a_meeting_and_a_week_gets_no_more_than_its_hours(
    busy: tuple[Meeting, ...], desk: Week, margin: int, shortest: float, fill: float
) -> None:
    availability = week(
        *busy, desk=desk, margin=margin, shortest_session=shortest, fill=fill
    )

    found = list(find_days(availability, MONDAY, SUNDAY))

    for day in found:
        assert day.desk == sum(slot.quarters for slot in day.slots)
        ends = clock("9:00")
        for slot in day.slots:
            assert slot.begins is not None
            assert slot.quarters >= shortest * 4
            assert ends <= slot.begins
            ends = slot.begins + slot.quarters * 15
            assert ends <= clock("17:00")
            for each in busy:
                apart = (
                    each.ends + margin <= slot.begins or ends + margin <= each.begins
                )
                assert each.on != day.on or apart
    assert sum(day.desk for day in found) <= sum(desk) * fill * 4


@given(st.lists(st.integers(1, 20), max_size=8), st.integers(0, 40), st.integers(1, 4))
def test_what_is_cut_and_what_is_left_are_the_whole(
    lengths: list[int], wanted: int, shortest: int
) -> None:
    slots = tuple(Slot(number * 300, length) for number, length in enumerate(lengths))

    taken, rest = cut(slots, wanted, shortest)

    whole = sum(lengths)
    assert sum(each.quarters for each in (*taken, *rest)) == whole
    assert sum(each.quarters for each in taken) <= wanted
    assert all(each.quarters >= shortest for each in taken)


def test_a_day_without_hours_of_the_day_has_no_slots() -> None:
    assert OpenDays(Availability(desk=NO_HOURS, meetings=())).free_on(SUNDAY) == ()
