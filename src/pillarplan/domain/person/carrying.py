"""A person's record in the words of a newer knowledge base."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pillarplan.domain.knowledge.succession import Succession, Successors
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rating
from pillarplan.domain.person.work import Ended


def carried_over(profile: Profile, succession: Succession) -> Profile:
    """Return a profile in which what was said of an entry counts for its successors.

    A skill with one successor hands it all it has.  Where a skill was divided, each
    part starts from its level, unsure; that it does not apply is asked anew.  What was
    said of a successor itself always comes first.  Nothing is taken away, so that the
    past can still be told in its own words.
    """
    skills = succession.skills
    return replace(
        profile,
        ratings=tuple(_ratings(profile.ratings, skills)),
        targets=_handed_on(profile.targets, skills) | dict(profile.targets),
        weighed=_weights(profile, skills),
        done=tuple(_done(profile, succession.items)),
    )


def _ratings(ratings: Iterable[Rating], successors: Successors) -> Iterator[Rating]:
    """Yield all ratings, each followed by what it says of the successors."""
    ratings = tuple(ratings)
    rated = {(each.rater, each.skill) for each in ratings}
    for rating in ratings:
        yield rating
        heirs = successors.get(rating.skill, ())
        for skill in heirs:
            if (rating.rater, skill) in rated:
                continue
            if len(heirs) == 1:
                yield replace(rating, skill=skill)
            elif rating.level is not None:
                yield replace(rating, skill=skill, confidence=Confidence.LOW)


def _weights(profile: Profile, successors: Successors) -> dict[str, int]:
    """Return how much skills matter apart from their ratings."""
    said = profile.importance
    handed_on = _handed_on(said, successors)
    new = {skill: each for skill, each in handed_on.items() if skill not in said}
    return new | dict(profile.weighed)


def _done(profile: Profile, successors: Successors) -> Iterator[Ended]:
    """Yield what was finished, each followed by the items that took its place."""
    for ended in profile.done:
        yield ended
        for item in successors.get(ended.item, ()):
            if item not in profile.finished:
                yield replace(ended, item=item)


def _handed_on(values: Mapping[str, int], successors: Successors) -> dict[str, int]:
    return {
        heir: value
        for skill, value in values.items()
        for heir in successors.get(skill, ())
    }
