"""What a plan works on stays steady: a choice ends, and what is begun is finished."""

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from tests.worlds import MONDAY, On, after, plan, rate


def test_a_choice_ends_when_its_skills_are_at_target(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    plan(on(MONDAY), skills=("negotiation",))
    rate(on(after(7)), negotiation=5)

    proposal = propose(on(after(7)), Wishes())

    assert proposal.roadmap.focus == ("security",)
    assert proposal.roadmap.limits.skills == ()
    assert proposal.remark == (
        "Your choice of Negotiation is at its end: all are at their targets. "
        "The widest gaps count again."
    )


def test_a_choice_goes_on_with_what_is_left_of_it_and_says_how_to_let_go(
    on: On,
) -> None:
    rate(on(MONDAY), negotiation=1, security=1, pricing=1)
    plan(on(MONDAY), skills=("negotiation", "security"))
    rate(on(after(7)), negotiation=5)

    proposal = propose(on(after(7)), Wishes())

    assert proposal.roadmap.limits.skills == ("security",)
    assert proposal.remark == (
        "You chose Security. To let go of that: pillarplan plan --focus 3"
    )
    assert propose(on(after(7)), Wishes(focus=3)).roadmap.limits.skills == ()


def test_a_choice_that_is_stated_now_needs_no_remark(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    plan(on(MONDAY), skills=("negotiation",))

    proposal = propose(on(after(7)), Wishes(skills=("security",)))

    assert (proposal.roadmap.focus, proposal.remark) == (("security",), "")


BEGUN = "decline-a-feature-well"


def test_what_is_begun_is_finished_before_a_skill_that_is_wider_by_now(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY), focus=1)
    check_in(on(after(7)), CheckIn(hours={BEGUN: 1}))
    rate(on(after(7)), security=0)

    kept = propose(on(after(7)), Wishes(once=True)).roadmap
    asked = propose(on(after(7)), Wishes(skills=("security",))).roadmap

    assert kept.focus == ("negotiation",)
    (later,) = (each for each in kept.not_now if each.skill == "security")
    assert "what is begun is finished first" in later.reason
    assert asked.focus == ("security",)


def test_what_is_not_begun_gives_way_to_a_wider_gap(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY), focus=1)
    rate(on(after(7)), security=0)

    assert propose(on(after(7)), Wishes()).roadmap.focus == ("security",)


def test_a_skill_that_was_rated_at_its_new_level_is_no_longer_begun(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY), focus=1)
    check_in(on(after(7)), CheckIn(done=(BEGUN,)))
    rate(on(after(7)), negotiation=2, security=0)

    assert propose(on(after(7)), Wishes()).roadmap.focus == ("security",)
