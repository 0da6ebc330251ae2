"""What a round of rating brought."""

from datetime import timedelta

import pytest

from pillarplan.domain.person.rating import Rating
from pillarplan.domain.reports.round_report import LevelChange, RoundReport, Strength
from pillarplan.errors import NothingYetError
from pillarplan.services.rating.interviewing import begin_interview
from pillarplan.services.rating.round_report import report_round
from pillarplan.services.rating.stating import record_ratings
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On

LATER = MONDAY + timedelta(weeks=12)


def hold(workspace: Workspace, levels: dict[str, int | None]) -> RoundReport:
    """Hold an interview with these answers; return what it brought."""
    interview, _ = begin_interview(workspace, tuple(levels), chosen=True)
    for level in levels.values():
        interview.rate(level)
    interview.finish()
    return report_round(workspace)


def test_a_first_round_has_strengths_and_gaps_and_no_changes(on: On) -> None:
    outcome = hold(on(MONDAY), {"negotiation": 1, "ux": 4, "pricing": None})

    assert (outcome.rated, outcome.repeated, outcome.changes) == (2, 0, ())
    assert outcome.strengths == (
        Strength(skill="ux", name="User experience", level=4, level_name="Proficient"),
    )
    assert [(gap.skill, gap.size) for gap in outcome.widest] == [("negotiation", 1)]
    assert [gap.skill for gap in outcome.gaps] == ["negotiation", "ux", "pricing"]


def test_a_strength_is_what_one_does_alone_and_three_are_told(on: On) -> None:
    few = hold(on(MONDAY), {"negotiation": 2, "writing": 3})
    more = hold(on(LATER), {"ux": 4, "pricing": 3, "strategy": 5})

    assert [each.skill for each in few.strengths] == ["writing"]
    assert [each.level for each in more.strengths] == [5, 4, 3]


def test_a_later_round_tells_what_changed_and_what_shows_it(on: On) -> None:
    hold(on(MONDAY), {"negotiation": 1, "ux": 4, "writing": 3})
    later = on(LATER)
    shown = Rating(skill="ux", level=4, rated_on=LATER, evidence="Ran the study")
    record_ratings(later, [shown])

    outcome = hold(later, {"negotiation": 2, "ux": 5, "writing": 2, "security": 1})

    assert (outcome.rated, outcome.repeated) == (4, 3)
    assert outcome.changes == (
        LevelChange(
            skill="negotiation", name="Negotiation", before=1, after=2, evidence=None
        ),
        LevelChange(
            skill="ux",
            name="User experience",
            before=4,
            after=5,
            evidence="Ran the study",
        ),
        LevelChange(skill="writing", name="Writing", before=3, after=2, evidence=None),
    )


def test_without_any_round_there_is_nothing_to_tell(on: On) -> None:
    with pytest.raises(NothingYetError):
        report_round(on(MONDAY))
