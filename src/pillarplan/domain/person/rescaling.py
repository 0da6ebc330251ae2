"""A person's record on the scale, and in the words, of another edition."""

from collections.abc import Iterator
from dataclasses import replace

from pillarplan.domain.knowledge.edition import BUILTIN, BaseEdition
from pillarplan.domain.knowledge.step import Span
from pillarplan.domain.person.carrying import carried_over
from pillarplan.domain.person.profile import Profile
from pillarplan.domain.person.rating import Confidence, Rating
from pillarplan.domain.person.work import Ended


def in_words_of(edition: BaseEdition, profile: Profile) -> Profile:
    """Return a record as it counts for an edition of a knowledge base.

    What was said on another scale is put on this one: as the base says, or else as far
    up, unsure.  So is what was rated by another base that has the same ids.
    """
    if profile.is_carried_over:
        return profile
    if edition.words:  # else the base could not be read, and has no word to say
        tops = profile.target_tops
        targets = profile.targets.items()
        profile = replace(
            profile,
            ratings=tuple(_fitted(edition, each) for each in profile.ratings),
            targets={s: edition.level_of(n, tops.get(s)) for s, n in targets},
            target_tops=dict.fromkeys(profile.targets, edition.top),
            done=tuple(_counting(edition, each) for each in profile.done),
        )
    carried = carried_over(profile, edition.succession)
    return replace(carried, is_carried_over=True)


def _fitted(edition: BaseEdition, rating: Rating) -> Rating:
    """Return a rating on the present scale, unsure unless it is known to fit."""
    base, top = rating.base or BUILTIN, rating.top
    if base == edition.base and edition.is_of(top):
        return rating
    level, sure = rating.level, base == edition.base and edition.translates(top)
    return replace(
        rating,
        level=None if level is None else edition.level_of(level, top),
        confidence=rating.confidence if sure else Confidence.LOW,
        base=edition.base,
        top=edition.top,
    )


def _counting(edition: BaseEdition, ended: Ended) -> Ended:
    """Return something finished with the steps that it was for on the present scale."""
    meant = ended.meant
    if meant is None or edition.is_of(meant.top):
        return ended
    spans = tuple(_steps(edition, meant.closes, meant.top))
    return replace(ended, meant=replace(meant, closes=spans, top=edition.top))


def _steps(
    edition: BaseEdition, spans: tuple[Span, ...], top: int | None
) -> Iterator[Span]:
    """Yield where steps lead now; one of several that became one counts for it."""
    for span in spans:
        reached = edition.level_of(span.to, top)
        if reached:
            begun = min(edition.level_of(span.from_, top), reached - 1)
            yield replace(span, from_=begun, to=reached)
