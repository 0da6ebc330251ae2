"""Targets of one's own."""

from datetime import date, timedelta

import pytest

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.plan.availability import spread
from pillarplan.domain.plan.gap import Gap
from pillarplan.errors import NothingYetError, UsageError
from pillarplan.services.naming.known import UnknownNameError
from pillarplan.services.planning.adopting import adopt
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.aiming import set_targets
from pillarplan.services.rating.measuring import report_gaps
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import On

MONDAY = date(2026, 11, 23)
LEVELS = {"negotiation": 2, "writing": 2, "pricing": None}


@pytest.fixture
def ana(on: On) -> Workspace:
    """A senior product manager: the role asks for negotiation 3, as for writing."""
    workspace = on(MONDAY)
    ratings = [
        Rating(skill=skill, level=level, rated_on=MONDAY)
        for skill, level in LEVELS.items()
    ]
    record_ratings(workspace, ratings, role="senior-pm")
    return workspace


def gap(workspace: Workspace, skill: str) -> Gap:
    return next(each for each in report_gaps(workspace).gaps if each.skill == skill)


def recorded(workspace: Workspace) -> list[tuple[object, ...]]:
    return [
        tuple(event.data.values())
        for event in workspace.events()
        if event.type == "target-set"
    ]


def test_a_target_is_kept_beside_what_the_role_asks_for(ana: Workspace, on: On) -> None:
    asked = gap(ana, "negotiation").target

    set_targets(ana, {"negotiation": 5, "writing": 0})

    ours = gap(on(MONDAY), "negotiation")
    assert (ours.target, ours.role_target, ours.size) == (5, asked, 3)
    assert gap(ana, "writing").size == 0
    assert not gap(ana, "ux").is_own_target


def test_a_target_like_the_roles_is_ones_own_and_outlives_the_role(
    ana: Workspace,
) -> None:
    asked = gap(ana, "negotiation").target

    set_targets(ana, {"negotiation": asked})
    record_ratings(ana, (), role="cpo")

    assert gap(ana, "negotiation").target == asked
    assert gap(ana, "negotiation").role_target != asked


def test_one_may_let_go_of_a_target_or_take_it_back(ana: Workspace) -> None:
    before = gap(ana, "negotiation")
    set_targets(ana, {"negotiation": 5, "writing": 5})

    set_targets(ana, {"negotiation": None})
    assert gap(ana, "negotiation") == before

    assert undo(ana).summary == "1 target"
    assert gap(ana, "negotiation").target == 5
    assert undo(ana).summary == "2 targets"
    assert gap(ana, "negotiation") == before


def test_what_is_so_already_is_not_recorded_again(ana: Workspace) -> None:
    set_targets(ana, {"negotiation": None, "writing": 4})
    set_targets(ana, {"negotiation": None, "writing": 4})

    assert recorded(ana) == [("writing", 4, "2026-11-23", 5)]


def test_the_next_plan_aims_at_it(ana: Workspace) -> None:
    set_targets(ana, {"negotiation": 2, "writing": 4})

    plan = propose(ana, Wishes(desk=spread(5))).roadmap
    reached = {span.skill: span.to for item in plan.items for span in item.closes}

    assert reached == {"writing": 4}


def test_it_can_be_changed_after_a_plan_was_adopted(ana: Workspace, on: On) -> None:
    adopt(ana, propose(ana, Wishes(desk=spread(5))))
    later = on(MONDAY + timedelta(days=1))

    set_targets(later, {"negotiation": 5})

    assert propose(later, Wishes()).profile.targets == {"negotiation": 5}


def test_a_skill_that_nobody_knows_has_no_target(ana: Workspace) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean negotiation"):
        set_targets(ana, {"writing": 4, "negotiaton": 4})

    assert recorded(ana) == []


def test_a_skill_that_does_not_apply_has_no_target_but_may_let_go_of_one(
    ana: Workspace,
) -> None:
    with pytest.raises(UsageError, match="pricing does not apply to your work"):
        set_targets(ana, {"writing": 4, "pricing": 4})
    set_targets(ana, {"pricing": None})

    assert recorded(ana) == []


def test_who_rated_nothing_is_told_to_begin_with_that(on: On) -> None:
    workspace = on(MONDAY)

    with pytest.raises(NothingYetError):
        set_targets(workspace, {"writing": 4})

    assert workspace.events() == ()


def test_ratings_and_targets_are_one_command(on: On) -> None:
    workspace = on(MONDAY)
    stated = [Rating(skill="writing", level=2, rated_on=MONDAY)]

    rated = record_ratings(workspace, stated, "pm", targets={"writing": 4})

    assert rated.targets == {"writing": 4}
    assert gap(workspace, "writing").size == 2
    assert undo(workspace).summary == "1 choice of role, 1 rating, 1 target"
