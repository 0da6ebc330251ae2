"""What was done stays done, whatever the plan, the base or the hours told later."""

from dataclasses import replace

import pytest

from pillarplan.domain.knowledge.step import Step
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.plan.roadmap import State
from pillarplan.domain.reports.next_action import Act
from pillarplan.domain.reports.since_start import LevelRisen
from pillarplan.services.following.status import report_status
from pillarplan.services.following.weekly.agenda import find_due_rating
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.following.whats_next import whats_next
from pillarplan.services.handing_over.exporting import export_json, export_roadmap
from pillarplan.services.looking_back.history import report_history
from pillarplan.services.looking_back.reviewing import report_review
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.measuring import report_gaps
from pillarplan.services.safety.doubts import find_doubts
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, planned, rate

BOOK, PRACTICE = "getting-to-yes", "decline-a-feature-well"

OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
"""


def with_overlay(workspace: Workspace, text: str) -> Workspace:
    """Return the same record beside a knowledge base that was changed."""
    path = workspace.data.parent / "overlay.yaml"
    path.write_text(OVERLAY + text, "utf-8")
    return replace(workspace, find_overlay=lambda: path)


def test_a_step_that_was_learnt_stays_so_when_its_book_is_hidden(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(7)), CheckIn(hours={BOOK: 8}, done=(BOOK,)))
    now = with_overlay(on(after(8)), f"hide: [{BOOK}]\n")

    roadmap = propose(now, Wishes()).roadmap

    assert Step("negotiation", 3) in now.profile().learnt
    open_items = list(roadmap.open_items())
    assert {item.kind for item in open_items} == {"practice"}
    assert [item.id for item in roadmap.items if item.state is State.DONE] == [BOOK]


def test_what_earlier_versions_finished_is_known_by_the_plan_it_stood_in(
    on: On,
) -> None:
    planned(on(MONDAY))
    from pillarplan.journal.meaning import changes

    on(after(7)).record([changes.finished(after(7), BOOK)])
    now = with_overlay(on(after(8)), f"hide: [{BOOK}]\n")

    assert {item.kind for item in propose(now, Wishes()).roadmap.open_items()} == {
        "practice"
    }


LOST_ROLE = """\
roles:
  - id: our-own
    name: Our own
    summary: As we call it.
    targets: {negotiation: 3}
"""


def test_a_role_that_left_the_base_breaks_nothing_and_is_named(on: On) -> None:
    day = with_overlay(on(MONDAY), LOST_ROLE)
    rate(day, negotiation=1)
    plan(day, role="our-own")
    warnings: list[str] = []
    now = replace(on(after(1)), warn=warnings.append)

    report_gaps(now)
    propose(now, Wishes())
    report_review(now, MONDAY)
    export_json(now)
    export_roadmap(now, "markdown")

    assert any("lost your role our-own" in each for each in warnings)
    (doubt,) = find_doubts(now)
    assert "our-own" in doubt
    assert "pillarplan plan --role ROLE" in doubt


def test_a_skill_that_left_the_base_keeps_its_history_and_is_named(on: On) -> None:
    rate(on(MONDAY), negotiation=1)
    plan(on(MONDAY), skills=("negotiation",))
    now = with_overlay(on(after(1)), "hide: [negotiation]\n")

    history = report_history(now, "negotiation")
    doubts = " ".join(find_doubts(now))

    assert [each.level for each in history.skills[0].ratings] == [1]
    assert "Skills that the knowledge base has no longer: negotiation" in doubts
    assert propose(now, Wishes()).roadmap.limits.skills == ()
    assert find_due_rating(now, CheckIn(done=(BOOK,))) is None
    assert check_in(now, CheckIn(hours={BOOK: 1})).recorded


def test_a_lost_skill_is_not_to_be_rated_again(on: On) -> None:
    rate(on(MONDAY), negotiation=1, security=1)
    roadmap = plan(on(MONDAY), skills=("negotiation",))
    check_in(on(after(1)), CheckIn(done=tuple(item.id for item in roadmap.items)))
    now = with_overlay(on(after(1)), "hide: [negotiation]\n")

    action = whats_next(now)

    assert (action.act, action.command) == (Act.PLAN, "pillarplan plan")
    assert action.sentence.startswith("Negotiation is no longer in the knowledge base")
    assert whats_next(on(after(1))).act is Act.RERATE


def test_planning_again_hides_nothing_that_was_done(on: On) -> None:
    planned(on(MONDAY))
    check_in(on(after(7)), CheckIn(hours={BOOK: 8}, done=(BOOK,)))
    check_in(on(after(14)), CheckIn(hours={PRACTICE: 2}, done=(PRACTICE,)))
    shown = "Said no to Sales, and why"
    check_in(
        on(after(14)),
        CheckIn(rate={"negotiation": 2}, evidence={"negotiation": shown}),
    )
    before = report_status(on(after(15)))

    plan(on(after(15)))

    status = report_status(on(after(15)))
    assert status.since_start == before.since_start
    assert (status.since_start.items_done, status.since_start.hours) == (2, 10.0)
    assert status.since_start.levels_risen == (
        LevelRisen(skill="negotiation", from_=1, to=2, on=after(14), evidence=shown),
    )
    done = [(each.item, each.on) for each in status.since_start.done]
    assert done == [(BOOK, after(7)), (PRACTICE, after(14))]


def test_what_is_done_without_hours_counts_as_planned_and_says_so(on: On) -> None:
    planned(on(MONDAY))

    answer = check_in(on(after(7)), CheckIn(done=(PRACTICE,)))
    status = report_status(on(after(7)))

    assert any("No hours were told of" in each for each in answer.remarks)
    assert (status.hours_done, status.pace) == (2.0, 2.0)
    assert status.since_start.hours_assumed == 2.0


@pytest.mark.parametrize("when", ["before", "after"])
def test_hours_that_are_told_take_the_place_of_the_planned_ones(
    on: On, when: str
) -> None:
    planned(on(MONDAY))
    told, done = CheckIn(hours={PRACTICE: 0.5}), CheckIn(done=(PRACTICE,))
    for report in (told, done) if when == "before" else (done, told):
        check_in(on(after(7)), report)

    since = report_status(on(after(7))).since_start

    assert (since.hours, since.hours_assumed) == (0.5, 0.0)


def test_hours_far_above_what_an_item_takes_are_doubted(on: On) -> None:
    planned(on(MONDAY))

    answer = check_in(on(after(7)), CheckIn(hours={BOOK: 200}))
    fine = check_in(on(after(7)), CheckIn(hours={PRACTICE: 5}))

    assert any("200 h on getting-to-yes is far above" in e for e in answer.remarks)
    assert answer.next.hours_left == 0
    assert fine.remarks == ()
