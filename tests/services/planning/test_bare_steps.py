"""A skill for which the knowledge base has nothing: it is planned, done and told."""

from dataclasses import replace

import pytest

from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.checkin import CheckIn
from pillarplan.domain.plan.roadmap import PlannedItem, State
from pillarplan.services.following.in_hand import in_hand
from pillarplan.services.following.weekly.checking_in import check_in
from pillarplan.services.naming.called import Sort, id_called
from pillarplan.services.planning.explaining import explain
from pillarplan.services.planning.proposing import propose
from pillarplan.services.planning.wishes import Wishes
from pillarplan.services.workspace import Workspace
from tests.worlds import MONDAY, On, after, plan, rate

OVERLAY = """\
format: pillarplan-overlay
version: "1.0"
pillars:
  - id: soft-skills
    skills:
      - id: pitch
        name: Our pitch
        summary: Telling what we do.
        why: It opens doors.
        neglect: Nobody knows us.
        delegate: Marketing.
        levels:
          1: [I know the pitch.]
          2: [I tell the pitch to a friend., I adapt one slide]
          3: [I pitch alone to a customer.]
          4: [I pitch in hard rooms.]
          5: [I teach it.]
roles:
  - id: senior-pm
    targets: {pitch: 3}
"""

BOOK = """\
resources:
  - id: pitch-book
    title: The Pitch Book
    kind: book
    url: https://example.org/pitch
    develops: [{skill: pitch, from: 1, to: 2}]
    hours: 4
    cost: free
    why: It is short.
    apply: Try one idea.
    reviewed_on: 2026-11-23
    origin: addition
"""


@pytest.fixture
def workspace(on: On) -> Workspace:
    """Somebody with a skill of their own, which the knowledge base does not know."""
    workspace = with_own(on(MONDAY), OVERLAY)
    rate(workspace, pitch=1)
    return workspace


def with_own(workspace: Workspace, text: str) -> Workspace:
    """Open a record with an overlay of this text."""
    path = workspace.data.parent / "overlay.yaml"
    path.write_text(text, encoding="utf-8")
    return replace(workspace, find_overlay=lambda: path)


def brief(item: PlannedItem) -> tuple[str, str, str, float]:
    return item.id, item.kind, item.title, item.hours


def test_each_step_has_a_source_to_find_and_a_behaviour_to_show(
    workspace: Workspace,
) -> None:
    roadmap = plan(workspace)

    assert [brief(item) for item in roadmap.items] == [
        ("find.pitch.2", "resource", "Find a source for Our pitch at level 2", 1.0),
        ("show.pitch.2", "practice", "Show: I tell the pitch to a friend", 1.0),
        ("find.pitch.3", "resource", "Find a source for Our pitch at level 3", 2.0),
        ("show.pitch.3", "practice", "Show: I pitch alone to a customer", 2.0),
    ]
    assert roadmap.totals.steps == 2
    assert (
        roadmap.notes[0] == "For Our pitch 1 to 3 the knowledge base lacks a resource "
        "or a practice; there the plan says what to look for, or to show. What you "
        'know of you can add: pillarplan add book "Title" --skill SKILL'
    )


def test_what_is_asked_of_forms_and_money_is_for_what_one_finds(
    workspace: Workspace,
) -> None:
    roadmap = propose(
        workspace,
        Wishes(formats=("book",), budget=0.0, only_free=True),
    ).roadmap

    assert len(roadmap.items) == 4
    assert (roadmap.totals.money, roadmap.totals.open_prices) == (0, 0)


def test_what_is_next_says_what_to_look_for(workspace: Workspace) -> None:
    plan(workspace)

    action = in_hand(workspace).action

    assert (action.title, action.url) == ("Find a source for Our pitch at level 2", "")
    assert action.apply == "Look for what leads to this: I tell the pitch to a friend."


def test_an_explanation_says_that_there_is_no_entry(workspace: Workspace) -> None:
    plan(workspace)

    explanation = explain(workspace, "show.pitch.3")

    assert explanation.sentences[0] == (
        "Closes Our pitch 2 to 3, together with 'Find a source for Our pitch at level "
        "3'; the knowledge base has no practice for it."
    )


def test_it_is_done_with_evidence_and_not_planned_again(workspace: Workspace) -> None:
    plan(workspace)

    told = check_in(
        workspace,
        CheckIn(
            hours={"find.pitch.2": 3.0},
            done=("find.pitch.2", "show.pitch.2"),
            applied={"show.pitch.2": "Told Ada, who bought it."},
        ),
    )
    roadmap = plan(workspace)

    assert told.evidence == ("pitch",)
    assert [(item.id, item.state) for item in roadmap.items] == [
        ("find.pitch.2", State.DONE),
        ("show.pitch.2", State.DONE),
        ("find.pitch.3", State.PLANNED),
        ("show.pitch.3", State.PLANNED),
    ]
    ended = {each.item: each for each in workspace.profile().done}["show.pitch.2"]
    assert ended.meant is not None
    assert ended.meant.closes == (Span(skill="pitch", from_=1, to=2),)


def test_an_entry_takes_the_place_of_what_was_to_be_found(
    workspace: Workspace, on: On
) -> None:
    plan(workspace)
    check_in(workspace, CheckIn(hours={"find.pitch.2": 0.5}))

    later = with_own(on(after(1)), OVERLAY + BOOK)

    assert [item.id for item in plan(later).items] == [
        "pitch-book",
        "show.pitch.2",
        "find.pitch.3",
        "show.pitch.3",
    ]


def test_a_source_that_was_found_counts_though_the_base_learns_of_others(
    workspace: Workspace, on: On
) -> None:
    plan(workspace)
    check_in(workspace, CheckIn(done=("find.pitch.2",)))

    later = with_own(on(after(1)), OVERLAY + BOOK)

    assert [item.id for item in plan(later).open_items()] == [
        "show.pitch.2",
        "find.pitch.3",
        "show.pitch.3",
    ]


@pytest.mark.parametrize(
    ("text", "sort", "meant"),
    [
        ("our", Sort.ENTRY, "pitch"),
        ("find pitch 2", Sort.ENTRY, "find.pitch.2"),
        ("tell the pitch", Sort.ITEM, "show.pitch.2"),
    ],
)
def test_words_of_a_skill_mean_the_skill_before_its_bare_steps(
    workspace: Workspace, text: str, sort: Sort, meant: str
) -> None:
    plan(workspace, skills=("pitch",))

    assert id_called(workspace, text, sort) == meant
