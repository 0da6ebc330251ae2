"""What holds somebody back, if it is not the skill, gets a talk first and no book."""

from datetime import timedelta

import pytest

from pillarplan.domain.knowledge.constraint import TALKS, Constraint
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.gap import Gap
from pillarplan.domain.plan.roadmap import Roadmap
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.aiming import gap_to_ask, set_constraints
from pillarplan.services.rating.measuring import report_gaps
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, rate

MAY_NOT, NO_TIME = TALKS[Constraint.MAY_NOT], TALKS[Constraint.NO_TIME]
HELD = {"negotiation": Constraint.MAY_NOT}


def items_for(roadmap: Roadmap, skill: str) -> list[str]:
    return [
        item.id
        for item in roadmap.items
        if any(span.skill == skill for span in item.closes)
    ]


def the_gap(workspace: Workspace, skill: str) -> Gap:
    return next(each for each in report_gaps(workspace).gaps if each.skill == skill)


@pytest.mark.parametrize("constraint", list(Constraint))
def test_a_constraint_gets_a_talk_first_and_no_book(
    on: On, constraint: Constraint
) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    set_constraints(on(MONDAY), {"negotiation": constraint})

    roadmap = plan(on(MONDAY))

    talk = TALKS[constraint]
    assert items_for(roadmap, "negotiation") == [talk]
    assert roadmap.items[0].id == talk
    assert roadmap.items[0].closes == (Span(skill="negotiation", from_=1, to=2),)
    assert {each.skill for each in roadmap.rerate} == {"negotiation", "security"}
    assert the_gap(on(MONDAY), "negotiation").constraint == constraint
    assert the_gap(on(MONDAY), "negotiation").talk == talk
    assert the_gap(on(MONDAY), "security").constraint is None


def test_one_talk_is_enough_for_what_is_held_back_alike(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1, pricing=1)
    alike = dict.fromkeys(("negotiation", "security"), Constraint.NO_TIME)
    set_constraints(on(MONDAY), {**alike, "pricing": Constraint.MAY_NOT})

    roadmap = plan(on(MONDAY))

    assert items_for(roadmap, "negotiation") == [NO_TIME]
    assert items_for(roadmap, "security") == [NO_TIME]
    assert items_for(roadmap, "pricing") == [MAY_NOT]


def test_once_the_talk_is_over_the_skill_is_learnt_as_any_other(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    set_constraints(on(MONDAY), HELD)
    plan(on(MONDAY))

    check_in(on(after(7)), CheckIn(done=(MAY_NOT,), hours={MAY_NOT: 2}))

    again = propose(on(after(7)), Wishes()).roadmap
    assert "getting-to-yes" in items_for(again, "negotiation")
    gap = the_gap(on(after(7)), "negotiation")
    assert (gap.constraint, gap.talk) == (Constraint.MAY_NOT, None)


@pytest.mark.parametrize("now_or_before", ["wish", "record"])
def test_who_drops_the_talk_learns_as_any_other(on: On, now_or_before: str) -> None:
    rate(on(MONDAY), negotiation=1)
    set_constraints(on(MONDAY), HELD)
    wishes = Wishes(desk=spread(3), dropped={MAY_NOT: "We talked last week"})
    if now_or_before == "record":
        plan(on(MONDAY), dropped=wishes.dropped)
        wishes = Wishes(desk=spread(3))

    roadmap = propose(on(MONDAY), wishes).roadmap

    assert MAY_NOT not in items_for(roadmap, "negotiation")
    assert "getting-to-yes" in items_for(roadmap, "negotiation")


def test_a_constraint_is_let_go_of_and_undone(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    set_constraints(on(MONDAY), HELD)
    before = len(on(MONDAY).events())

    set_constraints(on(MONDAY), HELD)  # what is said so already is not said again
    assert len(on(MONDAY).events()) == before
    set_constraints(on(after(1)), {"negotiation": None})
    assert the_gap(on(after(1)), "negotiation").constraint is None
    undo(on(after(1)))
    assert the_gap(on(after(1)), "negotiation").constraint is Constraint.MAY_NOT
    undo(on(after(1)))
    assert the_gap(on(after(1)), "negotiation").constraint is None


def test_one_gap_that_matters_much_is_asked_about_at_a_time(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1, pricing=1)
    assert gap_to_ask(on(MONDAY)) is None
    weights = {"negotiation": 3, "pricing": 3}
    record_ratings(on(MONDAY), (), weights=weights)

    first = gap_to_ask(on(MONDAY))
    assert first is not None
    assert first.skill == "negotiation"
    set_constraints(on(MONDAY), {"negotiation": None})
    second = gap_to_ask(on(MONDAY))
    assert second is not None
    assert second.skill == "pricing"
    set_constraints(on(MONDAY), {"pricing": Constraint.NO_TIME})
    assert gap_to_ask(on(MONDAY)) is None


def test_an_unknown_skill_is_refused_and_an_odd_word_of_a_newer_version_ignored(
    on: On,
) -> None:
    rate(on(MONDAY), negotiation=1)
    with pytest.raises(UsageError, match="juggling"):
        set_constraints(on(MONDAY), {"juggling": None})

    kind, data = changes.constraint_set(MONDAY, "negotiation", Constraint.MAY_NOT)
    on(MONDAY).record([changes.Change(kind, {**data, "constraint": "dare-not"})])

    assert the_gap(on(MONDAY), "negotiation").constraint is None


def test_the_file_of_a_past_day_does_not_outdo_what_was_said_since(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    set_constraints(on(after(3)), HELD)

    day = MONDAY + timedelta(days=1)
    record_ratings(
        on(after(4)),
        [Rating(skill="security", level=1, rated_on=day)],
        constraints={"negotiation": None},
    )

    assert on(after(4)).profile().constraints == HELD
