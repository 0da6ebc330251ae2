"""What a check-in asks: what is in hand first, the rest by number."""

import pytest

from pillarplan.domain.person.checkin import CheckIn, Drop, NewQuestion
from pillarplan.domain.plan.numbering import item_numbers
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.following.weekly.agenda import find_due_rating, make_agenda
from pillarplan.services.following.weekly.checking_in import check_in
from tests.worlds import MONDAY, On, after, plan, planned, rate

BOOK, FIRST, SECOND = (
    "getting-to-yes",
    "decline-a-feature-well",
    "negotiate-a-scope-cut",
)


def ids(choices: object) -> list[str]:
    return [each.item.id for each in choices]  # type: ignore[attr-defined]


def test_what_was_started_comes_before_what_the_plan_has_for_now(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1, writing=2)
    roadmap = plan(on(MONDAY))
    last = roadmap.items[-1].id
    check_in(on(after(1)), CheckIn(hours={last: 1.5}))

    agenda = make_agenda(on(after(9)), after(9))

    begun = [item.id for item in roadmap.items if item.starts_on <= after(9)]
    assert len(begun) == 2
    assert ids(agenda.in_hand) == [last, *begun[:2]]
    assert ids(agenda.others) == [
        item.id for item in roadmap.items if item.id not in ids(agenda.in_hand)
    ]
    numbers = {each.item.id: each.number for each in agenda.choices}
    assert numbers == item_numbers(roadmap.items)
    assert agenda.in_hand[0].hours_left == roadmap.items[-1].hours - 1.5


def test_before_anything_begins_the_first_item_is_asked_about(on: On) -> None:
    planned(on(MONDAY))

    agenda = make_agenda(on(MONDAY), MONDAY)

    assert (ids(agenda.in_hand), ids(agenda.others)) == ([BOOK], [FIRST, SECOND])


def test_what_is_over_is_not_asked_about(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(1)), CheckIn(done=(BOOK,), drop=(Drop(item=FIRST),)))

    assert ids(make_agenda(on(after(40)), after(40)).choices) == [SECOND]


@pytest.mark.parametrize(("days", "is_back"), [(20, False), (21, True)])
def test_who_comes_back_after_three_weeks_is_welcomed(
    on: On, days: int, is_back: bool
) -> None:
    planned(on(MONDAY))
    check_in(on(after(3)), CheckIn(nothing=True))

    agenda = make_agenda(on(after(3 + days)), after(3 + days))

    assert agenda.since == after(3)
    assert agenda.is_back is is_back


def test_a_checkin_of_an_earlier_day_looks_back_from_that_day(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(2)), CheckIn(nothing=True))
    check_in(on(after(9)), CheckIn(nothing=True))

    assert make_agenda(on(after(10)), after(5)).since == after(2)
    assert make_agenda(on(after(10)), after(1)).since == MONDAY
    assert make_agenda(on(after(10)), after(-1)).since == after(-1)


def test_without_a_plan_or_in_the_future_there_is_no_agenda(on: On) -> None:
    with pytest.raises(NothingYetError, match="pillarplan plan"):
        make_agenda(on(MONDAY), MONDAY)
    planned(on(MONDAY))
    with pytest.raises(UsageError, match="from the future"):
        make_agenda(on(MONDAY), after(1))


def test_three_questions_are_asked_and_the_rest_waits(on: On) -> None:
    planned(on(MONDAY))
    left = [
        NewQuestion(item=item, question=f"Why {number}?")
        for item in (BOOK, FIRST)
        for number in range(2)
    ]
    check_in(on(MONDAY), CheckIn(done=(BOOK, FIRST), questions=tuple(left)))

    assert len(make_agenda(on(after(60)), after(60)).recall) == 3
    assert make_agenda(on(MONDAY), MONDAY).recall == ()


def test_a_skill_is_rated_again_once_its_work_is_over(on: On) -> None:
    planned(on(MONDAY))
    some, rest = CheckIn(done=(BOOK,)), CheckIn(drop=(Drop(item=SECOND),))
    check_in(on(after(30)), CheckIn(done=(FIRST,)))
    later = on(after(31))

    assert find_due_rating(later, some) is None
    assert find_due_rating(later, rest) is None
    due = find_due_rating(later, CheckIn(done=some.done, drop=rest.drop, on=after(31)))

    assert due is not None
    assert (due.skill, due.name, due.held) == ("negotiation", "Negotiation", 1)
    # From the level held to the highest that the work of the plan was for.
    assert list(due.levels) == [1, 2, 3]
    assert due.levels[1].startswith("Aware: ")
