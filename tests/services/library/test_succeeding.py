"""Saying what took the place of what is gone: from then on it counts, until undone."""

from dataclasses import replace

import pytest

from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.person.rating import Confidence
from pillarplan.errors import UsageError
from pillarplan.journal.meaning import changes
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.library.succeeding import adopt
from pillarplan.services.rating.interviewing import begin_interview
from pillarplan.services.rating.measuring import report_gaps
from pillarplan.services.safety.undoing import undo
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, rate

OWN = """\
pillars:
  - id: soft-skills
    skills:
      - id: haggling
        name: Haggling
        summary: To agree on a price.
        why: Prices are agreed.
        neglect: One pays too much.
        delegate: A buyer.
        levels: {1: [I ask.], 2: [I dare.], 3: [I wait.], 4: [I walk.], 5: [I win.]}
roles:
  - {id: our-own, name: Our own, summary: As we call it., targets: {haggling: 3}}
"""


def with_overlay(workspace: Workspace, content: str) -> Workspace:
    path = workspace.data.parent / "overlay.yaml"
    path.write_text(f'format: pillarplan-overlay\nversion: "1.0"\n{content}', "utf-8")
    return replace(workspace, find_overlay=lambda: path)


@pytest.fixture
def left(on: On) -> Workspace:
    """The record of somebody whose own skill and role left the knowledge base."""
    before = with_overlay(on(MONDAY), OWN)
    rate(before, haggling=2, negotiation=3, writing=1)
    before.record([changes.finished(MONDAY, "find.writing.2")])
    check_in(before, CheckIn(evidence={"haggling": "Agreed on a price."}))
    return on(after(1))


def level(workspace: Workspace, skill: str) -> tuple[int | None, Confidence | None]:
    rating = workspace.person().own_ratings[skill]
    return rating.level, rating.confidence


def test_what_was_said_of_what_is_gone_counts_for_what_was_named(
    left: Workspace,
) -> None:
    (adopted,) = adopt(left, [("haggling", "pricing")]).successors

    assert (adopted.said.ratings, adopted.said.evidence) == (1, 1)
    assert level(left, "pricing") == (2, None)
    assert [each.skill for each in left.person().own_evidence] == [
        "haggling",
        "pricing",
    ]
    gaps = {gap.skill: gap.current for gap in report_gaps(left).gaps}
    assert gaps["pricing"] == 2


def test_undo_takes_it_back(left: Workspace) -> None:
    adopt(left, [("haggling", "pricing")])

    undo(left)

    assert "pricing" not in left.person().own_ratings


def test_of_what_was_divided_each_part_is_unsure(left: Workspace) -> None:
    adopt(left, [("haggling", "pricing"), ("haggling", "presenting")])

    assert level(left, "pricing") == (2, Confidence.LOW)
    assert level(left, "presenting") == (2, Confidence.LOW)


def test_what_starts_from_a_divided_skill_is_asked_first(left: Workspace) -> None:
    adopt(left, [("haggling", "pricing"), ("haggling", "presenting")])

    interview, _ = begin_interview(left, ("writing", "presenting", "negotiation"))

    question = interview.question
    assert question is not None
    assert question.skill.id == "presenting"


def test_what_is_named_later_counts_alone(left: Workspace) -> None:
    adopt(left, [("haggling", "pricing")])
    adopt(left, [("haggling", "presenting")])

    assert "pricing" not in left.person().own_ratings
    assert level(left, "presenting") == (2, None)


def test_what_was_said_of_the_successor_itself_comes_first(left: Workspace) -> None:
    adopt(left, [("haggling", "negotiation")])

    assert level(left, "negotiation") == (3, None)


def test_once_the_old_name_is_back_it_speaks_for_itself(left: Workspace) -> None:
    adopt(left, [("haggling", "pricing")])

    back = with_overlay(left, OWN)

    assert level(back, "haggling") == (2, None)
    assert "pricing" not in back.person().own_ratings


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        ((("haggling", "haggling"),), "haggling cannot take its own place."),
        (
            (("haggling", "pricing"), ("pricing", "haggling")),
            "pricing cannot take a place and leave its own.",
        ),
        ((("haggling", "prizing"),), "There is no skill 'prizing'. Did you mean"),
        ((("hagling", "pricing"),), "nothing of 'hagling'. Did you mean haggling?"),
        ((("far-off", "pricing"),), "the knowledge base has no longer: haggling."),
        ((("negotiation", "pricing"),), "negotiation is still in the knowledge base"),
        ((("haggling", "getting-to-yes"),), "There is no skill 'getting-to-yes'."),
        ((("find.writing.2", "pricing"),), "find.writing.2 is still in the knowledge"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    left: Workspace, pairs: tuple[tuple[str, str], ...], why: str
) -> None:
    events = len(left.events())

    with pytest.raises(UsageError) as refused:
        adopt(left, pairs)

    assert why in str(refused.value)
    assert len(left.events()) == events


def test_a_role_and_an_item_can_be_succeeded_too(on: On) -> None:
    own = with_overlay(on(MONDAY), OWN)
    rate(own, negotiation=1)
    own.record([changes.role_chosen("our-own", (), MONDAY)])
    own.record([changes.finished(MONDAY, "our-book")])
    now = on(after(1))

    adopt(now, [("our-own", "director"), ("our-book", "getting-to-yes")])

    assert now.person().role == "director"
    assert "getting-to-yes" in now.person().finished
    assert report_gaps(now).role == "director"
