"""A person's record on the scale, and in the words, of another edition."""

from dataclasses import replace

from pillarplan.domain.knowledge.edition import BUILTIN, BUILTIN_TOP, BaseEdition
from pillarplan.domain.person.carrying import carried_over
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rating


def in_words_of(edition: BaseEdition, profile: Profile) -> Profile:
    """Return a record as it counts for an edition of a knowledge base.

    What was said on another scale, or by another base that has the same ids, is where
    one starts from, unsure.
    """
    if edition.words:  # else the base could not be read, and has no word to say
        ratings = tuple(_fitted(edition, each) for each in profile.ratings)
        profile = replace(profile, ratings=ratings)
    return carried_over(profile, edition.succession)


def _fitted(edition: BaseEdition, rating: Rating) -> Rating:
    """Return a rating on the present scale, unsure if it was not given by this base."""
    base, top = rating.base or BUILTIN, rating.top or BUILTIN_TOP
    if (base, top) == (edition.base, edition.top):
        return rating
    level = rating.level
    if level is not None and top != edition.top:
        level = level * edition.top // top
    return replace(
        rating,
        level=level,
        confidence=Confidence.LOW,
        base=edition.base,
        top=edition.top,
    )
