"""What a person's record says at a glance."""

from datetime import date

from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Rater, RaterKind, Rating

MONDAY = date(2026, 11, 23)
DANA = Rater(name="Dana", kind=RaterKind.MANAGER)


def test_only_the_person_says_how_much_a_skill_matters_to_them() -> None:
    own = Rating(skill="negotiation", level=1, importance=3, rated_on=MONDAY)
    hers = Rating(
        skill="negotiation", level=2, importance=1, rated_on=MONDAY, rater=DANA
    )

    assert Profile(ratings=(own, hers)).importance == {"negotiation": 3}
    assert Profile(ratings=(hers,)).importance == {}


def test_what_was_weighed_later_counts_more_than_what_came_with_a_rating() -> None:
    own = Rating(skill="negotiation", level=1, importance=3, rated_on=MONDAY)

    profile = Profile(ratings=(own,), weighed={"negotiation": 1})

    assert profile.importance == {"negotiation": 1}
