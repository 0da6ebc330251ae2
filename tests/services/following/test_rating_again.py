"""When a skill is to be rated again: after work, in the order in which it was told."""

from dataclasses import replace

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Confidence, Rating
from pillarplan.domain.reports.next_action import Act
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, planned, rate


def finish_all(workspace: Workspace) -> None:
    roadmap = workspace.profile().roadmap
    assert roadmap is not None
    check_in(workspace, CheckIn(done=tuple(item.id for item in roadmap.items)))


def test_work_finished_after_a_rating_of_the_same_day_asks_for_another(on: On) -> None:
    planned(on(MONDAY))

    finish_all(on(MONDAY))

    assert whats_next(on(MONDAY)).act is Act.RERATE


def test_a_rating_after_the_work_of_the_same_day_is_enough(on: On) -> None:
    planned(on(MONDAY))
    finish_all(on(MONDAY))

    rate(on(MONDAY), negotiation=2)

    assert whats_next(on(MONDAY)).act is Act.PLAN


def unsure(on: On, confidence: Confidence | None) -> None:
    rating = Rating(
        skill="negotiation", level=1, rated_on=MONDAY, confidence=confidence
    )
    record_ratings(on(MONDAY), [rating], role="senior-pm")
    plan(on(MONDAY))
    first = next(iter(plan(on(MONDAY)).items))
    check_in(on(after(3)), CheckIn(done=(first.id,)))


def test_an_unsure_rating_is_asked_for_again_as_soon_as_something_can_tell(
    on: On,
) -> None:
    unsure(on, Confidence.LOW)

    action = whats_next(on(after(3)))

    assert (action.act, action.command) == (
        Act.RERATE,
        "pillarplan assess --skill negotiation",
    )
    assert "unsure" in action.sentence
    rate(on(after(3)), negotiation=1)
    assert whats_next(on(after(3))).act is Act.WORK


def test_a_sure_rating_waits_for_its_day(on: On) -> None:
    unsure(on, Confidence.HIGH)

    assert whats_next(on(after(3))).act is Act.WORK


def test_an_end_is_said_as_one(on: On) -> None:
    rate(on(MONDAY), negotiation=5, security=5)

    action = whats_next(on(MONDAY))

    assert (action.act, action.command) == (Act.KEEP, "pillarplan assess --full")
    assert action.sentence.startswith(
        "You are where you want to be: no rated skill has a gap. Keep Negotiation and "
        "Security warm by using them. Not rated yet: "
    )
    assert action.sentence.endswith("Rate again from 22 Feb 2027 on.")


def test_the_end_names_a_role_that_asks_for_more(on: On) -> None:
    now = on(MONDAY)
    every = {each.id: 0 for each in now.knowledge.outlines()}
    role = now.knowledge.role("pm")
    assert role is not None
    record_ratings(
        now,
        [
            Rating(skill=skill, level=role.targets.get(skill, 0), rated_on=MONDAY)
            for skill in every
        ],
        role="pm",
    )

    action = whats_next(now)

    assert action.command == "pillarplan plan --role senior-pm"


def test_where_nothing_applies_that_is_said_and_no_plan_is_asked_for(on: On) -> None:
    nothing = Rating(skill="negotiation", level=None, rated_on=MONDAY)
    record_ratings(on(MONDAY), [nothing, replace(nothing, skill="security")])

    action = whats_next(on(MONDAY))

    assert action.act is Act.KEEP
    assert "Nothing that you rated applies to your work" in action.sentence
