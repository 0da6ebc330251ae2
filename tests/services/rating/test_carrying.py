"""A record of an earlier knowledge base goes on with the present one."""

from datetime import date

import pytest

from pillarplan.domain.person.rating import Rating
from pillarplan.journal.meaning import changes
from pillarplan.services.looking_back.history import report_history
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.rating.interviewing import begin_interview
from pillarplan.services.rating.measuring import report_gaps
from pillarplan.services.workspace import Workspace
from tests.worlds import On

MONDAY = date(2026, 11, 23)
PARTS = ("ai-products", "connected-products")


@pytest.fixture
def ana(on: On) -> Workspace:
    """Somebody who rated the skill that was divided, and set a target for it."""
    workspace = on(MONDAY)
    rated = Rating(skill="iot-ai", level=2, rated_on=MONDAY, importance=3)
    workspace.record(
        [
            changes.role_chosen("senior-pm", ()),
            changes.rated(rated),
            changes.target_set("iot-ai", 3),
            changes.finished(MONDAY, "machine-learning-yearning"),
        ]
    )
    return workspace


def test_both_parts_have_the_level_the_target_and_the_weight(ana: Workspace) -> None:
    gaps = {gap.skill: gap for gap in report_gaps(ana, None, ()).gaps}

    assert "iot-ai" not in gaps
    for skill in PARTS:
        gap = gaps[skill]
        assert (gap.current, gap.target, gap.importance) == (2, 3, 3)


def test_both_parts_can_be_planned_and_the_journal_stays(ana: Workspace) -> None:
    before = ana.events()

    roadmap = propose(ana, Wishes(focus=2)).roadmap

    assert set(roadmap.focus) == set(PARTS)
    assert ana.events() == before
    assert set(ana.profile().own_ratings) == {"iot-ai"}


def test_the_interview_knows_the_earlier_level(ana: Workspace) -> None:
    interview, _ = begin_interview(ana, PARTS, show_last=True)

    assert interview.question is not None
    assert interview.question.last == 2


def test_only_what_names_it_counts_a_finished_item_as_its_own(ana: Workspace) -> None:
    assert ana.person().finished == {"machine-learning-yearning", "llm-evals-faq"}


def test_the_history_still_tells_the_old_skill(ana: Workspace) -> None:
    told = [each.skill for each in report_history(ana).skills]

    assert told == ["iot-ai"]
