"""What was said of an entry that is gone counts for those that took its place."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.knowledge.succession import Succession
from pillarplan.domain.person.carrying import carried_over
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rater, RaterKind, Rating
from pillarplan.domain.person.work import Ended

DAY = date(2026, 11, 26)
DIVIDED = Succession(skills={"old": ("left", "right")})
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
