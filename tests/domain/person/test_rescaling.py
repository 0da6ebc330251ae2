"""What was told on another scale, or by another base, is put on the present one."""

from datetime import date

from pillarplan.domain.knowledge.edition import BaseEdition
from pillarplan.domain.knowledge.step import Span, Step
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rating
from pillarplan.domain.person.rescaling import in_words_of
from pillarplan.domain.person.work import Ended, WhatItWas

DAY = date(2026, 11, 26)
WORDS = {"pricing": "1a2b3c4d"}
THREE = BaseEdition(base="ladder", top=3, words=WORDS)
TRANSLATED = BaseEdition(
    base="ladder", top=3, words=WORDS, scale_was=((0, 1, 1, 2, 3, 3), (0, 2, 3))
)


def rating(level: int | None, base: str | None = "ladder", top: int = 5) -> Rating:
    return Rating(skill="pricing", level=level, rated_on=DAY, base=base, top=top)


def counts(edition: BaseEdition, told: Rating) -> tuple[int | None, Confidence | None]:
    known = in_words_of(edition, Profile(ratings=(told,))).own_ratings["pricing"]
    return known.level, known.confidence


def test_a_level_of_an_earlier_scale_is_what_the_base_says_it_is_now() -> None:
    assert [counts(TRANSLATED, rating(n)) for n in range(6)] == [
        (level, None) for level in (0, 1, 1, 2, 3, 3)
    ]
    assert counts(TRANSLATED, rating(1, top=2)) == (2, None)
    assert counts(TRANSLATED, rating(None)) == (None, None)


def test_a_level_that_nobody_translates_is_as_far_up_and_unsure() -> None:
    assert [counts(THREE, rating(n)) for n in range(6)] == [
        (level, Confidence.LOW) for level in (0, 0, 1, 1, 2, 3)
    ]
    assert counts(TRANSLATED, rating(4, top=6)) == (2, Confidence.LOW)


def test_what_another_base_says_of_the_same_id_is_unsure() -> None:
    assert counts(THREE, rating(2, base="other", top=3)) == (2, Confidence.LOW)
    assert counts(THREE, rating(2, base=None, top=3)) == (2, Confidence.LOW)


def test_what_was_told_by_this_very_scale_stays_as_it_is() -> None:
    assert counts(THREE, rating(2, top=3)) == (2, None)


def test_targets_and_finished_steps_move_with_the_scale() -> None:
    meant = WhatItWas(
        kind="practice",
        title="It",
        hours=1,
        closes=(Span(skill="pricing", from_=1, to=2),),
    )
    profile = Profile(
        targets={"pricing": 4, "far": 2},
        target_tops={"far": 3},
        done=(Ended(on=DAY, item="it", meant=meant),),
    )

    known = in_words_of(TRANSLATED, profile)

    assert known.targets == {"pricing": 3, "far": 2}
    assert known.practised == {Step("pricing", 1)}


def test_a_record_beside_a_base_that_cannot_be_read_stays_as_it_is() -> None:
    told = rating(4)

    assert counts(BaseEdition(base="nothing"), told) == (4, None)
