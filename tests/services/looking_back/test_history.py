"""The record over time: of all skills, or of one."""

from datetime import timedelta

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.reports.history import HoursIn, Stretch
from pillarplan.errors import NothingYetError
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.looking_back.history import report_history
from pillarplan.services.naming.known import UnknownNameError
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On


def rate(workspace: Workspace, skill: str, level: int) -> None:
    rating = Rating(skill=skill, level=level, rated_on=workspace.today)
    record_ratings(workspace, [rating])


@pytest.fixture
def told(on: On) -> Workspace:
    """Hours on an item of negotiation and on one of security."""
    rate(on(MONDAY), "negotiation", 1)
    rate(on(MONDAY), "security", 2)
    hours = {"getting-to-yes": 2.0, "make-a-gap-list": 1.0}
    check_in(on(MONDAY), CheckIn(hours=hours, evidence={"security": "A list"}))
    return on(MONDAY)


def test_the_history_of_a_skill_holds_only_what_belongs_to_it(told: Workspace) -> None:
    every, one = report_history(told), report_history(told, "negotiation")

    assert [each.skill for each in every.skills] == ["negotiation", "security"]
    assert [each.skill for each in one.skills] == ["negotiation"]
    assert every.hours == (HoursIn(starts_on=MONDAY, hours=3.0),)
    assert one.hours == (HoursIn(starts_on=MONDAY, hours=2.0),)
    assert [each.text for each in every.evidence] == ["A list"]
    assert one.evidence == ()


def test_long_histories_are_shown_by_months(told: Workspace, on: On) -> None:
    assert report_history(told).by is Stretch.WEEK
    later = on(MONDAY + timedelta(weeks=17))
    check_in(later, CheckIn(hours={"getting-to-yes": 1.0}))

    assert report_history(later).by is Stretch.MONTH
    assert len(report_history(later).hours) == 5
    assert len(report_history(later, by=Stretch.WEEK).hours) == 18


def test_without_ratings_there_is_no_history(on: On) -> None:
    with pytest.raises(NothingYetError):
        report_history(on(MONDAY))


def test_an_unknown_skill_gets_a_suggestion(told: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean negotiation"):
        report_history(told, "negotation")
