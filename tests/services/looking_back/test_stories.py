"""Evidence as stories, and levels that rose, for any record."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pillarplan.domain.person.debrief import Account, Debrief
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.domain.person.work import Evidence
from pillarplan.services.looking_back.lookback import Lookback
from pillarplan.services.looking_back.stories import find_rises, find_stories
from tests.laws import examples
from tests.worlds import MONDAY, On

LAST = MONDAY + timedelta(days=30)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)

days = st.integers(-20, 40).map(lambda number: MONDAY + timedelta(days=number))
skills = st.sampled_from(("negotiation", "security", "lost"))
lines = st.sampled_from(("Cut scope", "Said no", "Wrote it down"))

profiles = st.builds(
    Profile,
    ratings=st.lists(
        st.builds(
            Rating,
            skill=skills,
            level=st.integers(0, 5) | st.none(),
            rated_on=days,
            rater=st.sampled_from((MYSELF, MYSELF, DANA)),
            evidence=lines | st.none(),
        ),
        max_size=8,
    ).map(tuple),
    evidence=st.lists(
        st.builds(Evidence, on=days, skill=skills, text=lines), max_size=8
    ).map(tuple),
    debriefs=st.lists(
        st.builds(
            Debrief,
            on=days,
            item=st.just("some-practice"),
            skills=st.lists(skills, max_size=2, unique=True).map(tuple),
            account=st.builds(Account, happened=lines | st.just("")),
        ),
        max_size=3,
    ).map(tuple),
)

over_any_record = settings(
    max_examples=examples(150),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""The fixture only reads, so that examples may share it."""


def look_back(on: On, profile: Profile) -> Lookback:
    return Lookback(
        knowledge=on(MONDAY).knowledge,
        profile=profile,
        roadmaps=(),
        targets={"negotiation": 3},
        since=MONDAY,
        until=LAST,
    )


@over_any_record
@given(profiles)
def test_all_evidence_is_in_one_story_but_for_first_words(
    on: On, profile: Profile
) -> None:
    stories = find_stories(look_back(on, profile))

    told = Counter(shown for story in stories for shown in story.actions)
    accounts = Counter(
        (told.on, story.skill, told.account.happened)
        for story in stories
        for told in story.debriefs
    )
    first = {
        (each.skill, each.rated_on, each.evidence)
        for each in sorted(profile.ratings, key=lambda each: each.rated_on)
        if each.rater == MYSELF and each.evidence
    }
    for each in profile.own_evidence:
        is_due = MONDAY <= each.on <= LAST
        is_told = (each.on, each.skill, each.text) in accounts
        if is_due and not is_told and (each.skill, each.on, each.text) not in first:
            assert told[each] == 1
        assert told[each] <= (is_due and not is_told)
    for debrief in profile.debriefs:
        is_due = MONDAY <= debrief.on <= LAST and bool(debrief.skills)
        assert is_due == any(debrief in story.debriefs for story in stories)


@over_any_record
@given(profiles)
def test_a_result_is_a_level_of_the_time_and_not_before_the_deed(
    on: On, profile: Profile
) -> None:
    for story in find_stories(look_back(on, profile)):
        assert (story.result is None) == (story.result_on is None)
        if story.result_on is not None:
            days = [each.on for each in story.actions]
            days += [each.on for each in story.debriefs]
            assert max(days) <= story.result_on <= LAST


@over_any_record
@given(profiles)
def test_only_what_ends_higher_than_it_began_has_risen(
    on: On, profile: Profile
) -> None:
    for rise in find_rises(look_back(on, profile)):
        *_, last = (
            each
            for each in sorted(profile.ratings, key=lambda each: each.rated_on)
            if each.rater == MYSELF
            and each.skill == rise.skill
            and each.level is not None
            and each.rated_on <= LAST
        )
        assert rise.before < rise.after == last.level
        assert MONDAY <= rise.on <= LAST
