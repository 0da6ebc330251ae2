"""Tuning: what comes of the dials is what `plan` does, and nothing stays behind."""

from dataclasses import replace

import pytest

from pillarplan.domain.facts.parts import PlanOption
from pillarplan.domain.plan.availability import spread
from pillarplan.errors import NothingYetError
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.tuning import Tuning
from pillarplan.services.planning.wishes import Wishes
from tests.worlds import MONDAY, On, after, plan, planned, rate


def test_turned_dials_give_the_plan_of_the_same_options(on: On) -> None:
    planned(on(MONDAY))
    tuning = Tuning(on(MONDAY), Wishes())
    for name, by in (("hours", 1), ("hours", 1), ("focus", -1), ("depth", -1)):
        assert tuning.turn(name, by)
    tuning.put("until", after(120))
    tuning.put("budget", 100.0)

    trial = tuning.try_out(tuning.dials)

    depth = tuning.dials.depth
    wishes = Wishes(
        desk=spread(4), focus=2, depth=depth, until=after(120), budget=100.0
    )
    assert trial.proposal == propose(on(MONDAY), wishes)
    assert tuning.options == (
        PlanOption(name="--hours", value="4"),
        PlanOption(name="--focus", value="2"),
        PlanOption(name="--until", value=after(120).isoformat()),
        PlanOption(name="--depth", value="lean"),
        PlanOption(name="--budget", value="100"),
    )


def test_what_is_not_turned_stays_unsaid(on: On) -> None:
    planned(on(MONDAY))
    tuning = Tuning(on(MONDAY), Wishes())
    tuning.turn("hours", 1)
    tuning.turn("hours", -1)

    trial = tuning.try_out(tuning.dials)

    assert trial.proposal == propose(on(MONDAY), Wishes())
    assert not trial.proposal.is_new
    assert not trial.proposal.roadmap.limits.has_deadline
    assert tuning.options == ()


def test_trying_records_nothing_and_a_plan_that_was_tried_is_there_at_once(
    on: On,
) -> None:
    workspace = on(MONDAY)
    planned(workspace)
    before = workspace.events()
    tuning = Tuning(workspace, Wishes())

    first = tuning.try_out(tuning.dials)
    tuning.turn("focus", 1)
    assert tuning.trial is None
    tuning.turn("focus", -1)

    assert tuning.trial is first
    assert on(MONDAY).events() == before


def test_a_number_of_skills_lets_go_of_those_that_were_chosen(on: On) -> None:
    rate(on(MONDAY), negotiation=1, pricing=1, security=1)
    plan(on(MONDAY), skills=("pricing",))
    tuning = Tuning(on(MONDAY), Wishes())
    assert tuning.dials.chosen == ("pricing",)

    tuning.put("focus", "all")

    trial = tuning.try_out(tuning.dials)
    assert trial.proposal is not None
    limits = trial.proposal.roadmap.limits
    assert (limits.focus, limits.skills) == (None, ())


def test_where_nothing_fits_there_is_a_reason_and_no_plan(on: On) -> None:
    planned(on(MONDAY))
    tuning = Tuning(on(MONDAY), Wishes())
    tuning.put("until", after(1))
    nothing = tuning.try_out(tuning.dials)
    tuning.put("until", after(-1))
    past = tuning.try_out(tuning.dials)

    assert (nothing.proposal, past.proposal) == (None, None)
    assert nothing.problem.startswith("Nothing fits")
    assert past.problem.startswith("The last day (2026-11-22) must come after")
    outlook = tuning.outlook(nothing)
    assert (outlook.roadmap, outlook.problem) == (None, nothing.problem)


def test_an_outlook_tells_what_comes_goes_and_moves(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    present = plan(on(MONDAY))
    tuning = Tuning(on(MONDAY), Wishes())
    tuning.put("until", after(16))

    outlook = tuning.outlook(tuning.try_out(tuning.dials))

    assert outlook.roadmap is not None
    then, now = list(outlook.roadmap.items), list(present.items)
    assert [each.after for each in outlook.items if each.after] == then
    assert {e.before.id for e in outlook.items if e.before} == {i.id for i in now}
    days = [each.item.starts_on for each in outlook.items]
    assert days == sorted(days)
    assert {
        each.name: (each.before and each.before.to, each.after and each.after.to)
        for each in outlook.skills
    } == {"Security": (3, 2), "Negotiation": (3, None)}


def test_it_begins_with_the_wishes_that_come_with_it(on: On) -> None:
    planned(on(MONDAY))

    tuning = Tuning(on(MONDAY), Wishes(desk=spread(5), only_free=True))

    assert tuning.dials == replace(tuning.start, hours=spread(5))
    trial = tuning.try_out(tuning.dials)
    assert trial.proposal is not None
    assert trial.proposal.roadmap.limits.only_free


def test_who_did_not_rate_themselves_is_told_so_first(on: On) -> None:
    with pytest.raises(NothingYetError, match="Start with: pillarplan assess"):
        Tuning(on(MONDAY), Wishes())
