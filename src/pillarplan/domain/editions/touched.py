"""What of a person's record an edition of the knowledge base touches."""

from collections.abc import Iterator, Mapping

from pillarplan.domain.editions.difference import EditionDiff, EntryDiff, How, Touched
from pillarplan.domain.editions.mentions import Mentions, find_mentions
from pillarplan.domain.knowledge.edition import BUILTIN, BaseEdition
from pillarplan.domain.knowledge.succession import Lineage, givers_of
from pillarplan.domain.person.profile import Profile


def find_touched(profile: Profile, edition: BaseEdition) -> tuple[Touched, ...]:
    """Return what of a record does not count just as it was said, each with its fate.

    The record alone tells, since a rating keeps what it was made on; no earlier edition
    is needed.
    """
    if not edition.words:  # a base that could not be read says nothing of anything
        return ()
    mentions = find_mentions(profile)
    fates = _Fates(profile, edition, mentions)
    return tuple(found for said in mentions if (found := fates.of(said)))


class _Fates:
    """What became of what a record speaks of, looked up once for all of it."""

    def __init__(
        self, profile: Profile, edition: BaseEdition, mentions: tuple[Mentions, ...]
    ) -> None:
        self._edition = edition
        self._rated = profile.own_ratings
        self._tops = _tops(profile)
        self._givers = {
            sort: givers_of(edition.succession.of(sort)) for sort in Lineage
        }
        self._spoken_of = {(each.sort, each.id) for each in mentions}

    def of(self, said: Mentions) -> Touched | None:
        """Return the fate of one thing; None if it counts just as it was said."""
        heirs = self._edition.succession.of(said.sort).get(said.id, ())
        if heirs:
            how = self._how_succeeded(said, heirs)
            unrated = tuple(each for each in heirs if each not in self._rated)
            asks = unrated if said.ratings and how is not How.RENAMED else ()
            return Touched(said=said, how=how, new=heirs, asks=asks)
        if not self._edition.has(said.sort, said.id):
            return Touched(said=said, how=How.GONE)
        return self._otherwise(said) if said.sort is Lineage.SKILL else None

    def _how_succeeded(self, said: Mentions, heirs: tuple[str, ...]) -> How:
        if len(heirs) > 1:
            return How.SPLIT
        several = len(self._givers[said.sort][heirs[0]]) > 1
        joined = several or (said.sort, heirs[0]) in self._spoken_of
        return How.MERGED if joined else How.RENAMED

    def _otherwise(self, said: Mentions) -> Touched | None:
        """Return in which way a skill that is still there is not what was rated."""
        edition, rating = self._edition, self._rated.get(said.id)
        asks = (said.id,)
        if rating and (rating.base or BUILTIN) != edition.base:
            return Touched(said=said, how=How.ELSEWHERE, asks=asks)
        tops = self._tops.get(said.id, set())
        if not all(map(edition.is_of, tops)):
            is_known = all(map(edition.translates, tops))
            return Touched(said=said, how=How.RESCALED, asks=() if is_known else asks)
        if rating and rating.edition not in (None, edition.words[said.id]):
            return Touched(said=said, how=How.REWORDED, asks=asks)
        return None


def _tops(profile: Profile) -> dict[str, set[int | None]]:
    """Return by skill the tops of the scales on which something was said of it."""
    tops: dict[str, set[int | None]] = {}
    for skill, rating in profile.own_ratings.items():
        tops.setdefault(skill, set()).add(rating.top)
    for skill in profile.targets:
        tops.setdefault(skill, set()).add(profile.target_tops.get(skill))
    for ended in profile.done:
        if ended.meant:
            for span in ended.meant.closes:
                tops.setdefault(span.skill, set()).add(ended.meant.top)
    return tops


def touched_by(
    diff: EditionDiff, profile: Profile, old: BaseEdition
) -> tuple[Touched, ...]:
    """Return what of a record a step from one edition to the next touches.

    What was said of an id that was gone before is meant by what it counted for.
    """
    before = old.with_said(profile.succession)
    changed: dict[tuple[Lineage, str], list[EntryDiff]] = {}
    for each in diff.entries:
        for id_ in each.old:
            changed.setdefault((each.sort, id_), []).append(each)
    is_rescaled = len(diff.scale_before) != len(diff.scale_after)
    return tuple(
        touched
        for said in find_mentions(profile)
        for touched in _by(changed, said, before, is_rescaled=is_rescaled)
    )


def _by(
    changed: Mapping[tuple[Lineage, str], list[EntryDiff]],
    said: Mentions,
    old: BaseEdition,
    *,
    is_rescaled: bool,
) -> Iterator[Touched]:
    ids = dict.fromkeys((said.id, *old.succession.of(said.sort).get(said.id, ())))
    found = [each for id_ in ids for each in changed.get((said.sort, id_), ())]
    for each in found:
        new = each.new if each.how is not How.REWORDED else ()
        yield Touched(said=said, how=each.how, new=new)
    if is_rescaled and not found and said.sort is Lineage.SKILL:
        yield Touched(said=said, how=How.RESCALED)
