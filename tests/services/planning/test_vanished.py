"""What the base no longer holds is explained by what plan and record keep of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pillarplan.domain.facts.about_items import (
    DroppedOn,
    FinishedOn,
    NoLongerKnown,
    StartsThen,
)
from pillarplan.domain.facts.about_skills import PlanCloses
from pillarplan.domain.facts.parts import SkillSteps
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.checkin import CheckIn, Drop
from pillarplan.domain.reports.explanation import ItemExplanation, SkillExplanation
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.naming.known import UnknownNameError
from pillarplan.services.planning.explaining import explain
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, planned, rate

BOOK = "getting-to-yes"
TITLE = "Getting to Yes: Negotiating Agreement Without Giving In"


def without(workspace: Workspace, *names: str) -> Workspace:
    """Open a record while the person's overlay hides some entries of the base."""
    path: Path = workspace.data.parent / "overlay.yaml"
    hide = f'format: pillarplan-overlay\nversion: "1.0"\nhide: [{", ".join(names)}]\n'
    path.write_text(hide, encoding="utf-8")
    return replace(workspace, find_overlay=lambda: path)


def test_an_item_of_the_plan_tells_what_it_closes_and_when(on: On) -> None:
    roadmap = planned(on(MONDAY))
    book = roadmap.item(BOOK)
    assert book is not None

    told = explain(without(on(MONDAY), BOOK), BOOK)

    assert isinstance(told, ItemExplanation)
    assert (told.title, told.planned, told.closes) == (TITLE, True, book.closes)
    assert [type(fact) for fact in told.facts] == [NoLongerKnown, StartsThen]


def test_what_was_done_is_told_long_after_it_left_plan_and_base(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(7)), CheckIn(done=(BOOK,)))
    rate(on(after(8)), negotiation=3, security=1)
    assert plan(on(after(8))).item(BOOK) is None

    told = explain(without(on(after(9)), BOOK), BOOK)

    assert isinstance(told, ItemExplanation)
    assert (told.title, told.planned) == (TITLE, False)
    assert told.facts == (
        FinishedOn(on=after(7), counts_for=()),
        NoLongerKnown(),
    )


def test_what_was_dropped_says_so(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(1)), CheckIn(drop=(Drop(item=BOOK, reason="Too long"),)))

    told = explain(without(on(after(2)), BOOK), BOOK)

    assert told.facts == (DroppedOn(on=after(1), reason="Too long"), NoLongerKnown())


def test_a_skill_that_the_plan_works_on_tells_what_it_closes(on: On) -> None:
    planned(on(MONDAY))

    told = explain(without(on(MONDAY), "negotiation"), "negotiation")

    assert isinstance(told, SkillExplanation)
    assert (told.gap.current, told.in_focus) == (1, True)
    assert told.closes == (Span(skill="negotiation", from_=1, to=3),)
    name = "negotiation"
    steps = (SkillSteps(skill=name, name=name, start=1, end=3),)
    assert told.facts == (NoLongerKnown(), PlanCloses(steps=steps))


def test_what_nobody_ever_heard_of_is_still_unknown(on: On) -> None:
    planned(on(date(2026, 11, 23)))

    with pytest.raises(UnknownNameError, match="There is no skill or item 'nobody'"):
        explain(without(on(MONDAY), BOOK), "nobody")
