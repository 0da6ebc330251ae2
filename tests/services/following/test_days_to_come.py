"""A check-in of a day to come, as by a wrong clock, is no sign of life."""

from datetime import date

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.errors import UsageError
from pillarplan.services.following.reminding import due_notice
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.looking_back.history import report_history
from pillarplan.services.safety.doubts import find_doubts
from tests.worlds import MONDAY, On, after, planned

FAR = date(2099, 1, 1)
BOOK = "getting-to-yes"


def test_it_neither_silences_the_reminder_nor_counts(on: On) -> None:
    planned(on(MONDAY))
    before = report_status(on(after(14)))
    check_in(on(FAR), CheckIn(hours={BOOK: 2}))

    status = report_status(on(after(14)))

    assert (status.last_checkin, status.ahead) == (None, 2)
    assert status.checkin_due
    assert due_notice(on(after(14))).due
    assert status.since_start == before.since_start
    assert report_history(on(after(14))).hours == ()


def test_doctor_names_it_with_a_remedy_that_works(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(FAR), CheckIn(hours={BOOK: 2}))
    now = on(after(14))

    (doubt,) = find_doubts(now)
    for entry in list_entries(now).entries:
        if entry.on == FAR:
            amend(now, entry.id, None)

    assert "check-in of 2099-01-01 and entry of hours of 2099-01-01" in doubt
    assert "pillarplan amend ID --withdraw" in doubt
    assert list(find_doubts(now)) == []
    assert report_status(now).ahead == 0


@pytest.mark.parametrize("day", [date(26, 11, 20), date(1999, 12, 31), after(1)])
def test_no_check_in_is_of_a_day_to_come_or_of_the_last_century(
    on: On, day: date
) -> None:
    planned(on(MONDAY))

    with pytest.raises(UsageError, match="cannot be from"):
        check_in(on(MONDAY), CheckIn(on=day, nothing=True))
