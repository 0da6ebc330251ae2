from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.domain.person.recall import Grade, OwnQuestion, Recall
from pillarplan.domain.person.round import Round
from pillarplan.domain.person.work import Ended, Evidence, Note, Spent, WhatItWas
from pillarplan.domain.plan.availability import (
    Availability,
    Break,
    BreakSource,
    Pool,
    spread,
)
from pillarplan.domain.plan.roadmap import (
    Limits,
    NotNow,
    PlannedItem,
    Rerating,
    Roadmap,
    Session,
    Totals,
)
from pillarplan.journal.meaning import changes
from pillarplan.journal.meaning.changes import Change
from pillarplan.journal.meaning.replay import misfits, replay
from pillarplan.journal.storage.event import Event

DAY = date(2026, 11, 23)
LATER = date(2026, 12, 1)

ROADMAP = Roadmap(
    made_on=DAY,
    starts_on=DAY,
    until=date(2027, 3, 31),
    role="senior-pm",
    focus=("negotiation",),
    items=(
        PlannedItem(
            id="getting-to-yes",
            kind="book",
            title="Getting to Yes",
            hours=7.0,
            closes=(Span(skill="negotiation", from_=1, to=3),),
            starts_on=DAY,
            ends_on=LATER,
            reason="Closes Negotiation 1 to 3," * 30,
        ),
    ),
    sessions=(Session(on=DAY, item="getting-to-yes", hours=1.5, pool=Pool.LISTENING),),
    rerate=(Rerating(skill="negotiation", on=LATER),),
    not_now=(NotNow(skill="writing", reason="Its gap is smaller."),),
    totals=Totals(
        hours=7.0,
        money=20.0,
        value=4,
        steps=2,
        wanted_hours=12.0,
        wanted_steps=3,
        free_hours=40.0,
        proven_optimal=True,
    ),
    limits=Limits(
        availability=Availability(
            desk=spread(4), breaks=(Break(first=DAY, last=LATER, label="Launch"),)
        ),
        starts_on=DAY,
        until=date(2027, 3, 31),
        role="senior-pm",
        budget=100.0,
    ),
    notes=("9.5 h do not fit.",),
)


def told(*each: Change | list[Change]) -> list[Event]:
    """Return the events of commands; a list is one command with several events."""
    events: list[Event] = []
    for number, command in enumerate(each, 1):
        several = command if isinstance(command, list) else [command]
        for change in several:
            events.append(event(change.type, change.data, len(events) + 1, number))
    return events


def event(type_: str, data: Any, seq: int = 1, lam: int = 1) -> Event:
    return Event(
        id=f"id-{seq}",
        dev="device",
        seq=seq,
        lam=lam,
        at=datetime(2026, 11, 23, tzinfo=UTC),
        cmd=f"command-{lam}",
        left=0,
        type=type_,
        data=data,
    )


def rating(skill: str, level: int | None = 3, **more: Any) -> Rating:
    return Rating(skill=skill, level=level, rated_on=DAY, **more)


def pause(first: date, last: date, label: str = "") -> Break:
    return Break(first=first, last=last, label=label, source=BreakSource.PAUSE)


def test_each_kind_of_event_has_its_effect() -> None:
    rated = rating(
        "negotiation",
        confidence=Confidence.HIGH,
        importance=3,
        evidence="Cut scope with Sales",
    )
    managers = rating("writing", None, rater=Rater(name="Bo", kind=RaterKind.MANAGER))

    profile = replay(
        told(
            changes.role_chosen("senior-pm", ["regulated"]),
            changes.target_set("writing", 4),
            changes.target_set("pricing", 2),
            changes.target_set("pricing", None),
            changes.rated(rated),
            changes.rated(managers),
            changes.spent(DAY, "before-the-plan", 1.0),
            changes.roadmap_adopted(ROADMAP),
            [
                changes.checked_in(LATER, "Went well", "script-1"),
                changes.spent(LATER, "getting-to-yes", 2.5),
                changes.finished(LATER, "getting-to-yes"),
                changes.dropped(LATER, "a-course", "Too long"),
                changes.evidence(LATER, "negotiation", "Moved a deadline"),
            ],
            changes.paused(pause(LATER, date(2026, 12, 31), "Leave")),
            changes.resumed(date(2026, 12, 24)),
        )
    )

    assert profile == Profile(
        role="senior-pm",
        contexts=("regulated",),
        targets={"writing": 4},
        ratings=(rated, managers),
        spent=(
            Spent(on=DAY, item="before-the-plan", hours=1.0),
            Spent(on=LATER, item="getting-to-yes", hours=2.5),
        ),
        done=(
            Ended(
                on=LATER,
                item="getting-to-yes",
                meant=WhatItWas(
                    kind="book",
                    title="Getting to Yes",
                    hours=7.0,
                    closes=(Span(skill="negotiation", from_=1, to=3),),
                ),
                ratings_before=2,
            ),
        ),
        dropped=(Ended(on=LATER, item="a-course", reason="Too long"),),
        evidence=(Evidence(on=LATER, skill="negotiation", text="Moved a deadline"),),
        notes=(Note(on=LATER, text="Went well"),),
        pauses=(pause(LATER, date(2026, 12, 23), "Leave"),),
        checkins=(LATER,),
        checkin_ids=frozenset({"script-1"}),
        roadmap=ROADMAP,
        planned_since=ROADMAP.made_on,
        spent_before_roadmap=1,
    )


QUESTION = OwnQuestion(
    id="q1a2b3c",
    item="getting-to-yes",
    text="What is a BATNA?",
    answer="The best alternative to a deal",
    left_on=DAY,
    next_on=LATER,
)


def test_a_question_is_left_recalled_and_taken_away() -> None:
    recall = Recall(on=LATER, grade=Grade.HARD)
    month_later = date(2027, 1, 1)
    left = changes.question_left(QUESTION)
    asked = changes.question_recalled(QUESTION.id, recall, month_later)
    removed = changes.question_removed(LATER, QUESTION.id)

    recalled = replace(QUESTION, recalls=(recall,), next_on=month_later)
    assert replay(told(left)).questions == (QUESTION,)
    assert replay(told(left, asked)).questions == (recalled,)
    assert replay(told(left, asked, left)).questions == (recalled,)  # left twice
    assert replay(told(left, asked, removed)).questions == ()
    assert replay(told(left, asked, removed, left)).questions == (QUESTION,)


def test_an_answer_to_a_question_that_is_gone_does_nothing() -> None:
    recall = Recall(on=LATER, grade=Grade.GOOD)
    events = told(
        changes.question_recalled(QUESTION.id, recall, LATER),
        changes.question_removed(LATER, QUESTION.id),
    )

    assert (replay(events), misfits(events)) == (Profile(), ())


def test_what_was_dropped_and_stands_in_a_later_roadmap_is_taken_up_again() -> None:
    events = [
        changes.dropped(DAY, "getting-to-yes"),
        changes.dropped(DAY, "a-course"),
        changes.roadmap_adopted(ROADMAP),
        changes.dropped(LATER, "getting-to-yes"),
    ]

    before, after = (replay(told(*events[:number])) for number in (3, 4))

    assert (before.dropped_before_roadmap, after.dropped_before_roadmap) == (2, 2)
    assert before.dropped_items == {"a-course"}
    assert after.dropped_items == {"a-course", "getting-to-yes"}


def test_a_check_in_without_a_word_is_no_note() -> None:
    profile = replay(told(changes.checked_in(DAY), changes.checked_in(LATER, "")))

    assert profile == Profile(checkins=(DAY, LATER))


def answered(*each: Change) -> Round | None:
    begun = changes.assessment_started(["writing", "pricing", "negotiation"], DAY)
    return replay(told(begun, *each)).assessment


def test_a_rating_or_a_skip_answers_its_skill() -> None:
    assessment = answered(
        changes.rated(rating("pricing")), changes.assessment_skipped("writing")
    )

    assert assessment == Round(
        started_on=DAY,
        skills=("writing", "pricing", "negotiation"),
        answered=frozenset({"pricing", "writing"}),
    )
    assert assessment.open == ("negotiation",)


def test_the_last_answer_finishes_the_assessment() -> None:
    skills = ("negotiation", "writing", "pricing")

    assessment = answered(*(changes.rated(rating(skill)) for skill in skills))

    assert assessment
    assert assessment.finished


def test_an_assessment_can_be_ended_early_and_stays_so() -> None:
    assessment = answered(
        changes.assessment_finished(), changes.rated(rating("writing"))
    )

    assert assessment
    assert assessment.finished
    assert assessment.answered == frozenset()


def test_skills_and_raters_that_were_not_asked_answer_nothing() -> None:
    peer = Rater(name="Bo", kind=RaterKind.PEER)

    assessment = answered(
        changes.rated(rating("roadmapping")),
        changes.rated(rating("writing", rater=peer)),
    )

    assert assessment
    assert assessment.answered == frozenset()


def test_another_rater_is_asked_in_an_assessment_of_their_own() -> None:
    peer = Rater(name="Bo", kind=RaterKind.PEER)

    profile = replay(
        told(
            changes.assessment_started(["writing"], DAY, peer),
            changes.rated(rating("writing", rater=peer)),
        )
    )

    theirs = profile.assessment_of(peer)
    assert theirs
    assert theirs.finished
    assert profile.assessment is None


def test_rounds_of_several_raters_do_not_mix() -> None:
    peer = Rater(name="Bo", kind=RaterKind.PEER)

    profile = replay(
        told(
            changes.assessment_started(["writing", "pricing"], DAY),
            changes.assessment_started(["writing", "pricing"], LATER, peer),
            changes.rated(rating("writing")),
            changes.assessment_skipped("pricing"),
            changes.assessment_skipped("writing", peer),
        )
    )

    assert profile.assessment
    assert profile.assessment.finished
    assert profile.others_assessments == (
        Round(
            started_on=LATER,
            skills=("writing", "pricing"),
            answered=frozenset({"writing"}),
            rater=peer,
        ),
    )


def test_a_round_that_weighs_goes_on_until_its_end() -> None:
    begun = changes.assessment_started(["writing"], DAY, weighs=True)
    answers = (begun, changes.rated(rating("writing")), changes.weighed("writing", 3))

    open_round = replay(told(*answers))
    ended = replay(told(*answers, changes.assessment_finished()))

    assert open_round.assessment and ended.assessment
    assert open_round.assessment.is_pending
    assert not ended.assessment.is_pending
    assert ended.importance == {"writing": 3}


def test_the_latest_word_on_what_matters_counts() -> None:
    first = changes.weighed("writing", 3)
    stated = changes.rated(rating("writing", importance=1))
    silent = changes.rated(rating("writing"))

    assert replay(told(first, silent)).importance == {"writing": 3}
    assert replay(told(first, stated)).importance == {"writing": 1}
    assert replay(told(stated, first)).importance == {"writing": 3}


def test_texts_of_other_logs_are_cleaned() -> None:
    data = {"on": "2026-11-23", "note": "\x1b[31mred\u202e", "key": None}

    profile = replay([event("checked-in", data)])

    assert profile.notes == (Note(on=DAY, text="[31mred"),)


def test_types_that_we_do_not_know_are_ignored() -> None:
    assert replay([event("dreamt", {"of": "sheep"})]) == Profile()
    assert misfits([event("dreamt", {"of": "sheep"})]) == ()


def test_an_older_roadmap_stands_in_for_one_that_cannot_be_read() -> None:
    good = told(changes.spent(DAY, "a", 1.0), changes.roadmap_adopted(ROADMAP))
    bad = event("roadmap-adopted", {"made_on": "2026-11-23"}, seq=3, lam=3)

    profile = replay([*good, bad])

    assert (profile.roadmap, profile.spent_before_roadmap) == (ROADMAP, 1)
    assert [misfit.reason for misfit in misfits([*good, bad])] == [
        "Roadmap needs 'starts_on'"
    ]


def test_a_roadmap_of_an_older_program_is_still_read() -> None:
    data = dict(changes.roadmap_adopted(ROADMAP).data)
    data["sessions"] = [without(each, "at") for each in data["sessions"]]
    times = ("longest_session", "starts_at", "time_zone")
    calendars = ("ends_at", "fill", "margin", "meetings")
    week = without(data["limits"]["availability"], *times, *calendars)
    week["breaks"] = [without(each, "source") for each in week["breaks"]]
    newer = ("holidays", "busy", "buffer_days", "has_deadline")
    data["limits"] = without(data["limits"], *newer) | {"availability": week}

    assert replay([event("roadmap-adopted", data)]).roadmap == ROADMAP


def test_times_of_a_roadmap_come_back_from_the_journal() -> None:
    seven = (time(7, 30), *[None] * 6)
    week = replace(
        ROADMAP.limits.availability,
        longest_session=1.5,
        starts_at=seven,
        time_zone="Europe/Berlin",
    )
    timed = replace(
        ROADMAP,
        sessions=(replace(ROADMAP.sessions[0], at=time(7, 30)),),
        limits=replace(
            ROADMAP.limits, availability=week, holidays="DE", buffer_days=14
        ),
    )

    assert replay(told(changes.roadmap_adopted(timed))).roadmap == timed


def without(data: Any, *keys: str) -> dict[str, Any]:
    """Return a copy of plain data that never had these keys; each must be there."""
    copy = dict(data)
    for key in keys:
        del copy[key]
    return copy


def with_change(data: Any, *path: Any, value: Any) -> Any:
    """Return a copy of plain data in which the value at `path` is another one."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = with_change(data[path[0]], *path[1:], value=value)
    return copy


ADOPTED = changes.roadmap_adopted(ROADMAP).data
RATED = changes.rated(rating("writing")).data
SPENT = changes.spent(DAY, "a", 1.0).data
LEFT = changes.question_left(QUESTION).data
RECALLED = changes.question_recalled(
    QUESTION.id, Recall(on=LATER, grade=Grade.GOOD), LATER
).data
PAUSED = changes.paused(pause(DAY, LATER)).data
STARTED = changes.assessment_started(["a"], DAY).data


@pytest.mark.parametrize(
    ("type_", "data"),
    [
        ("rated", {}),
        ("rated", with_change(RATED, "level", value=11)),
        ("rated", with_change(RATED, "level", value=-1)),
        ("rated", with_change(RATED, "level", value=True)),
        ("rated", with_change(RATED, "level", value="3")),
        ("rated", with_change(RATED, "importance", value=0)),
        ("rated", with_change(RATED, "importance", value=4)),
        ("rated", with_change(RATED, "confidence", value="utter")),
        ("rated", with_change(RATED, "rated_on", value="2026-02-30")),
        ("rated", with_change(RATED, "rated_on", value=20261123)),
        ("rated", with_change(RATED, "rater", value="Bo")),
        ("rated", with_change(RATED, "rater", "kind", value=["self"])),
        ("assessment-started", with_change(STARTED, "skills", value="writing")),
        ("assessment-started", with_change(STARTED, "skills", value=[1])),
        ("assessment-started", with_change(STARTED, "on", value=None)),
        ("question-left", with_change(LEFT, "next_on", value="soon")),
        ("question-left", without(LEFT, "text")),
        ("question-recalled", with_change(RECALLED, "grade", value="fine")),
        ("question-recalled", with_change(RECALLED, "id", value=7)),
        ("question-removed", {"on": "2026-11-23"}),
        ("assessment-skipped", {"skill": None}),
        ("role-chosen", {"role": "pm"}),
        ("role-chosen", {"role": {}, "contexts": []}),
        ("target-set", {"skill": "writing", "level": 2.5}),
        ("target-set", {"skill": "writing", "level": 11}),
        ("target-set", {"level": 3}),
        ("checked-in", {"on": "tomorrow", "note": "", "key": None}),
        ("checked-in", {"on": "2026-11-23", "note": 7, "key": None}),
        ("checked-in", {"on": "2026-11-23", "note": "", "key": ["a"]}),
        ("spent", with_change(SPENT, "hours", value=-1)),
        ("spent", with_change(SPENT, "hours", value=float("inf"))),
        ("spent", with_change(SPENT, "hours", value="2")),
        ("spent", with_change(SPENT, "item", value=["a"])),
        ("finished", {"item": "a"}),
        ("dropped", {"on": "2026-11-23", "item": "a", "reason": 1}),
        ("evidence", {"on": "2026-11-23", "skill": "a", "text": None}),
        ("paused", {"first": "2026-11-23"}),
        ("paused", {"first": "2026-11-23", "last": "2026-11-22"}),
        ("paused", with_change(PAUSED, "label", value=1)),
        ("paused", with_change(PAUSED, "source", value="whim")),
        ("resumed", {}),
        ("resumed", {"on": "soon"}),
        ("roadmap-adopted", {}),
        ("roadmap-adopted", with_change(ADOPTED, "items", value={})),
        ("roadmap-adopted", with_change(ADOPTED, "items", 0, "hours", value=1e999)),
        (
            "roadmap-adopted",
            with_change(ADOPTED, "items", 0, "closes", 0, "to", value=11),
        ),
        (
            "roadmap-adopted",
            with_change(ADOPTED, "items", 0, "closes", 0, "from", value=3),
        ),
        ("roadmap-adopted", with_change(ADOPTED, "sessions", 0, "hours", value=-1.0)),
        ("roadmap-adopted", with_change(ADOPTED, "limits", "budget", value="much")),
        ("roadmap-adopted", with_change(ADOPTED, "sessions", 0, "at", value="noon")),
    ],
)
def test_data_that_does_not_fit_is_left_out_and_told(type_: str, data: Any) -> None:
    odd = event(type_, data)

    assert replay([odd]) == Profile()
    assert [misfit.event for misfit in misfits([odd])] == [odd]


def test_misfits_are_told_in_order() -> None:
    odd: Iterable[Event] = [
        event(type_, {}, seq=seq, lam=seq)
        for seq, type_ in enumerate(["roadmap-adopted", "rated", "spent"], 1)
    ]

    assert [(misfit.event.seq, misfit.reason) for misfit in misfits(odd)] == [
        (1, "Roadmap needs 'made_on'"),
        (2, "Rating needs 'skill'"),
        (3, "Spent needs 'on'"),
    ]
