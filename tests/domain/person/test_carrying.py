"""What was said of an entry that is gone counts for those that took its place."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.domain.knowledge.succession import Succession
from pillarplan.domain.person.carrying import carried_over
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.domain.person.work import Ended, Evidence, Spent, WhatItWas

DAY = date(2026, 11, 26)
DIVIDED = Succession(skills={"old": ("left", "right")})
JOINED = Succession(skills={"left": ("whole",), "right": ("whole",)})
RENAMED = Succession(skills={"old": ("new",)}, items={"old-book": ("new-book",)})
DANA = Rater(name="Dana", kind=RaterKind.PEER)

OLD = ("old", "older", "oldest")
NEW = ("new", "left", "right")


def rating(skill: str, level: int | None, **more: object) -> Rating:
    return Rating(skill=skill, level=level, rated_on=DAY, **more)  # type: ignore[arg-type]


def test_a_divided_skill_hands_its_level_to_both_parts_unsure() -> None:
    sure = rating("old", 3, confidence=Confidence.HIGH)

    own = carried_over(Profile(ratings=(sure,)), DIVIDED).own_ratings

    unsure = {s: rating(s, 3, confidence=Confidence.LOW) for s in DIVIDED.skills["old"]}
    assert own == {"old": sure, **unsure}


def test_a_skill_with_another_name_hands_over_all_as_it_is() -> None:
    said = rating("old", None, confidence=Confidence.HIGH, importance=3)
    profile = Profile(ratings=(said,), targets={"old": 4}, weighed={"old": 1})

    carried = carried_over(profile, RENAMED)

    assert carried.own_ratings["new"] == rating(
        "new", None, confidence=Confidence.HIGH, importance=3
    )
    assert carried.targets["new"] == 4
    assert carried.importance["new"] == 1


def test_that_a_divided_skill_does_not_apply_is_asked_anew() -> None:
    profile = Profile(ratings=(rating("old", None),), targets={"old": 4})

    carried = carried_over(profile, DIVIDED)

    assert carried.not_applicable == {"old"}
    assert carried.targets == {"old": 4, "left": 4, "right": 4}


def test_what_others_said_is_handed_over_apart_from_ones_own() -> None:
    theirs = rating("old", 2, rater=DANA)
    profile = Profile(ratings=(rating("new", 4), theirs))

    carried = carried_over(profile, RENAMED)

    assert carried.own_ratings == profile.own_ratings
    assert [each.level for each in carried.ratings if each.rater == DANA] == [2, 2]


def test_a_finished_item_counts_for_what_took_its_place_and_nothing_else() -> None:
    profile = Profile(done=(Ended(on=DAY, item="old-book"), Ended(on=DAY, item="x")))

    carried = carried_over(profile, RENAMED)

    assert carried.finished == {"old-book", "new-book", "x"}
    assert carried_over(profile, DIVIDED) == profile


def test_where_several_became_one_the_lowest_of_their_last_levels_counts_unsure() -> (
    None
):
    day = date(2026, 12, 1)
    said = (
        rating("left", 4, confidence=Confidence.HIGH),
        rating("right", 1),
        replace(rating("right", 2), rated_on=day),
    )
    profile = Profile(ratings=said, targets={"left": 3, "right": 5, "far": 1})

    carried = carried_over(profile, JOINED)

    assert carried.own_ratings["whole"] == Rating(
        skill="whole", level=2, rated_on=day, confidence=Confidence.LOW
    )
    assert carried.targets == {"left": 3, "right": 5, "far": 1, "whole": 5}


def test_of_several_that_became_one_what_does_not_apply_says_least() -> None:
    both = Profile(ratings=(rating("left", None), rating("right", 3)))
    neither = Profile(ratings=(rating("left", None), rating("right", None)))

    assert carried_over(both, JOINED).own_ratings["whole"].level == 3
    assert carried_over(neither, JOINED).not_applicable == {"left", "right", "whole"}


def test_only_one_of_two_rated_starts_the_whole_unsure() -> None:
    carried = carried_over(Profile(ratings=(rating("left", 4),)), JOINED)

    assert carried.own_ratings["whole"] == rating("whole", 4, confidence=Confidence.LOW)


def test_evidence_and_finished_steps_count_for_the_successors_too() -> None:
    line = Evidence(on=DAY, skill="old", text="Did it.")
    meant = WhatItWas(
        kind="practice", title="It", hours=2, closes=(Span(skill="old", from_=1, to=2),)
    )
    profile = Profile(evidence=(line,), done=(Ended(on=DAY, item="it", meant=meant),))

    carried = carried_over(profile, DIVIDED)

    assert [each.skill for each in carried.own_evidence] == ["old", "left", "right"]
    assert carried.practised == {Step("old", 2), Step("left", 2), Step("right", 2)}


def test_hours_and_what_was_dropped_count_for_the_item_in_its_place() -> None:
    profile = Profile(
        spent=(
            Spent(on=DAY, item="old-book", hours=2),
            Spent(on=DAY, item="x", hours=1),
        ),
        spent_before_roadmap=1,
        dropped=(Ended(on=DAY, item="old-book"), Ended(on=DAY, item="y")),
        dropped_before_roadmap=1,
    )

    carried = carried_over(profile, RENAMED)

    assert carried.hours_spent == {"old-book": 2, "new-book": 2, "x": 1}
    assert carried.spent_since_roadmap == profile.spent_since_roadmap
    assert carried.dropped[carried.dropped_before_roadmap :] == profile.dropped[1:]


def test_whether_something_was_finished_after_a_rating_stays_as_it_was() -> None:
    early, late = rating("old", 2), rating("old", 3)
    ended = Ended(on=DAY, item="x", ratings_before=1)
    profile = Profile(ratings=(early, late), done=(ended,))

    (carried,) = carried_over(profile, RENAMED).done

    whole = carried_over(profile, RENAMED)
    assert whole.is_since(carried, early)
    assert not whole.is_since(carried, late)


def test_a_role_goes_on_as_the_one_in_its_place() -> None:
    succession = Succession(roles={"pm": ("product-manager", "owner")})

    assert carried_over(Profile(role="pm"), succession).role == "product-manager"
    assert carried_over(Profile(), succession).role is None


levels = st.none() | st.integers(0, 5)
raters = st.sampled_from([Rater(), DANA])
ratings = st.builds(
    rating,
    st.sampled_from(OLD + NEW),
    levels,
    rater=raters,
    confidence=st.sampled_from([None, *Confidence]),
    importance=st.none() | st.integers(1, 3),
)
values = st.dictionaries(st.sampled_from(OLD + NEW), st.integers(1, 3))
heirs = st.lists(st.sampled_from(NEW), min_size=1, unique=True).map(tuple)
successions = st.builds(
    Succession,
    skills=st.dictionaries(st.sampled_from(OLD), heirs),
    items=st.dictionaries(st.sampled_from(OLD), heirs),
)
profiles = st.builds(
    Profile,
    ratings=st.lists(ratings, max_size=6).map(tuple),
    targets=values,
    weighed=values,
    done=st.lists(
        st.builds(Ended, on=st.just(DAY), item=st.sampled_from(OLD + NEW)), max_size=4
    ).map(tuple),
    evidence=st.lists(
        st.builds(
            Evidence,
            on=st.just(DAY),
            skill=st.sampled_from(OLD + NEW),
            text=st.just("Did it."),
        ),
        max_size=3,
    ).map(tuple),
    spent=st.lists(
        st.builds(
            Spent, on=st.just(DAY), item=st.sampled_from(OLD + NEW), hours=st.just(1.0)
        ),
        max_size=3,
    ).map(tuple),
)


@given(profiles, successions)
def test_nothing_is_lost_nothing_said_is_overruled_and_twice_is_once(
    profile: Profile, succession: Succession
) -> None:
    carried = carried_over(profile, succession)

    rest = iter(carried.ratings)
    assert all(each in rest for each in profile.ratings)
    assert {**carried.own_ratings, **profile.own_ratings} == carried.own_ratings
    assert {**carried.targets, **profile.targets} == carried.targets
    assert {**carried.importance, **profile.importance} == carried.importance
    assert profile.finished <= carried.finished
    assert set(profile.evidence) <= set(carried.evidence)
    assert set(profile.spent) <= set(carried.spent)
    assert carried_over(carried, succession) == carried


@given(profiles, successions)
def test_every_successor_of_a_rated_skill_starts_from_a_level_that_was_given(
    profile: Profile, succession: Succession
) -> None:
    before, own = profile.own_ratings, carried_over(profile, succession).own_ratings
    for old, skills in succession.skills.items():
        was = [
            each.level for each in profile.ratings if each.is_own and each.skill == old
        ]
        if old in before and any(level is not None for level in was):
            assert set(skills) <= own.keys()
    for skill in own.keys() - before.keys():
        givers = [old for old, new in succession.skills.items() if skill in new]
        assert own[skill].level in {
            each.level for each in profile.ratings if each.skill in givers
        }
