"""Who names a resource in public: a fact to look up, and no proof of quality."""

from collections import Counter
from collections.abc import Collection, Mapping
from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class ListKind(StrEnum):
    """Whose list it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COMMUNITY = "community"
    PODCAST = "podcast"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicList:
    """A list of what somebody recommends, for anybody to read."""

    id: str
    title: str
    by: str
    url: str
    year: int | None = None
    """Of the version that was read."""
    kind: ListKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """Who recommends one resource."""

    lists: tuple[PublicList, ...] = ()
    guests: int = 0
    """How many guests of a podcast named it."""
    podcast: PublicList | None = None
    """Where the guests were heard; None if there are none."""

    @property
    def recommenders(self) -> int:
        """How many lists and guests name it, each counted as one."""
        return len(self.lists) + self.guests


def find_recommendation(
    item: str,
    lists: Collection[PublicList],
    recommended: Mapping[str, Collection[str]],
    guests: Mapping[str, int],
) -> Recommendation:
    """Return who recommends an item; nobody, as far as is known, is an answer."""
    heard = guests.get(item, 0)
    podcasts = (each for each in lists if heard and each.kind is ListKind.PODCAST)
    return Recommendation(
        lists=tuple(each for each in lists if each.id in recommended.get(item, ())),
        guests=heard,
        podcast=next(podcasts, None),
    )


def count_recommenders(
    recommended: Mapping[str, Collection[str]], guests: Mapping[str, int]
) -> Mapping[str, int]:
    """Return how many name each resource, by its id: lists and guests together."""
    lists = {item: len(named) for item, named in recommended.items()}
    return Counter(lists) + Counter(guests)
