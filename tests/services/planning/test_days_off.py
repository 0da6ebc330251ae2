"""Public holidays: days off that a plan knows, from an optional library."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pillarplan.domain.plan.availability import Availability, Break, BreakSource, spread
from pillarplan.domain.plan.roadmap import NO_HOLIDAYS, Limits
from pillarplan.errors import UsageError
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.days_off import (
    HolidaysMissingError,
    find_breaks,
    public_holidays,
)
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, rate

UNTIL = date(2027, 5, 31)
ASKED = Limits(
    availability=Availability(desk=spread(3)),
    starts_on=MONDAY,
    until=UNTIL,
    role="pm",
    holidays="DE",
)
WORKS_ON_ALL = replace(ASKED, holidays=NO_HOLIDAYS)
NOT_SAID = replace(ASKED, holidays="")


def holiday(day: date, label: str) -> Break:
    return Break(first=day, last=day, label=label, source=BreakSource.HOLIDAY)


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library be as if it were not installed."""
    monkeypatch.setitem(sys.modules, "holidays", None)


def test_the_holidays_of_a_country_are_known_by_day_and_name() -> None:
    assert public_holidays("DE", MONDAY, date(2027, 1, 6)) == (
        holiday(date(2026, 12, 25), "Christmas Day"),
        holiday(date(2026, 12, 26), "Second Day of Christmas"),
        holiday(date(2027, 1, 1), "New Year's Day"),
    )


def test_a_part_of_a_country_has_days_of_its_own() -> None:
    days = [each.first for each in public_holidays("US-CA", MONDAY, UNTIL)]

    assert date(2027, 3, 31) in days
    assert date(2027, 3, 31) not in [
        each.first for each in public_holidays("US", MONDAY, UNTIL)
    ]


@pytest.mark.parametrize("place", ["XX", "US-ZZ"])
def test_an_unknown_place_is_named(place: str) -> None:
    with pytest.raises(UsageError, match=f"no public holidays known for {place}"):
        public_holidays(place, MONDAY, UNTIL)


def test_without_the_library_the_extra_is_named(missing: None) -> None:
    with pytest.raises(HolidaysMissingError, match=r"pip install 'pillarplan\[holiday"):
        find_breaks(WORKS_ON_ALL, ASKED, None, ())


def test_who_wants_no_holidays_needs_no_library(missing: None) -> None:
    own = Break(first=MONDAY, last=MONDAY)

    assert find_breaks(WORKS_ON_ALL, WORKS_ON_ALL, (own,), ()) == (own,)


def test_the_holidays_of_the_adopted_plan_are_used_again(missing: None) -> None:
    known = holiday(date(2026, 12, 25), "Christmas Day")
    over = holiday(date(2026, 11, 1), "All Saints' Day")
    own = Break(first=MONDAY, last=MONDAY)
    week = replace(ASKED.availability, breaks=(own, over, known))
    base = replace(ASKED, availability=week)

    assert find_breaks(base, ASKED, None, ()) == (own, known)
    with pytest.raises(HolidaysMissingError):
        find_breaks(base, replace(ASKED, until=date(2028, 1, 1)), None, ())
    with pytest.raises(HolidaysMissingError):
        find_breaks(base, replace(ASKED, starts_on=date(2026, 10, 1)), None, ())


def end_of_year(first: date, last: date) -> Break:
    return Break(
        first=first, last=last, label="End of the year", source=BreakSource.HOLIDAY
    )


def test_if_nobody_said_the_end_of_the_year_stays_free(missing: None) -> None:
    ends = (
        [end_of_year(date(year, 12, 24), date(year, 12, 26)) for year in (2026, 2027)],
        [
            end_of_year(date(year, 12, 31), date(year + 1, 1, 1))
            for year in (2026, 2027)
        ],
    )

    found = find_breaks(NOT_SAID, NOT_SAID, None, ())

    assert found == tuple(sorted((*ends[0], *ends[1]), key=lambda each: each.first))
    in_it = replace(NOT_SAID, starts_on=date(2027, 1, 1))
    assert find_breaks(NOT_SAID, in_it, None, ())[0] == ends[1][0]


def test_the_end_of_the_year_is_told_once_and_only_if_it_takes_hours(
    on: Callable[[date], Workspace],
) -> None:
    workspace = on(MONDAY)
    rate(workspace, negotiation=1, security=1, strategy=1)
    thursdays = Wishes(desk=(0, 0, 0, 1, 0, 0, 0), focus="all")
    first = propose(workspace, thursdays)

    assert "31 December and 1 January stay free" in first.remark
    assert {date(2026, 12, 24), date(2026, 12, 31)}.isdisjoint(
        each.on for each in first.roadmap.sessions
    )
    for wishes in (
        replace(thursdays, holidays=NO_HOLIDAYS),
        replace(thursdays, holidays="DE"),
        replace(thursdays, until=date(2026, 12, 20)),
        replace(thursdays, desk=(0, 1, 0, 0, 0, 0, 0)),
    ):
        assert propose(workspace, wishes).remark == ""
    adopt(workspace, first)
    assert propose(workspace, Wishes()).remark == ""


def test_other_or_no_holidays_take_the_place_of_those_before() -> None:
    breaks = find_breaks(WORKS_ON_ALL, ASKED, None, ())
    base = replace(ASKED, availability=replace(ASKED.availability, breaks=breaks))

    assert find_breaks(base, WORKS_ON_ALL, None, ()) == ()
    french = find_breaks(base, replace(ASKED, holidays="FR"), None, ())
    assert date(2027, 5, 8) in [each.first for each in french]
    assert date(2026, 12, 26) not in [each.first for each in french]


def test_a_plan_leaves_holidays_free_and_so_does_the_next(
    on: Callable[[date], Workspace],
) -> None:
    workspace = on(MONDAY)
    rate(workspace, negotiation=1, security=1, strategy=1)
    wishes = Wishes(desk=(0, 0, 0, 0, 1, 0, 0), holidays="DE", focus="all")
    adopt(workspace, propose(workspace, wishes))

    again = propose(workspace, Wishes()).roadmap

    assert again == workspace.profile().roadmap
    days = {each.on for each in again.sessions}
    fridays = {date(2026, 12, 18), date(2026, 12, 25), date(2027, 1, 1)}
    assert days & fridays == {date(2026, 12, 18)}


def test_the_library_is_not_imported_unless_holidays_are_wanted() -> None:
    program = (
        "import sys, pillarplan.services.planning.proposing\n"
        "import pillarplan.cli.commands.plan\n"
        "print('holidays' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
