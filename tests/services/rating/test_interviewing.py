"""The interview as a session: every answer is on disk before the next question."""

import pytest

from pillarplan.domain.person.rating import MYSELF, Confidence, Rater, RaterKind
from pillarplan.services.looking_back.entries import amend, list_entries
from pillarplan.services.rating.interviewing import Interview, begin_interview
from tests.worlds import MONDAY, On, after

SKILLS = ("negotiation", "ux", "writing")
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def asked(interview: Interview) -> str | None:
    return interview.question.skill.id if interview.question else None


def test_levels_come_first_and_then_what_matters(on: On) -> None:
    interview, resumed = begin_interview(on(MONDAY), SKILLS)

    assert not resumed
    assert [interview.total, asked(interview)] == [3, "negotiation"]
    interview.rate(1, Confidence.HIGH, "Lost the scope talk")
    interview.rate(None)
    interview.skip()

    assert interview.question is None
    assert [
        (each.skill, each.level, each.importance) for each in interview.weights
    ] == [("negotiation", 1, 2)]
    interview.weigh("negotiation", 3)
    assert [each.importance for each in interview.weights] == [3]
    pending = on(MONDAY).profile().assessment
    assert pending is not None
    assert pending.is_pending
    interview.finish()

    profile = on(MONDAY).profile()
    assert profile.assessment is not None
    assert not profile.assessment.is_pending
    assert {name: each.level for name, each in profile.own_ratings.items()} == {
        "negotiation": 1,
        "ux": None,
    }
    assert profile.importance == {"negotiation": 3}
    first = profile.own_ratings["negotiation"]
    assert (first.confidence, first.evidence) == (
        Confidence.HIGH,
        "Lost the scope talk",
    )


@pytest.mark.parametrize(("days", "resumes"), [(0, True), (30, True), (31, False)])
def test_what_was_left_goes_on_for_thirty_days(
    on: On, days: int, resumes: bool
) -> None:
    begin_interview(on(MONDAY), SKILLS)[0].rate(1)

    interview, resumed = begin_interview(on(after(days)), SKILLS)

    assert resumed is resumes
    assert asked(interview) == ("ux" if resumes else "negotiation")


def test_only_skills_that_one_chooses_or_anew_begin_another_round(on: On) -> None:
    begin_interview(on(MONDAY), SKILLS)[0].rate(1)

    others = begin_interview(on(MONDAY), ("pricing",))
    assert (others[1], others[0].total) == (True, 3)
    anew = begin_interview(on(MONDAY), SKILLS, anew=True)
    assert (anew[1], asked(anew[0])) == (False, "negotiation")
    chosen = begin_interview(on(MONDAY), ("pricing",), chosen=True)
    assert (chosen[1], asked(chosen[0])) == (False, "pricing")


def test_undo_goes_back_to_the_first_answer_even_after_a_stop(on: On) -> None:
    interview, _ = begin_interview(on(MONDAY), SKILLS)
    interview.rate(1)
    interview.skip()

    resumed, _ = begin_interview(on(after(1)), SKILLS)
    assert asked(resumed) == "writing"
    assert (resumed.undo(), asked(resumed)) == (True, "ux")
    assert (resumed.undo(), asked(resumed)) == (True, "negotiation")
    assert resumed.question is not None
    assert resumed.question.taken_back == 1
    assert not resumed.undo()

    assert on(after(1)).profile().own_ratings == {}
    resumed.rate(2)
    assert on(after(1)).profile().own_ratings["negotiation"].level == 2


def test_earlier_levels_are_shown_only_if_asked_for(on: On) -> None:
    first, _ = begin_interview(on(MONDAY), SKILLS)
    for level in (1, 2, 3):
        first.rate(level)
    first.finish()

    def last(*, show: bool) -> int | None:
        later = on(after(90))
        interview, _ = begin_interview(later, SKILLS, anew=True, show_last=show)
        assert interview.question is not None
        return interview.question.last

    assert (last(show=False), last(show=True)) == (None, 1)


@pytest.mark.parametrize(("skills", "rater"), [(SKILLS, DANA), (SKILLS[:1], MYSELF)])
def test_others_and_who_rates_one_skill_are_not_asked_what_matters(
    on: On, skills: tuple[str, ...], rater: Rater
) -> None:
    interview, _ = begin_interview(on(MONDAY), skills, rater)
    for _skill in skills:
        interview.rate(3)

    assert interview.weights == ()
    latest = on(MONDAY).profile().assessment_of(rater)
    assert latest is not None
    assert not latest.is_pending
    events = on(MONDAY).journal.read().events
    interview.finish()
    assert on(MONDAY).journal.read().events == events


def test_two_raters_have_a_round_each(on: On) -> None:
    begin_interview(on(MONDAY), SKILLS)[0].rate(1)

    hers, resumed = begin_interview(on(MONDAY), SKILLS, DANA)
    hers.rate(4)

    assert not resumed
    assert asked(begin_interview(on(MONDAY), SKILLS)[0]) == "ux"
    assert on(MONDAY).profile().own_ratings["negotiation"].level == 1


def test_an_answer_that_was_withdrawn_is_asked_again_and_not_taken_back_twice(
    on: On,
) -> None:
    interview, _ = begin_interview(on(MONDAY), SKILLS)
    interview.rate(1)
    interview.rate(2)
    (_, second) = list_entries(on(MONDAY)).entries
    amend(on(MONDAY), second.id, None)

    resumed, _ = begin_interview(on(MONDAY), SKILLS)

    assert asked(resumed) == "ux"
    assert (resumed.undo(), asked(resumed)) == (True, "negotiation")


def test_what_one_was_unsure_of_is_asked_first_the_next_time(on: On) -> None:
    interview, _ = begin_interview(on(MONDAY), SKILLS)
    for confidence in (Confidence.HIGH, Confidence.LOW, None):
        interview.rate(2, confidence)

    again, _ = begin_interview(on(after(90)), SKILLS, anew=True)

    order = []
    while (name := asked(again)) is not None:
        order.append(name)
        again.rate(2)
    assert order == ["ux", "negotiation", "writing"]
