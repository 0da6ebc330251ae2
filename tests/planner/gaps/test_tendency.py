"""How a person rates themselves against others: a mean of differences, with care."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pillarplan.domain.person.rating import MYSELF, Rater, RaterKind, Rating
from pillarplan.domain.person.tendency import Tendency
from pillarplan.planner.gaps.tendency import find_tendencies

SEPTEMBER = date(2026, 9, 1)
DECEMBER = date(2026, 12, 1)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)
KIM = Rater(name="Kim", kind=RaterKind.PEER)
PILLARS = {"a": "soft", "b": "soft", "c": "soft", "x": "business"}
NAMES = {"soft": "Soft skills", "business": "Business acumen"}


def rating(
    skill: str, level: int | None, rater: Rater = MYSELF, on: date = SEPTEMBER
) -> Rating:
    return Rating(skill=skill, level=level, rated_on=on, rater=rater)


OWN = tuple(rating(skill, 3) for skill in "abc")
SIX = tuple(
    rating(skill, 2, rater, on)
    for rater, on in ((DANA, SEPTEMBER), (KIM, DECEMBER))
    for skill in "abc"
)
"""The least that is enough: six ratings by two people in two rounds."""


def find(*ratings: Rating) -> tuple[Tendency, ...]:
    return find_tendencies(ratings, PILLARS, NAMES)


def test_who_rates_themselves_a_level_higher_is_told_with_the_evidence() -> None:
    assert find(*OWN, *SIX) == (
        Tendency(
            pillar="soft",
            name="Soft skills",
            mean=1.0,
            levels=0.6,
            ratings=6,
            raters=2,
            rounds=2,
        ),
    )


def test_with_one_rating_one_person_or_one_round_less_nothing_is_said() -> None:
    one_person = [replace(each, rater=DANA) for each in SIX]
    one_round = [
        replace(each, rated_on=SEPTEMBER + timedelta(days=21 * (each.rater == KIM)))
        for each in SIX
    ]

    assert find(*OWN, *SIX[:-1]) == ()
    assert find(*OWN, *one_person) == ()
    assert find(*OWN, *one_round) == ()
    assert find(*OWN[:-1], *SIX) == ()


def test_the_level_that_was_in_force_on_the_day_counts() -> None:
    later = [rating(skill, 5, on=DECEMBER + timedelta(days=1)) for skill in "abc"]
    between = [rating(skill, 2, on=date(2026, 10, 1)) for skill in "abc"]

    assert find(*later, *OWN, *SIX) == find(*OWN, *SIX)
    assert [each.mean for each in find(*between, *OWN, *SIX)] == [0.5]


def test_what_somebody_corrects_in_the_same_round_counts_once() -> None:
    again = rating("a", 3, KIM, DECEMBER + timedelta(days=3))

    (tendency,) = find(*OWN, *SIX, again)

    assert (tendency.ratings, tendency.mean) == (6, round(5 / 6, 2))
    gone = rating("a", None, KIM, DECEMBER + timedelta(days=3))
    assert find(*OWN, *SIX, gone) == ()


def test_what_does_not_apply_to_either_is_no_difference() -> None:
    assert find(rating("a", None), *OWN[1:], *SIX) == ()


levels = st.integers(0, 5)
ratings = st.lists(
    st.builds(
        rating,
        st.sampled_from("abcx"),
        levels | st.none(),
        st.sampled_from((MYSELF, MYSELF, DANA, KIM, Rater(name="Lu", kind=DANA.kind))),
        st.integers(0, 200).map(lambda days: SEPTEMBER + timedelta(days=days)),
    ),
    max_size=60,
)


@given(ratings)
def test_the_hint_is_never_larger_than_the_mean(given_ratings: list[Rating]) -> None:
    for each in find(*OWN, *given_ratings):
        assert abs(each.levels) <= abs(each.mean) <= 5
        assert each.levels * each.mean >= 0
        assert each.ratings >= 6
        assert min(each.raters, each.rounds) >= 2


@given(ratings)
def test_who_turns_all_levels_round_turns_the_hint_round(
    given_ratings: list[Rating],
) -> None:
    def turned(each: Rating) -> Rating:
        return replace(each, level=None if each.level is None else 5 - each.level)

    before = find(*given_ratings)

    assert find(*map(turned, given_ratings)) == tuple(
        replace(each, mean=-each.mean, levels=-each.levels) for each in before
    )


@given(ratings)
def test_other_pillars_do_not_matter(given_ratings: list[Rating]) -> None:
    soft = [each for each in given_ratings if each.skill != "x"]

    assert _of("soft", find(*given_ratings)) == _of("soft", find(*soft))


def _of(pillar: str, found: Sequence[Tendency]) -> list[Tendency]:
    return [each for each in found if each.pillar == pillar]
