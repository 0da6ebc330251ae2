"""What of a person's record an edition of the knowledge base touches."""

from collections.abc import Iterator

from pillarplan.domain.editions.difference import EditionDiff, How, Touched
from pillarplan.domain.editions.mentions import Mentions, find_mentions
from pillarplan.domain.knowledge.edition import BUILTIN, BUILTIN_TOP, BaseEdition
from pillarplan.domain.knowledge.succession import Lineage
from pillarplan.domain.person.profile import Profile


def find_touched(profile: Profile, edition: BaseEdition) -> tuple[Touched, ...]:
    """Return what of a record does not count just as it was said, each with its fate.

    The record alone tells, since a rating keeps what it was made on; no earlier edition
    is needed.
    """
    if not edition.words:  # a base that could not be read says nothing of anything
        return ()
    mentions = find_mentions(profile)
    spoken_of = {(each.sort, each.id) for each in mentions}
    return tuple(
        touched
        for each in mentions
        if (touched := _fate(profile, edition, each, spoken_of))
    )


def _fate(
    profile: Profile,
    edition: BaseEdition,
    said: Mentions,
    spoken_of: set[tuple[Lineage, str]],
) -> Touched | None:
    successors = edition.succession.of(said.sort)
    heirs = successors.get(said.id, ())
    asks = _unrated(profile, heirs) if said.ratings else ()
    if len(heirs) > 1:
        return Touched(said=said, how=How.SPLIT, new=heirs, asks=asks)
    if heirs:
        others = sum(heirs[0] in new for new in successors.values())
        joined = others > 1 or (said.sort, heirs[0]) in spoken_of
        if not joined:
            return Touched(said=said, how=How.RENAMED, new=heirs)
        return Touched(said=said, how=How.MERGED, new=heirs, asks=asks)
    if not edition.has(said.sort, said.id):
        return Touched(said=said, how=How.GONE)
    how_else = _otherwise(profile, edition, said)
    return Touched(said=said, how=how_else, asks=(said.id,)) if how_else else None


def _unrated(profile: Profile, skills: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in skills if each not in profile.own_ratings)


def _otherwise(profile: Profile, edition: BaseEdition, said: Mentions) -> How | None:
    """Return in which way a skill that is still there is not what was rated."""
    rating = profile.own_ratings.get(said.id)
    if said.sort is not Lineage.SKILL or rating is None:
        return None
    if (rating.base or BUILTIN) != edition.base:
        return How.ELSEWHERE
    if (rating.top or BUILTIN_TOP) != edition.top:
        return How.RESCALED
    if rating.edition not in (None, edition.words[said.id]):
        return How.REWORDED
    return None


def touched_by(
    diff: EditionDiff, profile: Profile, old: BaseEdition
) -> tuple[Touched, ...]:
    """Return what of a record a step from one edition to the next touches.

    What was said of an id that was gone before is meant by what it counted for.
    """
    return tuple(
        touched
        for said in find_mentions(profile)
        for touched in _by(diff, said, old.with_said(profile.succession))
    )


def _by(diff: EditionDiff, said: Mentions, old: BaseEdition) -> Iterator[Touched]:
    ids = {said.id, *old.succession.of(said.sort).get(said.id, ())}
    for each in diff.entries:
        if each.sort is said.sort and ids.intersection(each.old):
            new = each.new if each.how is not How.REWORDED else ()
            yield Touched(said=said, how=each.how, new=new)
