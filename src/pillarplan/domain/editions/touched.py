"""What of a person's record an edition of the knowledge base touches."""

from collections.abc import Iterator

from pillarplan.domain.editions.difference import EditionDiff, How, Touched
from pillarplan.domain.editions.mentions import Mentions, find_mentions
from pillarplan.domain.knowledge.edition import BUILTIN, BaseEdition
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
    if how_else is None:
        return None
    tops = _tops(profile, said.id)
    is_known = how_else is How.RESCALED and all(map(edition.translates, tops))
    return Touched(said=said, how=how_else, asks=() if is_known else (said.id,))


def _unrated(profile: Profile, skills: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in skills if each not in profile.own_ratings)


def _otherwise(profile: Profile, edition: BaseEdition, said: Mentions) -> How | None:
    """Return in which way a skill that is still there is not what was rated."""
    rating = profile.own_ratings.get(said.id)
    if said.sort is not Lineage.SKILL:
        return None
    if rating and (rating.base or BUILTIN) != edition.base:
        return How.ELSEWHERE
    if not all(map(edition.is_of, _tops(profile, said.id))):
        return How.RESCALED
    if rating and rating.edition not in (None, edition.words[said.id]):
        return How.REWORDED
    return None


def _tops(profile: Profile, skill: str) -> Iterator[int | None]:
    """Yield the tops of the scales on which something was said of a skill."""
    if rating := profile.own_ratings.get(skill):
        yield rating.top
    if skill in profile.targets:
        yield profile.target_tops.get(skill)
    for ended in profile.done:
        if ended.meant and any(span.skill == skill for span in ended.meant.closes):
            yield ended.meant.top


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
    found = [e for e in diff.entries if e.sort is said.sort and ids.intersection(e.old)]
    for each in found:
        new = each.new if each.how is not How.REWORDED else ()
        yield Touched(said=said, how=each.how, new=new)
    is_rescaled = len(diff.scale_before) != len(diff.scale_after)
    if is_rescaled and not found and said.sort is Lineage.SKILL:
        yield Touched(said=said, how=How.RESCALED)
